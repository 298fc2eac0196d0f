import { may } from '@xibu/domain/access';
import { type AdjustmentRow, type AdjustmentView, adjustmentStatuses } from '@xibu/domain/finance/terms-api';
import { Name } from '../language/language.js';
import type { Language } from '../language/texts.js';
import { recordPage } from '../office/RecordPage.js';
import { asCounty, divisions, optionsOf, reasonField, stateOf } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import { ButtonLink } from '../ui/Button.js';
import { Day } from '../ui/Day.js';
import { CodeName } from '../ui/ValueOf.js';
import { adjustmentsText } from './adjustments.text.js';
import { DryRun } from './DryRun.js';
import { useTermTables } from './TermTables.js';

const adjustments = '/api/finance/adjustments';
type Words = (typeof adjustmentsText)['zh'];

function stateOfAdjustment(status: AdjustmentView['status'], language: Language) {
  return stateOf(adjustmentsText[language].statuses, { prepared: 'act', approved: 'ok', rejected: 'bad' })(status);
}

/** 标准调整: what comes into force from which day, by which document. */
export const Adjustments = workPage<Words, AdjustmentRow>(adjustmentsText, (t, { actor, language }) => ({
  title: t.title,
  intro: t.intro,
  source: { list: adjustments, filters: {} },
  columns: [
    column('title', t.name, { kind: 'name', sorts: true, to: ({ id }) => `/office/adjustments/${id}` }),
    column('documentNumber', t.document, { kind: 'name' }),
    column('division', t.place, { ...asCounty, sorts: true }),
    column('from', t.from, { kind: 'date', sorts: true }),
    column('rowCount', t.rows, { kind: 'count' }),
    column('preparedBy', t.preparedBy, { kind: 'name' }),
    column('preparedAt', t.preparedAt, { kind: 'instant', sorts: true }),
    column('status', usualText[language].status, {
      ...{ kind: 'state' },
      state: ({ status }) => stateOfAdjustment(status, language),
    }),
  ],
  idOf: ({ id }) => id,
  nameOf: ({ title }) => title,
  choices: [{ key: 'state', label: usualText[language].status, options: optionsOf(t.statuses, adjustmentStatuses) }],
  sort: '-preparedAt',
  empty: t.none,
  above: (
    <p className="row">
      {may(actor, 'adjustment.prepare') && (
        <ButtonLink to="/office/adjustments/new" tone="go">
          {t.prepare}
        </ButtonLink>
      )}
      <ButtonLink to="/office/pay-terms">{t.terms}</ButtonLink>
    </p>
  ),
}));

/** One adjustment: its rows, what it would change, and the second pair of eyes. */
export const AdjustmentRecord = recordPage<Words, AdjustmentView>(adjustmentsText, (t, { actor, language }) => ({
  path: (id) => `${adjustments}/${encodeURIComponent(id)}`,
  title: ({ title }) => title,
  titleIsName: true,
  state: ({ status }) => stateOfAdjustment(status, language),
  summary: (record) => [
    { label: t.document, value: <Name>{record.documentNumber}</Name> },
    { label: t.from, value: <Day of={record.from} /> },
    { label: t.place, value: <CodeName path={divisions} code={String(record.division)} /> },
    { label: t.preparedBy, value: <Name>{record.prepared.by}</Name> },
    ...(record.reason ? [{ label: t.reason, value: <Name>{record.reason}</Name> }] : []),
  ],
  steps: ({ status, dryRun }) => {
    if (status !== 'prepared') return [];
    const step = (key: string, label: string, done: string) => ({
      ...{ key, label, done, path: ({ id }: AdjustmentView) => `${adjustments}/${id}/${key}`, body: () => ({}) },
    });
    return [
      ...(may(actor, 'adjustment.try')
        ? [{ ...step('dry-run', t.dryRun, t.dryRunDone), tone: dryRun ? ('plain' as const) : ('go' as const) }]
        : []),
      ...(may(actor, 'adjustment.approve')
        ? [
            { ...step('approve', t.approve, t.approved), question: t.approveQuestion },
            {
              ...{ ...step('reject', t.reject, t.rejected), question: t.rejectQuestion, tone: 'no' as const },
              ...{ fields: [reasonField(language)], body: (values: object) => values },
            },
          ]
        : []),
    ];
  },
  sections: (record) => [
    {
      title: t.dryRunTitle,
      content: record.dryRun ? <DryRun run={record.dryRun} /> : <p className="quiet readable">{t.dryRunNone}</p>,
    },
    { title: t.content, content: <Terms rows={record} /> },
  ],
  history: ({ prepared, dryRun, decided, status }) => [
    { ...prepared, what: t.events.prepared },
    ...(dryRun ? [{ by: dryRun.by, at: dryRun.at, what: t.events['dry-run'] }] : []),
    ...(decided ? [{ ...decided, what: status === 'approved' ? t.events.approved : t.events.rejected }] : []),
  ],
}));

function Terms({ rows }: { readonly rows: AdjustmentView }) {
  return useTermTables(rows)
    .filter(({ isEmpty }) => !isEmpty)
    .map(({ title, content }) => (
      <section key={title}>
        <h3>{title}</h3>
        {content}
      </section>
    ));
}
