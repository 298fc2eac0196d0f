import { useQueryClient } from '@tanstack/react-query';
import type { RowResult } from '@xibu/domain/recruitment/api';
import { useState } from 'react';
import { post } from '../api/client.js';
import { everyList } from '../api/lists.js';
import { Name, useLanguage, useText } from '../language/language.js';
import { useAnnounce } from '../ui/Announcer.js';
import { Button } from '../ui/Button.js';
import { FormDialog } from '../ui/FormDialog.js';
import { Banner } from '../ui/notices.js';
import { Table } from '../ui/Table.js';
import type { BulkAction } from './definition.js';
import { officeText } from './office.text.js';
import { sayCode } from './say-code.js';

interface BulkInput {
  readonly actions: readonly BulkAction[];
  readonly selected: readonly string[];
  /** What a row is called, also after it has left the list. */
  nameOf(id: string): string;
  select(ids: readonly string[]): void;
}

interface Outcome {
  readonly action: BulkAction;
  readonly rows: readonly RowResult[];
}

/**
 * Acts on all selected rows at once and tells for each how it went; what failed stays selected and can be tried again
 * alone. `outcome` stands above the list, `bar` stays in sight below it.
 */
export function useBulk({ actions, selected, nameOf, select }: BulkInput) {
  const t = useText(officeText);
  const client = useQueryClient();
  const announce = useAnnounce();
  const [asked, setAsked] = useState<BulkAction | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const finish = async (action: BulkAction, rows: readonly RowResult[]) => {
    setAsked(null);
    setOutcome({ action, rows });
    const failed = rows.filter(({ done }) => !done);
    select(failed.map(({ id }) => id).filter((id) => selected.includes(id)));
    announce(t.bulkDone(rows.length - failed.length, failed.length));
    await client.invalidateQueries({ queryKey: everyList });
  };
  return {
    outcome: outcome && <BulkOutcome {...outcome} nameOf={nameOf} retry={() => setAsked(outcome.action)} />,
    bar: (
      <>
        {selected.length > 0 && (
          <BulkBar actions={actions} selected={selected} ask={setAsked} drop={() => select([])} />
        )}
        {asked && (
          <BulkDialog
            action={asked}
            selected={selected}
            onDone={(rows) => void finish(asked, rows)}
            onClose={() => setAsked(null)}
          />
        )}
      </>
    ),
  };
}

interface BulkBarProps extends Pick<BulkInput, 'actions' | 'selected'> {
  ask(action: BulkAction): void;
  drop(): void;
}

function BulkBar({ actions, selected, ask, drop }: BulkBarProps) {
  const t = useText(officeText);
  return (
    <section className="decisions" aria-label={t.selection}>
      <b>{t.selected(selected.length)}</b>
      {actions.map((action) => (
        <Button key={action.key} tone={action.tone ?? 'go'} onClick={() => ask(action)}>
          {action.label}
        </Button>
      ))}
      <Button tone="link" onClick={drop}>
        {t.drop}
      </Button>
    </section>
  );
}

interface BulkDialogProps {
  readonly action: BulkAction;
  readonly selected: readonly string[];
  onDone(rows: readonly RowResult[]): void;
  onClose(): void;
}

function BulkDialog({ action, selected, onDone, onClose }: BulkDialogProps) {
  return (
    <FormDialog
      title={action.question(selected.length)}
      fields={action.fields ?? []}
      label={action.doLabel ?? action.label}
      tone={action.tone}
      send={(values, keyFor) => {
        const body = action.body(selected, values);
        return post<unknown>(action.path, body, keyFor(body)).then((answer) =>
          action.rowsOf ? action.rowsOf(answer, selected) : (answer as readonly RowResult[]),
        );
      }}
      onDone={onDone}
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
  const { language } = useLanguage();
  const failed = rows.filter(({ done }) => !done);
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
          { key: 'why', label: t.reason, cell: ({ code }) => sayCode(code, language) },
        ]}
      />
      <p>
        <Button onClick={retry}>{t.bulkRetry}</Button>
      </p>
    </Banner>
  );
}
