import { expect, test } from '@jest/globals';
import { rfc3339 } from '@xibu/domain';
import { dueBetween } from './schedule.js';

const due = (cadence: Parameters<typeof dueBetween>[0], from: string, to: string): string[] =>
  dueBetween(cadence, new Date(from), new Date(to)).map(rfc3339);

test('a day schedule is due once each legal day, also for the days that were missed', () => {
  expect(due({ every: 'day', at: '06:00' }, '2023-05-01T06:00:00+08:00', '2023-05-03T05:59:59+08:00')).toEqual([
    '2023-05-02T06:00:00.000+08:00',
  ]);
  expect(due({ every: 'day', at: '06:00' }, '2023-05-01T05:00:00+08:00', '2023-05-03T06:00:00+08:00')).toHaveLength(3);
});

test('where the latest day is enough, the days before it are not made up for', () => {
  const latest = { every: 'day', at: '06:00', missed: 'latest' } as const;
  expect(due(latest, '2023-05-01T05:00:00+08:00', '2023-05-14T06:00:00+08:00')).toEqual([
    '2023-05-14T06:00:00.000+08:00',
  ]);
  expect(due(latest, '2023-05-14T06:00:00+08:00', '2023-05-15T05:59:59+08:00')).toEqual([]);
});

test('legal time counts, not UTC: half past midnight in Shanghai is the new day', () => {
  expect(due({ every: 'day', at: '00:10' }, '2023-05-01T15:00:00Z', '2023-05-01T16:30:00Z')).toEqual([
    '2023-05-02T00:10:00.000+08:00',
  ]);
});

test('a month schedule is due on its day of each month', () => {
  const month = { every: 'month', day: 5, at: '01:00' } as const;
  expect(due(month, '2023-11-30T00:00:00+08:00', '2024-02-05T01:00:00+08:00')).toEqual([
    '2023-12-05T01:00:00.000+08:00',
    '2024-01-05T01:00:00.000+08:00',
    '2024-02-05T01:00:00.000+08:00',
  ]);
});

test('minutes that were missed are not made up for', () => {
  expect(due({ every: 'minute' }, '2023-05-01T00:00:00+08:00', '2023-05-01T03:00:30+08:00')).toEqual([
    '2023-05-01T03:00:00.000+08:00',
  ]);
});
