import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../api/client.js';
import { everyList } from '../api/lists.js';
import { Name, useText } from '../language/language.js';
import { useAnnounce } from '../ui/Announcer.js';
import { Button } from '../ui/Button.js';
import { FormDialog } from '../ui/FormDialog.js';
import { Banner } from '../ui/notices.js';
import { Table } from '../ui/Table.js';
import type { BulkAction, BulkRow } from './definition.js';
import { officeText } from './office.text.js';

interface BulkBarProps {
  readonly actions: readonly BulkAction[];
  readonly selected: readonly string[];
  /** What a row is called, also after it has left the list. */
  nameOf(id: string): string;
  select(ids: readonly string[]): void;
}

interface Outcome {
  readonly action: BulkAction;
  readonly rows: readonly BulkRow[];
}

/** Acts on all selected rows at once and tells for each how it went; what failed can be tried again alone. */
export function BulkBar({ actions, selected, nameOf, select }: BulkBarProps) {
  const t = useText(officeText);
  const client = useQueryClient();
  const announce = useAnnounce();
  const [asked, setAsked] = useState<BulkAction | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const finish = async ({ action, rows }: Outcome) => {
    setAsked(null);
    setOutcome({ action, rows });
    const failed = rows.filter(({ ok }) => !ok);
    select(failed.map(({ id }) => id));
    announce(t.bulkDone(rows.length - failed.length, failed.length));
    await client.invalidateQueries({ queryKey: everyList });
  };
  return (
    <>
      {outcome && <BulkOutcome {...outcome} nameOf={nameOf} retry={() => setAsked(outcome.action)} />}
      {selected.length > 0 && (
        <section className="decisions" aria-label={t.selection}>
          <b>{t.selected(selected.length)}</b>
          {actions.map((action) => (
            <Button key={action.key} tone={action.tone ?? 'go'} onClick={() => setAsked(action)}>
              {action.label}
            </Button>
          ))}
          <Button tone="link" onClick={() => select([])}>
            {t.drop}
          </Button>
        </section>
      )}
      {asked && (
        <BulkDialog
          action={asked}
          selected={selected}
          onDone={(rows) => void finish({ action: asked, rows })}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

interface BulkDialogProps {
  readonly action: BulkAction;
  readonly selected: readonly string[];
  onDone(rows: readonly BulkRow[]): void;
  onClose(): void;
}

function BulkDialog({ action, selected, onDone, onClose }: BulkDialogProps) {
  return (
    <FormDialog
      title={action.question(selected.length)}
      fields={action.fields ?? []}
      label={action.label}
      tone={action.tone}
      send={(values, keyFor) => {
        const body = action.body(selected, values);
        return post<{ rows: readonly BulkRow[] }>(action.path, body, keyFor(body));
      }}
      onDone={({ rows }) => onDone(rows)}
      onClose={onClose}
    />
  );
}

interface BulkOutcomeProps extends Outcome {
  nameOf(id: string): string;
  retry(): void;
}

function BulkOutcome({ rows, nameOf, retry }: BulkOutcomeProps) {
  const t = useText(officeText);
  const failed = rows.filter(({ ok }) => !ok);
  const title = t.bulkDone(rows.length - failed.length, failed.length);
  if (failed.length === 0) return <Banner tone="ok" title={title} />;
  return (
    <Banner tone="warn" title={title}>
      <Table
        caption={t.bulkFailed}
        rows={failed}
        idOf={({ id }) => id}
        columns={[
          { key: 'name', label: t.record, cell: ({ id }) => <Name>{nameOf(id)}</Name> },
          { key: 'why', label: t.reason, cell: ({ detail, code }) => detail ?? code ?? '–' },
        ]}
      />
      <p>
        <Button onClick={retry}>{t.bulkRetry}</Button>
      </p>
    </Banner>
  );
}
