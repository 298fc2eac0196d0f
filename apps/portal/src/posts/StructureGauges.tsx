import { useQuery } from '@tanstack/react-query';
import type { StructureGauge, StructureRule, StructureView } from '@xibu/domain/placement/api';
import { addressOf, get } from '../api/client.js';
import { useText } from '../language/language.js';
import { Banner, Card, Tag } from '../ui/notices.js';
import { Table } from '../ui/Table.js';
import { useSayProblem } from '../ui/useSayProblem.js';
import { postsText } from './posts.text.js';

interface StructureGaugesProps {
  readonly season: string;
  /** Not needed of a county's own account. */
  readonly county?: number;
}

interface Line {
  readonly rule: StructureRule;
  readonly declared: StructureGauge['shares'][number] | undefined;
  readonly withDrafts: StructureGauge['shares'][number];
}

/** 岗位结构 while one declares: the shares of now, and what they would be with every draft (notice 2.1.3). */
export function StructureGauges({ season, county }: StructureGaugesProps) {
  const t = useText(postsText);
  const say = useSayProblem();
  const path = addressOf('/api/placement/posts/structure', { season, county });
  const { data, error } = useQuery({
    queryKey: ['list', path],
    queryFn: ({ signal }) => get<StructureView>(path, signal),
    enabled: season !== '',
  });
  if (error) return <Banner tone="warn" title={say(error)} />;
  if (!data) return null;
  const lines = data.withDrafts.shares.map((withDrafts): Line => {
    const declared = data.declared.shares.find(({ rule }) => rule === withDrafts.rule);
    return { rule: withDrafts.rule, declared, withDrafts };
  });
  return (
    <Card flush>
      <div className="row spread card-head">
        <h2>{t.gauge}</h2>
        {data.declared.isNewCounty && <Tag>{t.newCounty}</Tag>}
      </div>
      <Table
        caption={t.gauge}
        rows={lines}
        idOf={({ rule }) => rule}
        columns={[
          { key: 'rule', label: t.share, cell: ({ rule }) => t.rules[rule] },
          {
            key: 'limit',
            label: t.limit,
            cell: ({ withDrafts: { bound, limitPercent, clause } }) => (
              <>
                {t[bound](limitPercent)} <span className="small">{`${t.clause} ${clause}`}</span>
              </>
            ),
          },
          { key: 'now', label: t.gaugeDeclared, cell: ({ declared }) => declared && <Share share={declared} /> },
          { key: 'then', label: t.gaugeDrafts, cell: ({ withDrafts }) => <Share share={withDrafts} /> },
        ]}
      />
    </Card>
  );
}

function Share({ share: { seats, of, isMet, exemption } }: { readonly share: StructureGauge['shares'][number] }) {
  const t = useText(postsText);
  const percent = of === 0 ? 0 : Math.round((1000 * seats) / of) / 10;
  return (
    <>
      <span className="figure">{`${percent}% (${seats}/${of})`}</span>{' '}
      <Tag tone={isMet ? 'ok' : 'bad'}>{isMet ? t.met : t.notMet}</Tag>
      {exemption && <span className="small">{t.exempt(exemption)}</span>}
    </>
  );
}
