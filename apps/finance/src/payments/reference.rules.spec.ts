import { expect, test } from '@jest/globals';
import { isReference } from '../bank-files/payment-file.js';
import { referenceOf, referencesFrom } from './reference.rules.js';

test('a reference is P and the month, the county and a serial', () => {
  expect(referenceOf('2023-09', 152221, 17)).toBe('P2023091522210000017');
  expect(referencesFrom('2023-09', 152221, 9_999_998, 2).every(isReference)).toBe(true);
});
