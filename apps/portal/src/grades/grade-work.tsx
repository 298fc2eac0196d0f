import { may } from '@xibu/domain/access';
import {
  type AssessmentRow,
  assessmentStatuses,
  type OfficeRatingGrade,
  officeRatings,
} from '@xibu/domain/assessment/api';
import { grades as gradeCodes } from '@xibu/domain/programme-terms';
import type { Language } from '../language/texts.js';
import { allDone } from '../office/definition.js';
import { asCounty, countyColumn, optionsOf, stateOf } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import type { FieldSpec } from '../ui/fields.js';
import { gradesText } from './grades.text.js';

const grades = '/api/assessment/grades';
const ratings = '/api/assessment/office-ratings';

function gradeFields(language: Language): readonly FieldSpec[] {
  const usual = usualText[language];
  return [
    { key: 'grade', label: usual.grade, kind: 'one-of', options: optionsOf(usual.grades, gradeCodes) },
    { key: 'opinion', label: gradesText[language].opinion, kind: 'long', maxLength: 2000 },
  ];
}

/** 年度考核: the unit's opinion, the county's grade. */
export const Grades = workPage<(typeof gradesText)['zh'], AssessmentRow>(
  gradesText,
  (t, { actor, language, season }) => {
    const usual = usualText[language];
    return {
      title: t.title,
      intro: t.intro,
      source: { list: grades, filters: { season } },
      columns: [
        column('name', usual.name, { kind: 'name', sorts: true }),
        column('number', usual.number, { sorts: true }),
        countyColumn<AssessmentRow>(language),
        column('unit', usual.unit),
        column('unitScore', t.unitScore, { kind: 'count', sorts: true }),
        column('grade', usual.grade, { value: ({ grade }) => grade && usual.grades[grade] }),
        column('status', usual.status, {
          kind: 'state',
          state: ({ status }) => stateOf(t.statuses, { summarised: 'act', 'unit-opined': 'act', final: 'ok' })(status),
        }),
      ],
      idOf: ({ id }) => id,
      nameOf: ({ name }) => name,
      steps: ({ id, status }) => {
        if (status === 'summarised' && may(actor, 'grade.opine')) {
          return [
            {
              ...{ key: 'opine', label: t.opine, question: t.opineQuestion, done: t.opined },
              fields: [
                { key: 'score', label: t.score, kind: 'count', min: 0, max: 100 },
                { key: 'opinion', label: t.opinion, kind: 'long', maxLength: 2000 },
              ],
              ...{ path: () => `${grades}/${id}/opine`, body: (values) => values },
            },
          ];
        }
        if (status !== 'unit-opined' || !may(actor, 'grade.give')) return [];
        return [
          {
            ...{ key: 'give', label: t.give, question: t.giveQuestion, done: t.given, fields: gradeFields(language) },
            ...{ path: () => `${grades}/bulk-grade`, body: (values) => ({ rows: [{ id, ...values }] }) },
          },
        ];
      },
      tools: may(actor, 'grade.open')
        ? [
            {
              ...{ key: 'open', label: t.open, question: t.openQuestion, doLabel: t.openDo, done: t.opened },
              ...{ path: () => `${grades}/open`, body: () => ({ season }) },
            },
          ]
        : [],
      bulk: may(actor, 'grade.give')
        ? [
            {
              ...{ key: 'give', label: t.bulkGive, doLabel: t.give, question: t.bulkGiveQuestion },
              ...{ fields: gradeFields(language), path: `${grades}/bulk-grade`, rowsOf: allDone },
              body: (ids, values) => ({ rows: ids.map((id) => ({ id, ...values })) }),
            },
          ]
        : undefined,
      choices: [
        { key: 'status', label: usual.status, options: optionsOf(t.statuses, assessmentStatuses) },
        { key: 'grade', label: usual.grade, options: optionsOf(usual.grades, gradeCodes) },
      ],
      empty: t.none,
    };
  },
);

/** A rating as assessment answers it. */
export interface RatingRow {
  readonly id: string;
  readonly officeId: string;
  readonly division: number | null;
  readonly university: string | null;
  readonly rating: OfficeRatingGrade;
  readonly score: number;
  readonly evidence: {
    readonly reportsLate: number;
    readonly managementFaults: number;
    readonly ticketsOverdue: number;
  };
  readonly proposedBy: string;
  readonly status: 'proposed' | 'decided';
}

/** 项目办绩效: proposed from the system's own evidence, decided by the region. */
export const OfficeRatings = workPage<(typeof gradesText)['zh'], RatingRow>(
  gradesText,
  (t, { actor, language, season }) => ({
    title: t.ratings,
    intro: t.ratingsIntro,
    source: { list: ratings, filters: { season } },
    isWhole: true,
    columns: [
      column('division', t.office, { ...asCounty, value: ({ division, university }) => division ?? university }),
      column('score', t.points, { kind: 'count' }),
      { key: 'late', label: t.reportsLate, kind: 'count', value: ({ evidence }) => evidence.reportsLate },
      { key: 'faults', label: t.faults, kind: 'count', value: ({ evidence }) => evidence.managementFaults },
      { key: 'overdue', label: t.overdue, kind: 'count', value: ({ evidence }) => evidence.ticketsOverdue },
      column('rating', t.rating, {
        kind: 'state',
        state: ({ rating }) => stateOf(t.ratingNames, { excellent: 'ok', fail: 'bad' })(rating),
      }),
      column('status', usualText[language].status, { value: ({ status }) => t.ratingStatuses[status] }),
    ],
    idOf: ({ id }) => id,
    nameOf: ({ division, university }) => String(division ?? university),
    steps: ({ status }) =>
      status === 'proposed' && may(actor, 'office-rating.decide')
        ? [
            {
              ...{ key: 'decide', label: t.decide, question: t.decideQuestion, doLabel: t.decideDo, done: t.decided },
              ...{ path: ({ id }) => `${ratings}/${id}/decide`, body: () => ({}) },
            },
          ]
        : [],
    tools: may(actor, 'office-rating.propose')
      ? [
          {
            ...{ key: 'propose', label: t.propose, question: t.proposeQuestion, done: t.proposed },
            fields: [
              { key: 'officeId', label: t.officeField, kind: 'text', maxLength: 40 },
              { key: 'rating', label: t.rating, kind: 'one-of', options: optionsOf(t.ratingNames, officeRatings) },
            ],
            ...{ path: () => ratings, body: (values) => ({ season, ...values }) },
          },
        ]
      : [],
    empty: t.ratingsNone,
  }),
);
