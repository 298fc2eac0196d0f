import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { halfUp, largestRemainder, reduced, roundToUnit, toFen } from './exact.rules.js';

const natural = fc.bigInt({ min: 0n, max: 10n ** 14n });
const positive = fc.bigInt({ min: 1n, max: 10n ** 6n });

test.each([
  [1n, 2n, 1n],
  [-1n, 2n, -1n],
  [3n, 2n, 2n],
  [-3n, 2n, -2n],
  [49n, 100n, 0n],
  [-49n, 100n, 0n],
  [0n, 7n, 0n],
  [14n, 7n, 2n],
])('%d/%d is rounded to %d: halves go away from zero', (numerator, denominator, rounded) => {
  expect(halfUp({ numerator, denominator })).toBe(rounded);
});

test.each([
  ['half-up', 10n, 10125n, 10130n],
  ['half-up', 10n, 10124n, 10120n],
  ['up', 10n, 10121n, 10130n],
  ['up', 10n, 10120n, 10120n],
  ['down', 10n, 10129n, 10120n],
  ['up', 1n, 0n, 0n],
  ['half-up', 100n, 50n, 100n],
] as const)('%s to %d fen makes %d into %d', (mode, unit, value, rounded) => {
  expect(roundToUnit({ numerator: value * 1_000_000n, denominator: 1_000_000n }, unit, mode)).toBe(rounded);
});

test('rounding up starts with the smallest fraction above a multiple', () => {
  expect(roundToUnit({ numerator: 10_000_001n, denominator: 1_000_000n }, 10n, 'up')).toBe(20n);
});

test('splitting a rounded sum never loses a fen, and moves no part by a whole fen', () => {
  fc.assert(
    fc.property(fc.array(natural, { minLength: 1, maxLength: 12 }), positive, (numerators, denominator) => {
      const total = halfUp({ numerator: numerators.reduce((sum, each) => sum + each, 0n), denominator });
      const parts = largestRemainder(numerators, denominator, total);
      expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(total);
      for (const [index, part] of parts.entries()) {
        const difference = part * denominator - (numerators[index] ?? 0n);
        expect(difference < denominator && difference > -denominator).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});

test('equal fractions are decided by order', () => {
  expect(largestRemainder([5n, 5n, 5n], 10n, 2n)).toEqual([1n, 1n, 0n]);
  expect(largestRemainder([5n, 6n, 5n], 10n, 2n)).toEqual([1n, 1n, 0n]);
  expect(largestRemainder([15n, 5n, 9n], 10n, 3n)).toEqual([2n, 0n, 1n]);
});

test.each([[-1n], [4n]])('a total of %d cannot be split over three shares of nothing', (total) => {
  expect(() => largestRemainder([0n, 0n, 0n], 1n, total)).toThrow(RangeError);
});

test('an amount that a number cannot hold is a fault, not a wrong amount', () => {
  expect(toFen(9_007_199_254_740_991n)).toBe(Number.MAX_SAFE_INTEGER);
  expect(() => toFen(9_007_199_254_740_992n)).toThrow(RangeError);
});

test('fractions are shown in lowest terms', () => {
  expect(reduced({ numerator: 6n, denominator: 4n })).toEqual({ numerator: 3n, denominator: 2n });
  expect(reduced({ numerator: 0n, denominator: 62n })).toEqual({ numerator: 0n, denominator: 1n });
});
