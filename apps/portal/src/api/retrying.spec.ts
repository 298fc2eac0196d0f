import { expect, test } from '@jest/globals';
import { isBusy, secondsToWait, someChance } from './retrying.js';

test('what the answer says is waited for, and a little more, never less', () => {
  expect([secondsToWait(8, 0, 0), secondsToWait(8, 5, 1)]).toEqual([8, 10]);
});

test('without a word each wait is longer, up to a bound', () => {
  expect([0, 1, 2, 3, 9].map((tries) => secondsToWait(null, tries, 0))).toEqual([2, 5, 10, 20, 20]);
  expect(secondsToWait(100_000, 0, 0)).toBe(60);
});

test.each([0, 429, 503, 504])('%i is tried again', (status) => {
  expect(isBusy({ status })).toBe(true);
});

test.each([-1, 400, 401, 409, 422, 500])('%i is not: somebody has to look at it', (status) => {
  expect(isBusy({ status })).toBe(false);
});

test('chance is from 0 to 1 and never twice the same', () => {
  const drawn = Array.from({ length: 50 }, someChance);
  expect(drawn.every((one) => one >= 0 && one < 1)).toBe(true);
  expect(new Set(drawn).size).toBeGreaterThan(45);
});
