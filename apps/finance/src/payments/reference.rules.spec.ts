import { expect, test } from '@jest/globals';
import { isReference } from '../bank-files/payment-file.js';
import { payStartOf, seasonsOf } from '../seasons/seasons-of.rules.js';
import { referenceOf, referencesFrom } from './reference.rules.js';

test('a reference is P and the month, the county and a serial', () => {
  expect(referenceOf('2023-09', 152221, 17)).toBe('P2023091522210000017');
  expect(referencesFrom('2023-09', 152221, 9_999_998, 2).every(isReference)).toBe(true);
});

test.each([
  ['2023-07-31', '2022-2023', '2023-2024'],
  ['2023-08-01', '2023-2024', '2024-2025'],
  ['2024-01-01', '2023-2024', '2024-2025'],
] as const)('%s lies in the year %s', (day, own, next) => {
  expect(seasonsOf(day)).toEqual([own, next]);
});

test('the pay of a year begins with July, when its volunteers report in', () => {
  expect(payStartOf('2023-2024')).toBe('2023-07');
});
