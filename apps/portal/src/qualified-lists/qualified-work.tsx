import { may } from '@xibu/domain/access';
import type { QualifiedEntryRow, QualifiedListView } from '@xibu/domain/recruitment/api';
import { sayScore, stateOf, universities } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import { qualifiedText } from './qualified.text.js';

const lists = '/api/recruitment/qualified-lists';

/** 入围名单: prepared by one, approved by another. */
export const QualifiedLists = workPage<(typeof qualifiedText)['zh'], QualifiedListView>(
  qualifiedText,
  (t, { actor, language, season }) => ({
    title: t.title,
    intro: t.intro,
    source: { list: lists, filters: { season } },
    isWhole: true,
    columns: [
      column('preparedAt', t.preparedAt, { kind: 'instant', to: ({ id }) => `/office/qualified-lists/${id}` }),
      column('qualified', t.qualified, { kind: 'count' }),
      column('notQualified', t.notQualified, { kind: 'count' }),
      column('rule', t.minimum, { kind: 'count', value: ({ rule }) => sayScore(rule.minimumScoreHundredths) }),
      column('preparedBy', t.preparedBy, { kind: 'name' }),
      column('approvedBy', t.approvedBy, { kind: 'name' }),
      column('status', usualText[language].status, {
        kind: 'state',
        state: ({ status }) => stateOf(t.statuses, { prepared: 'act', approved: 'ok' })(status),
      }),
    ],
    idOf: ({ id }) => id,
    nameOf: ({ preparedAt }) => preparedAt,
    steps: ({ status }) =>
      status === 'prepared' && may(actor, 'qualified-list.approve')
        ? [
            {
              ...{ key: 'approve', label: t.approve, question: t.approveQuestion, doLabel: t.approveDo },
              ...{ done: t.approved, path: ({ id }) => `${lists}/${id}/approve`, body: () => ({}) },
            },
          ]
        : [],
    tools: may(actor, 'qualified-list.prepare')
      ? [
          {
            ...{ key: 'prepare', label: t.prepare, question: t.prepareQuestion, doLabel: t.prepareDo },
            ...{ done: t.prepared, path: () => lists },
            fields: [
              { key: 'minimum', label: t.minimum, hint: t.minimumHint, kind: 'count', optional: true, max: 999 },
            ],
            body: ({ minimum }) => ({
              season,
              ...(typeof minimum === 'number' && { minimumScoreHundredths: minimum * 100 }),
            }),
          },
        ]
      : [],
    empty: t.none,
  }),
);

/** Who is on a list, with score, code and reasons. */
export const QualifiedEntries = workPage<(typeof qualifiedText)['zh'], QualifiedEntryRow>(
  qualifiedText,
  (t, { language, id }) => {
    const list = `${lists}/${encodeURIComponent(id)}/entries`;
    return {
      title: t.entries,
      source: { list, filters: {} },
      columns: [
        column('name', usualText[language].name, { kind: 'name', to: (row) => `/office/applications/${row.id}` }),
        column('number', usualText[language].number, { sorts: true }),
        column('code', t.code, { sorts: true }),
        column('university', t.university, { kind: 'code', path: universities }),
        column('scoreHundredths', t.score, {
          ...{ kind: 'count', sorts: true },
          value: ({ scoreHundredths }) => sayScore(scoreHundredths),
        }),
        column('outcome', t.outcome, {
          kind: 'state',
          state: ({ outcome }) =>
            outcome === 'qualified' ? { label: t.qualified, tone: 'ok' } : { label: t.notQualified, tone: 'warn' },
        }),
        column('reasons', t.reasons, { value: ({ reasons }) => reasons.map((reason) => t.why[reason]).join(' · ') }),
      ],
      idOf: (row) => row.id,
      nameOf: ({ name }) => name,
      search: t.search,
      choices: [
        {
          ...{ key: 'outcome', label: t.outcome },
          options: [
            { value: 'qualified', label: t.qualified },
            { value: 'not-qualified', label: t.notQualified },
          ],
        },
      ],
      sort: '-scoreHundredths',
      empty: t.entriesNone,
      exports: list,
    };
  },
);
