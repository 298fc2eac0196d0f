import { expect, test } from '@jest/globals';
import { sufficiencyOf } from './sufficiency.rules.js';

test.each([
  [
    'reaches',
    { arrivedFen: 1000, committedFen: 400, lastMonthFen: 300 },
    { leftFen: 600, monthsLeft: 2, state: 'enough', executedPercent: 40 },
  ],
  [
    'is short',
    { arrivedFen: 1000, committedFen: 401, lastMonthFen: 300 },
    { leftFen: 599, monthsLeft: 1, state: 'short', executedPercent: 40 },
  ],
  [
    'is overspent',
    { arrivedFen: 1000, committedFen: 1001, lastMonthFen: 300 },
    { leftFen: -1, monthsLeft: 0, state: 'overspent', executedPercent: 100 },
  ],
  [
    'is untouched',
    { arrivedFen: 1000, committedFen: 0, lastMonthFen: 0 },
    { leftFen: 1000, monthsLeft: null, state: 'enough', executedPercent: 0 },
  ],
  [
    'never came',
    { arrivedFen: 0, committedFen: 5, lastMonthFen: 5 },
    { leftFen: -5, monthsLeft: 0, state: 'overspent', executedPercent: null },
  ],
] as const)('a fund that %s says so', (_, figures, expected) => {
  expect(sufficiencyOf(figures, 2)).toEqual(expected);
});

test.each([
  [1_199, 'short'],
  [1_200, 'enough'],
] as const)('with %d fen left and 300 a month, four months ahead are %s', (left, state) => {
  const figures = { arrivedFen: left, committedFen: 0, lastMonthFen: 300 };
  expect(sufficiencyOf(figures, 4).state).toBe(state);
});

test('what is spent to the last fen is not overspent, and executed in full', () => {
  expect(sufficiencyOf({ arrivedFen: 500, committedFen: 500, lastMonthFen: 0 }, 2)).toEqual({
    ...{ leftFen: 0, executedPercent: 100, monthsLeft: null, state: 'enough' },
  });
});
