import { may } from '@xibu/domain/access';
import {
  type DepartureView,
  type ExtensionView,
  type LeaveRow,
  leaveStatuses,
  type PostChangeView,
} from '@xibu/domain/placement/api';
import { asCounty, countyColumn, optionsOf, stateOf } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import type { StepAction } from '../ui/StepButton.js';
import { leaveTierOf, yesAndNo } from './deciding.js';
import { leavesText } from './leaves.text.js';

const base = '/api/placement';
const tones = { requested: 'act', approved: 'ok', refused: 'bad', overdue: 'bad', proposed: 'act' } as const;

/** 请假: what waits for one's own tier, and everything else of one's area. */
export const Leaves = workPage<(typeof leavesText)['zh'], LeaveRow>(leavesText, (t, { actor, language }) => {
  const usual = usualText[language];
  const back: StepAction<LeaveRow> = {
    ...{ key: 'return', label: t.back, question: t.backQuestion, done: t.backDone },
    fields: [{ key: 'on', label: t.backOn, kind: 'date' }],
    ...{ path: ({ id }) => `${base}/leaves/${id}/return`, body: (values) => values },
  };
  return {
    title: t.title,
    intro: t.intro,
    source: { list: `${base}/leaves`, filters: {} },
    columns: [
      column('name', usual.name, { kind: 'name' }),
      column('number', t.number, { sorts: true }),
      countyColumn<LeaveRow>(language),
      column('kind', t.kind, { value: ({ kind }) => usual.leaves[kind] }),
      column('from', t.from, { kind: 'date', sorts: true }),
      column('to', t.to, { kind: 'date' }),
      column('days', t.days, { kind: 'count', sorts: true }),
      column('waitsFor', t.waits, { value: ({ waitsFor }) => waitsFor && t.waitsFor[waitsFor] }),
      column('status', usual.status, {
        kind: 'state',
        state: ({ status }) => stateOf(t.statuses, tones)(status),
      }),
    ],
    idOf: ({ id }) => id,
    nameOf: ({ name }) => name,
    steps: ({ waitsFor, status }) => {
      if (waitsFor && waitsFor === leaveTierOf(actor)) return yesAndNo(`${base}/leaves`, 'decide', language);
      const away = status === 'approved' || status === 'overdue';
      return away && may(actor, 'leave.return') ? [back] : [];
    },
    choices: [
      { key: 'status', label: usual.status, options: optionsOf(t.statuses, leaveStatuses) },
      { key: 'waitsFor', label: t.waits, options: optionsOf(t.waitsFor) },
    ],
    empty: t.none,
  };
});

/** 岗位调整, decided by the lowest tier that both posts lie in. */
export const PostChanges = workPage<(typeof leavesText)['zh'], PostChangeView>(
  leavesText,
  (t, { actor, language }) => ({
    title: t.postChanges,
    source: { list: `${base}/post-changes`, filters: {} },
    columns: [
      column('number', t.number, { sorts: true }),
      column('fromCounty', t.fromPost, asCounty),
      column('toCounty', t.toPost, asCounty),
      column('askedBy', t.askedBy, { value: ({ askedBy }) => t.askers[askedBy] }),
      column('reason', usualText[language].reason, { kind: 'name' }),
      column('tier', t.tier, { value: ({ tier }) => t.tiers[tier] }),
      column('status', usualText[language].status, {
        kind: 'state',
        state: ({ status }) => stateOf(t.changeStatuses, tones)(status),
      }),
    ],
    idOf: ({ id }) => id,
    nameOf: ({ number }) => number,
    steps: ({ status, tier }) =>
      status === 'requested' && actor.roles.includes(`${tier}.approver`)
        ? yesAndNo(`${base}/post-changes`, 'decide', language)
        : [],
    choices: [{ key: 'status', label: usualText[language].status, options: optionsOf(t.changeStatuses) }],
    empty: t.changeNone,
  }),
);

/** 离岗: the county agrees or proposes, the region decides. */
export const Departures = workPage<(typeof leavesText)['zh'], DepartureView>(leavesText, (t, { actor, language }) => ({
  title: t.departures,
  source: { list: `${base}/departures`, filters: {} },
  columns: [
    column('number', t.number, { sorts: true }),
    countyColumn<DepartureView>(language),
    column('kind', t.kind, { value: ({ kind }) => t.departureKinds[kind] }),
    column('lastDay', t.lastDay, { kind: 'date', sorts: true }),
    column('reason', usualText[language].reason, { kind: 'name' }),
    column('status', usualText[language].status, {
      kind: 'state',
      state: ({ status }) => stateOf(t.departureStatuses, tones)(status),
    }),
  ],
  idOf: ({ id }) => id,
  nameOf: ({ number }) => number,
  steps: ({ status }) => {
    if (status === 'requested' && may(actor, 'departure.agree')) {
      return yesAndNo(`${base}/departures`, 'agree', language);
    }
    const ripe = status === 'county-agreed' || status === 'proposed';
    return ripe && may(actor, 'departure.decide') ? yesAndNo(`${base}/departures`, 'decide', language) : [];
  },
  choices: [{ key: 'status', label: usualText[language].status, options: optionsOf(t.departureStatuses) }],
  empty: t.departureNone,
}));

/** 延期服务: the county agrees, the region decides. */
export const Extensions = workPage<(typeof leavesText)['zh'], ExtensionView>(leavesText, (t, { actor, language }) => ({
  title: t.extensions,
  source: { list: `${base}/extensions`, filters: {} },
  columns: [
    column('number', t.number, { sorts: true }),
    countyColumn<ExtensionView>(language),
    column('season', usualText[language].season),
    column('from', t.from, { kind: 'date', sorts: true }),
    column('to', t.to, { kind: 'date' }),
    column('reason', usualText[language].reason, { kind: 'name' }),
    column('status', usualText[language].status, {
      kind: 'state',
      state: ({ status }) => stateOf(t.extensionStatuses, tones)(status),
    }),
  ],
  idOf: ({ id }) => id,
  nameOf: ({ number }) => number,
  steps: ({ status }) => {
    if (status === 'requested' && may(actor, 'extension.agree')) {
      return yesAndNo(`${base}/extensions`, 'agree', language);
    }
    return status === 'county-agreed' && may(actor, 'extension.decide')
      ? yesAndNo(`${base}/extensions`, 'decide', language)
      : [];
  },
  choices: [{ key: 'status', label: usualText[language].status, options: optionsOf(t.extensionStatuses) }],
  empty: t.extensionNone,
}));
