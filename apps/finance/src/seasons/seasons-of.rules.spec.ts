import { expect, test } from '@jest/globals';
import { payStartOf, seasonsOf } from './seasons-of.rules.js';

test.each([
  ['2023-07-31', '2022-2023', '2023-2024'],
  ['2023-08-01', '2023-2024', '2024-2025'],
  ['2023-12-31', '2023-2024', '2024-2025'],
  ['2024-01-01', '2023-2024', '2024-2025'],
  ['2024-07-31', '2023-2024', '2024-2025'],
] as const)('%s lies in the programme year %s (domain: 年度, August to July)', (day, own, next) => {
  expect(seasonsOf(day)).toEqual([own, next]);
});

test('the pay of a year begins with July, when its volunteers report in', () => {
  expect(payStartOf('2023-2024')).toBe('2023-07');
});
