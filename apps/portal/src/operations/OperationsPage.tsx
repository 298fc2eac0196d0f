import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { get } from '../api/client.js';
import { useLanguage, useText } from '../language/language.js';
import { sayInstant } from '../ui/legal-dates.js';
import { Card, Facts, Tag } from '../ui/notices.js';
import { ReadPage } from '../ui/ReadPage.js';
import { ErrorState, Skeleton } from '../ui/states.js';
import { Table } from '../ui/Table.js';
import { operationsText } from './operations.text.js';

export const servicesOfSystem = [
  ...(['programme', 'recruitment', 'placement', 'finance', 'assessment', 'notifications'] as const),
];

export interface Status {
  readonly services: readonly { readonly name: (typeof servicesOfSystem)[number]; readonly isUp: boolean }[];
}

export interface ServiceState {
  readonly outbox: { readonly rows: number; readonly oldestSeconds: number };
  readonly bus: {
    readonly ok: boolean;
    readonly reason?: string;
    readonly lagByTopic?: Readonly<Record<string, number>>;
  };
  readonly schedules: readonly {
    readonly schedule: string;
    readonly lastDone: string | null;
    readonly waiting: string | number;
    readonly lastFailure: string | null;
  }[];
}

/** 系统状态: which services work, what waits on the bus, what schedules did. */
export function OperationsPage() {
  const t = useText(operationsText);
  return (
    <ReadPage<Status> title={t.title} path="/api/status">
      {({ services }) =>
        services.map(({ name, isUp }) => (
          <Card key={name} title={t.services[name]}>
            <p className="row">
              <Tag tone={isUp ? 'ok' : 'bad'}>{isUp ? t.up : t.down}</Tag>
              <Link to={`/office/operations/${name}`}>{`${t.toParked} · ${t.services[name]}`}</Link>
            </p>
            {isUp && <State service={name} />}
          </Card>
        ))
      }
    </ReadPage>
  );
}

function State({ service }: { readonly service: string }) {
  const t = useText(operationsText);
  const { language } = useLanguage();
  const path = `/api/${service}/operations/state`;
  const { data, error, refetch } = useQuery({
    queryKey: ['record', path],
    queryFn: ({ signal }) => get<ServiceState>(path, signal),
  });
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton lines={2} />;
  const lag = Object.values(data.bus.lagByTopic ?? {}).reduce((sum, one) => sum + one, 0);
  return (
    <>
      <Facts
        facts={[
          { label: t.outbox, value: `${data.outbox.rows} · ${t.oldest(Math.round(data.outbox.oldestSeconds))}` },
          { label: t.bus, value: <Tag tone={data.bus.ok ? 'ok' : 'bad'}>{data.bus.ok ? t.up : t.down}</Tag> },
          { label: t.lag, value: lag },
        ]}
      />
      {data.schedules.length > 0 && (
        <Table
          caption={t.schedules}
          rows={data.schedules}
          idOf={({ schedule }) => schedule}
          columns={[
            { key: 'schedule', label: t.schedules, cell: ({ schedule }) => <code>{schedule}</code> },
            {
              ...{ key: 'lastDone', label: t.lastDone },
              cell: ({ lastDone }) => (lastDone ? sayInstant(lastDone, language) : '–'),
            },
            { key: 'waiting', label: t.waiting, figure: true, cell: ({ waiting }) => waiting },
            {
              ...{ key: 'failure', label: t.failure },
              cell: ({ lastFailure }) => (lastFailure ? <span lang="en">{lastFailure}</span> : '–'),
            },
          ]}
        />
      )}
    </>
  );
}
