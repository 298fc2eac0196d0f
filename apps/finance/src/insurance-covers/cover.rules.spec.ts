import { expect, test } from '@jest/globals';
import { coverEnd, coverStart, endOn, within } from './cover.rules.js';

const values = { insuranceDaysBeforeReportIn: 3, insuranceDaysAfterLeaving: 3 };
const policy = { from: '2023-07-01', to: '2024-08-10' } as const;

test('cover begins three days before report-in opens, or on the day of a later admission', () => {
  expect(coverStart('2023-07-24', '2023-07-01', values)).toBe('2023-07-21');
  expect(coverStart('2023-07-24', '2023-07-21', values)).toBe('2023-07-21');
  expect(coverStart('2023-07-24', '2023-07-28', values)).toBe('2023-07-28');
});

test('cover lasts three days beyond the last day of service', () => {
  expect(coverEnd('2024-07-24', values)).toBe('2024-07-28');
});

test.each([
  ['the wanted days', { from: '2023-07-21', to: '2024-07-28' }, { from: '2023-07-21', to: '2024-07-28' }],
  ['its own end when none is wanted', { from: '2023-07-21', to: null }, { from: '2023-07-21', to: '2024-08-10' }],
  ['no day before its first', { from: '2023-06-01', to: '2023-07-05' }, { from: '2023-07-01', to: '2023-07-05' }],
  ['nothing when it is over', { from: '2024-08-10', to: null }, null],
  ['nothing when it has not begun', { from: '2023-06-01', to: '2023-07-01' }, null],
] as const)('a policy gives %s', (_, wanted, given) => {
  expect(within(wanted, policy)).toEqual(given);
});

test('what has begun ends that day; what has not never began', () => {
  expect(endOn('2023-07-21', '2023-07-22')).toEqual({ to: '2023-07-22', status: 'ended' });
  expect(endOn('2023-07-21', '2023-07-21')).toEqual({ to: '2023-07-21', status: 'void' });
  expect(endOn('2023-07-21', '2023-07-01')).toEqual({ to: '2023-07-21', status: 'void' });
});
