import { describe, expect, test } from '@jest/globals';
import { type RunStatus, runStatuses } from '@xibu/domain/finance/api';
import { SubsidyRunReleased } from '@xibu/domain/finance/events';
import { sampleRulebook } from '@xibu/domain/samples';
import { expectShape, sampleOf } from '@xibu/platform/testing-samples';
import { codeOf } from '../offices/refusal-code.js';
import { sampleActor } from '../offices/sample-actor.js';
import { sampleRun } from './sample-run.js';
import type { SubsidyRun } from './subsidy-run.js';
import {
  approve,
  dueDayOf,
  finishCalculation,
  lockAttendance,
  open,
  release,
  requireCalculable,
  sendBack,
  settingsOf,
  standingOf,
  unlockAttendance,
} from './subsidy-run.rules.js';

const now = new Date('2023-10-06T09:00:00+08:00');
const who = sampleActor;
const figures = {
  ...{ people: 2, payable: 2, exceptions: 0, grossFen: 1, personalFen: 0, employerFen: 0, netFen: 1 },
  ...{ inputDigest: 'i', resultDigest: 'r' },
};

/** Each step, and the only states from which it is possible. */
const steps: Record<string, { from: readonly RunStatus[]; take: (run: SubsidyRun) => unknown }> = {
  lockAttendance: { from: ['draft'], take: (run) => lockAttendance(run, who('officer'), now) },
  unlockAttendance: { from: ['attendance-locked', 'calculated'], take: (run) => unlockAttendance(run, '更正考勤') },
  calculate: { from: ['attendance-locked', 'calculated'], take: (run) => requireCalculable(run, null) },
  finishCalculation: {
    from: ['attendance-locked'],
    take: (run) => finishCalculation(run, figures, who('officer'), now),
  },
  approve: { from: ['calculated'], take: (run) => approve(run, {}, [], who('approver'), now) },
  sendBack: { from: ['calculated', 'county-approved'], take: (run) => sendBack(run, '基数有误') },
  release: { from: ['county-approved'], take: (run) => release(run, 1, who('finance'), now) },
};

describe.each(Object.entries(steps))('%s', (_, { from, take }) => {
  test.each(runStatuses.filter((status) => !from.includes(status)))('is refused from %s', (status) => {
    expect(codeOf(() => take(sampleRun({ status })))).toBe('subsidy-run.wrong-step');
  });
  test.each(from)('is possible from %s', (status) => {
    expect(codeOf(() => take(sampleRun({ status })))).toBe('done');
  });
});

test('a run is opened for a month that is over, with its day of payment and the first month of the year', () => {
  const given = { season: '2023-2024', book: sampleRulebook };
  const run = open('i', { month: '2023-09', county: 152221 }, given, now, '2023-10-01');
  expect(run).toMatchObject({ number: '152221-2023-09', since: '2023-07', dueOn: '2023-10-15', status: 'draft' });
  expect(codeOf(() => open('i', { month: '2023-10', county: 152221 }, given, now, '2023-10-31'))).toBe(
    'subsidy-run.month-not-over',
  );
});

test('the year of pay begins with July, and not after the month of the run', () => {
  const given = { season: '2023-2024', book: sampleRulebook };
  expect(open('i', { month: '2023-07', county: 152221 }, given, now, '2023-08-05').since).toBe('2023-07');
});

test('what the rules of pay are told stands in the rulebook', () => {
  expect(settingsOf(sampleRun(), sampleRulebook)).toEqual({
    ...{ month: '2023-09', since: '2023-07', required: ['living'], insuranceDay: 15, employerSource: 'county' },
  });
  expect(dueDayOf('2023-12', 15)).toBe('2024-01-15');
});

test('whoever calculated a run does not approve it', () => {
  expect(codeOf(() => approve(sampleRun(), {}, [], who('officer'), now))).toBe('four-eyes.same-person');
});

test.each(['officer', 'approver'])('whoever was the %s of a run does not release it', (account) => {
  const approved = approve(sampleRun(), {}, [], who('approver'), now);
  expect(codeOf(() => release(approved, 1, who(account), now))).toBe('four-eyes.same-person');
});

test('a unit that has not confirmed keeps the run from approval, unless a reason says why not', () => {
  expect(codeOf(() => approve(sampleRun(), {}, ['u1'], who('approver'), now))).toBe('subsidy-run.attendance-missing');
  expect(codeOf(() => approve(sampleRun(), { overrideReason: ' ' }, ['u1'], who('approver'), now))).toBe(
    'subsidy-run.attendance-missing',
  );
  const run = approve(sampleRun(), { overrideReason: '单位断网' }, ['u1'], who('approver'), now);
  expect(run).toMatchObject({ status: 'county-approved', overrideReason: '单位断网' });
  expect(approve(sampleRun(), { overrideReason: '不需要' }, [], who('approver'), now).overrideReason).toBeNull();
});

test.each([
  ['unlocked', (run: SubsidyRun, reason: string) => unlockAttendance(run, reason)],
  ['sent back', (run: SubsidyRun, reason: string) => sendBack(run, reason)],
])('a run is %s only with a reason, and shows no result then', (_, take) => {
  expect(codeOf(() => take(sampleRun(), '  '))).toBe('reason.missing');
  expect(take(sampleRun(), '重算')).toMatchObject({ people: 0, netFen: 0, resultDigest: null, returnReason: '重算' });
});

test('months are released in their order', () => {
  expect(codeOf(() => requireCalculable(sampleRun(), '2023-08'))).toBe('subsidy-run.earlier-open');
});

test('a release has its place in the order of releases, and is told', () => {
  const [run, fact] = release(sampleRun({ status: 'county-approved' }), 7, who('finance'), now);
  expect(run).toMatchObject({ status: 'released', releaseSeq: 7, released: { account: 'finance' }, version: 5 });
  expectShape(sampleOf(SubsidyRunReleased), fact.data);
  expect(fact).toMatchObject({ type: SubsidyRunReleased.type, key: run.id, data: { people: 2, netFen: 476_000 } });
});

test.each<[RunStatus, RunStatus, number, number, number]>([
  ['released', 'released', 2, 0, 0],
  ['released', 'sent', 0, 2, 0],
  ['sent', 'sent', 0, 0, 1],
  ['sent', 'paid', 0, 0, 0],
  ['paid', 'released', 1, 0, 0],
  ['closed', 'closed', 0, 0, 1],
])(
  'a run that is %s becomes %s with %d waiting, %d pending and %d returned',
  (before, after, waiting, pending, unreplaced) => {
    expect(standingOf(before, { waiting, pending, unreplaced })).toBe(after);
  },
);
