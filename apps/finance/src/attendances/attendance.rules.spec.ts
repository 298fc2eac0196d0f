import { expect, test } from '@jest/globals';
import type { LegalDate } from '@xibu/domain';
import { sampleActor } from '../offices/sample-actor.js';
import type { MonthAtUnit } from './attendance.rules.js';
import { confirm, correct } from './attendance.rules.js';

const now = new Date('2023-10-01T09:00:00+08:00');
const actor = sampleActor('unit');
const given: MonthAtUnit = {
  ...{ month: '2023-09', unit: 'u1', today: '2023-10-01', runStatus: null },
  stays: [
    { accountId: 'a', division: 152201, from: '2023-08-01', to: null },
    { accountId: 'b', division: 152201, from: '2023-09-10', to: '2023-09-20' },
  ],
};
const marked = (accountId: string, ...days: string[]) => [{ accountId, days, reason: '事假超期' }];
const refused = (code: string) => expect.objectContaining({ code });

test('a unit confirms the month for everybody who served there, and names the days without pay', () => {
  const [attendance, days] = confirm('i', given, marked('b', '2023-09-10', '2023-09-19'), actor, now);
  expect(attendance).toMatchObject({ division: 152201, unit: 'u1', people: 2, confirmed: { account: actor.account } });
  expect(days.map(({ accountId, day }) => `${accountId} ${day}`)).toEqual(['b 2023-09-10', 'b 2023-09-19']);
});

test.each([
  ['before the stay', 'b', '2023-09-09'],
  ['after the stay', 'b', '2023-09-20'],
  ['of another month', 'a', '2023-08-31'],
  ['that is none', 'a', '2023-09-31'],
  ['of somebody who serves elsewhere', 'c', '2023-09-15'],
])('a day %s cannot be marked', (_, accountId, day) => {
  expect(() => confirm('i', given, marked(accountId, day), actor, now)).toThrow(refused('attendance.day-not-served'));
});

test('a mark without a reason is refused', () => {
  const unpaid = [{ accountId: 'a', days: ['2023-09-01'], reason: ' ' }];
  expect(() => confirm('i', given, unpaid, actor, now)).toThrow(refused('reason.missing'));
});

test('a month is confirmed on its last day at the earliest', () => {
  const at = (today: LegalDate) => () => confirm('i', { ...given, today }, [], actor, now);
  expect(at('2023-09-29')).toThrow(refused('attendance.not-over'));
  expect(at('2023-09-30')).not.toThrow();
});

test('a unit without volunteers has nothing to confirm', () => {
  expect(() => confirm('i', { ...given, stays: [] }, [], actor, now)).toThrow(refused('attendance.nobody'));
});

test.each(['attendance-locked', 'calculated', 'county-approved'])(
  'nothing changes under a run that is %s',
  (runStatus) => {
    expect(() => confirm('i', { ...given, runStatus }, [], actor, now)).toThrow(refused('attendance.locked'));
    const [attendance] = confirm('i', given, [], actor, now);
    expect(() => correct(attendance, { ...given, runStatus }, { unpaid: [], reason: '更正' }, actor, now)).toThrow(
      refused('attendance.locked'),
    );
  },
);

test('after the release a correction is possible, with its reason, and makes a difference in the next run', () => {
  const [attendance] = confirm('i', given, [], actor, now);
  const released = { ...given, runStatus: 'released' };
  const [corrected, days] = correct(
    attendance,
    released,
    { unpaid: marked('a', '2023-09-03'), reason: '更正' },
    actor,
    now,
  );
  expect(corrected).toMatchObject({ version: 2, corrected: { reason: '更正' } });
  expect(days).toHaveLength(1);
  expect(() => correct(attendance, released, { unpaid: [], reason: '' }, actor, now)).toThrow(
    refused('reason.missing'),
  );
});
