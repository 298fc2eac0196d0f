import { may } from '@xibu/domain/access';
import type { DispatchView, TrainingView } from '@xibu/domain/placement/api';
import { divisions, stateOf, yesNo } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import type { FieldValue } from '../ui/fields.js';
import { dispatchesText } from './dispatches.text.js';

const dispatches = '/api/placement/dispatches';
const trainings = '/api/placement/trainings';

function linesOf(value: FieldValue): readonly string[] {
  return String(value ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** 派遣: a list for each county, and the hand-over. */
export const Dispatches = workPage<(typeof dispatchesText)['zh'], DispatchView>(
  dispatchesText,
  (t, { actor, language, season }) => ({
    title: t.title,
    intro: t.intro,
    source: { list: dispatches, filters: { season } },
    isWhole: true,
    columns: [
      column('countyName', usualText[language].county, { kind: 'name' }),
      column('number', t.number),
      column('handOverOn', t.handOver, { kind: 'date' }),
      column('place', t.place, { kind: 'name' }),
      column('people', usualText[language].people, { kind: 'count' }),
      column('status', usualText[language].status, {
        kind: 'state',
        state: ({ status }) => stateOf(t.statuses, { prepared: 'act', confirmed: 'ok' })(status),
      }),
    ],
    idOf: ({ id }) => id,
    nameOf: ({ countyName }) => countyName,
    steps: ({ status }) =>
      status === 'prepared' && may(actor, 'dispatch.confirm')
        ? [
            {
              ...{ key: 'confirm', label: t.confirm, question: t.confirmQuestion, doLabel: t.confirmDo },
              ...{ done: t.confirmed, path: ({ id }) => `${dispatches}/${id}/confirm` },
              fields: [{ key: 'missing', label: t.missing, hint: t.missingHint, kind: 'long', optional: true }],
              body: ({ missing }) => ({ missing: linesOf(missing) }),
            },
          ]
        : [],
    tools: may(actor, 'dispatch.prepare')
      ? [
          {
            ...{ key: 'prepare', label: t.prepare, question: t.prepareQuestion, doLabel: t.prepareDo },
            ...{ done: t.prepared, path: () => dispatches },
            fields: [
              {
                ...{ key: 'county', label: usualText[language].county, hint: t.countyHint, optional: true },
                ...{ kind: 'find', path: `${divisions}?level=county`, asNumber: true },
              },
              { key: 'handOverOn', label: t.handOver, kind: 'date' },
              { key: 'place', label: t.place, kind: 'text', maxLength: 100 },
            ],
            body: (values) => ({ season, ...values }),
          },
        ]
      : [],
    empty: t.none,
  }),
);

/** 岗前培训 of the season. */
export const Trainings = workPage<(typeof dispatchesText)['zh'], TrainingView>(
  dispatchesText,
  (t, { actor, language, season }) => ({
    title: t.trainings,
    source: { list: trainings, filters: { season } },
    isWhole: true,
    columns: [
      column('title', t.trainingTitle, { kind: 'name' }),
      column('heldOn', t.heldOn, { kind: 'date' }),
      column('place', t.place, { kind: 'name' }),
      column('hours', t.hours, { kind: 'count' }),
      column('isRequired', t.required, { value: ({ isRequired }) => yesNo(language, isRequired) }),
      column('attended', t.attended, { kind: 'count' }),
      column('absent', t.absent, { kind: 'count' }),
      column('status', usualText[language].status, {
        kind: 'state',
        state: ({ status }) => stateOf(t.trainingStatuses, { planned: 'act', held: 'ok' })(status),
      }),
    ],
    idOf: ({ id }) => id,
    nameOf: ({ title }) => title,
    steps: ({ status }) =>
      status === 'planned' && may(actor, 'training.hold')
        ? [
            {
              ...{ key: 'cancel', label: t.cancel, tone: 'no', done: t.cancelled },
              ...{ path: ({ id }) => `${trainings}/${id}/cancel`, body: () => ({}) },
            },
          ]
        : [],
    tools: may(actor, 'training.hold')
      ? [
          {
            ...{ key: 'plan', label: t.plan, question: t.planQuestion, doLabel: t.planDo, done: t.planned },
            fields: [
              { key: 'title', label: t.trainingTitle, kind: 'text', maxLength: 100 },
              { key: 'heldOn', label: t.heldOn, kind: 'date' },
              { key: 'place', label: t.place, kind: 'text', maxLength: 100 },
              { key: 'hours', label: t.hours, kind: 'count', min: 1, max: 200 },
              { key: 'topics', label: t.topics, hint: t.topicsHint, kind: 'long' },
              { key: 'isRequired', label: t.required, kind: 'yes-no' },
            ],
            ...{
              path: () => trainings,
              body: ({ topics, ...values }) => ({ season, ...values, topics: linesOf(topics) }),
            },
          },
        ]
      : [],
    empty: t.trainingsNone,
  }),
);
