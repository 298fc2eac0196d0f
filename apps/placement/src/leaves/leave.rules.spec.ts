import { describe, expect, test } from '@jest/globals';
import { sampleRulebook as book } from '@xibu/domain/samples';
import { sampleVolunteer } from '../volunteers/sample-volunteer.js';
import type { Leave } from './leave.js';
import { askLeave, cancelLeave, overdueOn, returnFromLeave, tiersOf, usedDays } from './leave.rules.js';

const now = new Date('2023-10-09T02:00:00Z');
const request = { kind: 'personal', from: '2023-10-10', to: '2023-10-11', reason: '家事', destination: '家' } as const;
const asking = { id: 'l', earlier: [], hospitalNoteSealed: null };
const leave = (changes: Partial<Leave> = {}): Leave => ({
  ...askLeave(sampleVolunteer(), request, asking, book, now),
  ...changes,
});

test.each([
  [1, ['unit']],
  [2, ['unit']],
  [3, ['unit', 'county']],
  [10, ['unit', 'county']],
  [11, ['county', 'region']],
  [15, ['county', 'region']],
])('%s days go to %j', (days, tiers) => {
  expect(tiersOf(days, book)).toEqual(tiers);
});

describe('the caps', () => {
  test('15 days are allowed and 16 are not; 20 a year are allowed and 21 are not', () => {
    const ask = (to: string, earlier: readonly Leave[] = []) =>
      askLeave(sampleVolunteer(), { ...request, to }, { ...asking, earlier }, book, now);
    expect(ask('2023-10-24').days).toBe(15);
    expect(() => ask('2023-10-25')).toThrow('leave.too-long');
    const earlier = [leave({ status: 'returned', from: '2023-09-01', to: '2023-09-10', days: 10 })];
    expect(ask('2023-10-19', earlier).days).toBe(10);
    expect(() => ask('2023-10-20', earlier)).toThrow('leave.over-year');
  });

  test('a refused leave, an exam and a leave of another year of service count for nothing', () => {
    const leaves = [
      leave({ status: 'refused' }),
      leave({ kind: 'exam', status: 'returned' }),
      leave({ status: 'returned', from: '2024-07-25', to: '2024-07-26' }),
    ];
    expect(usedDays({ termFrom: '2023-07-25' }, leaves, '2023-10-09', book)).toBe(0);
    expect(usedDays({ termFrom: '2023-07-25' }, leaves, '2024-08-01', book)).toBe(2);
  });

  test('who came back early used only the days away', () => {
    const early = leave({ status: 'returned', from: '2023-10-10', to: '2023-10-19', returnedOn: '2023-10-13' });
    expect(usedDays({ termFrom: '2023-07-25' }, [early], '2023-10-20', book)).toBe(3);
  });
});

test.each([
  ['2023-10-11', 0],
  ['2023-10-12', 0],
  ['2023-10-13', 1],
  ['2023-10-14', 2],
] as const)('a leave up to 11 October is, as %s begins, %s days overdue', (day, days) => {
  expect(overdueOn({ to: '2023-10-11' }, day)).toBe(days);
});

test('nobody returns from a leave that was not approved, and nobody cancels one that has begun', () => {
  expect(() => returnFromLeave(leave(), '2023-10-09', now)).toThrow('leave.wrong-step');
  const begun = leave({ status: 'approved', waitsFor: null, from: '2023-10-09' });
  expect(() => cancelLeave(begun, now)).toThrow('leave.wrong-step');
  expect(cancelLeave(leave({ status: 'approved', waitsFor: null }), now).status).toBe('cancelled');
});

test('only who is on post asks for leave', () => {
  const ask = () => askLeave(sampleVolunteer({ status: 'agreement-signed' }), request, asking, book, now);
  expect(ask).toThrow('volunteer.wrong-step');
});
