import type { LeaveRow } from '@xibu/domain/placement/api';
import { leaveKinds } from '@xibu/domain/programme-terms';
import type { Page } from '../api/lists.js';
import { useLanguage, useText } from '../language/language.js';
import { usualText } from '../office/usual.text.js';
import { FormCard } from '../ui/FormCard.js';
import type { FieldSpec } from '../ui/fields.js';
import { sayDay } from '../ui/legal-dates.js';
import { Card, Tag } from '../ui/notices.js';
import { ReadPage } from '../ui/ReadPage.js';
import { StepButton } from '../ui/StepButton.js';
import { EmptyState } from '../ui/states.js';
import { leavesText } from './leaves.text.js';

const leaves = '/api/placement/leaves';

/** 请假 of a volunteer: ask, see where it stands, take it back. */
export function MyLeavesPage() {
  const t = useText(leavesText);
  const usual = useText(usualText);
  const fields: readonly FieldSpec[] = [
    {
      ...{ key: 'kind', label: t.kind, kind: 'one-of', hint: t.askHint },
      options: leaveKinds.map((value) => ({ value, label: usual.leaves[value] })),
    },
    { key: 'from', label: t.from, kind: 'date' },
    { key: 'to', label: t.to, kind: 'date' },
    { key: 'reason', label: usual.reason, kind: 'long', maxLength: 500 },
    { key: 'destination', label: t.destination, kind: 'text', maxLength: 100 },
    { key: 'hospitalNote', label: t.hospital, hint: t.hospitalHint, kind: 'text', optional: true, maxLength: 100 },
  ];
  return (
    <ReadPage<Page<LeaveRow>> title={t.mine} path={`${leaves}?limit=50`}>
      {({ rows }) => (
        <>
          <FormCard
            key={rows.length}
            title={t.ask}
            fields={fields}
            path={leaves}
            body={(values) => values}
            label={t.send}
            done={t.sent}
          />
          <Card title={t.history}>
            {rows.length === 0 ? (
              <EmptyState title={t.mineNone} />
            ) : (
              rows.map((row) => <Leave key={row.id} row={row} />)
            )}
          </Card>
        </>
      )}
    </ReadPage>
  );
}

function Leave({ row }: { readonly row: LeaveRow }) {
  const t = useText(leavesText);
  const usual = useText(usualText);
  const { language } = useLanguage();
  const day = (date: string) => sayDay(date, language);
  const open = ['requested', 'unit-agreed', 'county-agreed', 'approved'].includes(row.status);
  return (
    <div className="row spread">
      <span>
        {usual.leaves[row.kind]} · {day(row.from)} – {day(row.to)}{' '}
        <Tag tone={row.status === 'refused' || row.status === 'overdue' ? 'bad' : 'plain'}>
          {t.statuses[row.status]}
        </Tag>
      </span>
      {open && (
        <StepButton
          subject={row}
          step={{
            ...{ key: 'cancel', label: t.cancel, question: t.cancelQuestion, tone: 'no', done: t.cancelled },
            ...{ path: ({ id }) => `${leaves}/${id}/cancel`, body: () => ({}) },
          }}
        />
      )}
    </div>
  );
}
