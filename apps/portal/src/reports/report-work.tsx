import { may } from '@xibu/domain/access';
import { type ReportRow, reportStatuses } from '@xibu/domain/assessment/api';
import type { Language } from '../language/texts.js';
import { allDone } from '../office/definition.js';
import { countyColumn, optionsOf, stateOf, yesNo } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import type { FieldSpec } from '../ui/fields.js';
import { sayMonth } from '../ui/legal-dates.js';
import { reportsText } from './reports.text.js';

const reports = '/api/assessment/reports';
const counts = ['onPost', 'onLeave', 'absent', 'left', 'ill', 'accidents'] as const;

/** 在岗安全月报 (notice part four §4): a county fills in, the tiers above check. */
export const Reports = workPage<(typeof reportsText)['zh'], ReportRow>(reportsText, (t, { actor, language }) => {
  const usual = usualText[language];
  const tier = may(actor, 'report.check-league') ? 'league' : may(actor, 'report.check-region') ? 'region' : null;
  return {
    title: t.title,
    intro: t.intro,
    source: { list: reports, filters: {} },
    columns: [
      countyColumn<ReportRow>(language),
      column('month', usual.month, { kind: 'month', sorts: true }),
      column('dueOn', t.due, { kind: 'date', sorts: true }),
      column('submittedAt', t.submittedAt, { kind: 'instant' }),
      column('expectedOnPost', t.expected, { kind: 'count' }),
      { key: 'onPost', label: t.onPost, kind: 'count', value: ({ content }) => content?.onPost },
      { key: 'accidents', label: t.accidents, kind: 'count', value: ({ content }) => content?.accidents },
      column('status', usual.status, {
        kind: 'state',
        state: ({ status, late }) =>
          late && status === 'due'
            ? { label: t.late, tone: 'bad' }
            : stateOf(t.statuses, { due: 'act', 'region-checked': 'ok' })(status),
      }),
    ],
    idOf: ({ id }) => id,
    nameOf: ({ county, month }) => `${county} ${month}`,
    steps: ({ status, month, expectedOnPost }) =>
      status === 'due' && may(actor, 'report.submit')
        ? [
            {
              ...{
                key: 'submit',
                label: t.submit,
                question: t.submitQuestion(sayMonth(month, language), expectedOnPost),
              },
              ...{ doLabel: t.submitDo, done: t.submitted, fields: reportFields(language) },
              path: ({ id }) => `${reports}/${encodeURIComponent(id)}/submit`,
              body: (values) => ({ problems: '', explanation: '', dormitoriesChecked: false, ...values }),
            },
          ]
        : [],
    bulk: tier
      ? [
          {
            ...{ key: 'check', label: t.check, doLabel: t.checkDo, question: t.checkQuestion },
            fields: [{ key: 'remark', label: t.remark, kind: 'long', maxLength: 1000, optional: true }],
            path: `${reports}/${tier}-check`,
            ...{ body: (ids, { remark }) => ({ ids, remark: remark ?? '' }), rowsOf: allDone },
          },
        ]
      : undefined,
    choices: [
      { key: 'status', label: usual.status, options: optionsOf(t.statuses, reportStatuses) },
      {
        ...{ key: 'late', label: t.late },
        options: [
          { value: 'true', label: yesNo(language, true) },
          { value: 'false', label: yesNo(language, false) },
        ],
      },
    ],
    empty: t.none,
  };
});

function reportFields(language: Language): readonly FieldSpec[] {
  const t = reportsText[language];
  return [
    ...counts.map((key) => ({ key, label: t.fields[key], kind: 'count' as const })),
    { key: 'dormitoriesChecked', label: t.dormitories, kind: 'yes-no' },
    { key: 'problems', label: t.problems, kind: 'long', maxLength: 2000, optional: true },
    { key: 'explanation', label: t.explanation, kind: 'long', maxLength: 1000, optional: true },
  ];
}
