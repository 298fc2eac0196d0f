import { expect, test } from '@jest/globals';
import { costsOf } from './costs.js';
import { nextRate, type Step, saturationOf } from './saturation.js';

const step = (rate: number, accepted: number, p95: number | null = 50): Step => {
  return { rate, accepted, submitted: accepted / 10, p95 };
};

test('the rate rises as long as more is done in time', () => {
  expect(nextRate([])).toBe(40);
  expect(nextRate([step(40, 40)])).toBe(56);
  expect(nextRate([step(40, 40), step(56, 56)])).toBe(78);
});

test('the search ends when nothing is gained, when answers come late or not at all, and after its last step', () => {
  expect(nextRate([step(40, 40), step(56, 41)])).toBeNull();
  expect(nextRate([step(40, 40), step(56, 56, 2_001)])).toBeNull();
  expect(nextRate([step(40, 40), step(56, 0, null)])).toBeNull();
  const many = Array.from({ length: 14 }, (_, index) => step(40 * 1.4 ** index, 40 * 1.4 ** index));
  expect(nextRate(many)).toBeNull();
  expect(nextRate(many.slice(0, 13))).not.toBeNull();
});

test('the system is full where it did the most, also when it did less under more', () => {
  expect(saturationOf([step(40, 40), step(80, 75), step(112, 30)])).toMatchObject({ rate: 80, accepted: 75 });
  expect(() => saturationOf([])).toThrow('at least one step');
});

const alone = { 'sign-in': 2, draft: 4, status: 1, public: 1, submit: 8 };
const shares = { 'sign-in': 1, draft: 1, status: 1, public: 1, submit: 4 };

test('an acceptance costs what its kinds cost, as often as they come; a refusal what refusing has cost', () => {
  const costs = costsOf(alone, shares, { processorMs: 100, refused: 200 });
  expect(costs).toEqual({ acceptanceMs: 5, submissionMs: 8, refusalMs: 0.5, ratio: 0.1 });
});

test('too few refusals, and a machine that tells no processor time, give no cost', () => {
  expect(costsOf(alone, shares, { processorMs: 100, refused: 49 })).toBeNull();
  expect(costsOf(alone, shares, { processorMs: 0, refused: 200 })).toBeNull();
  const none = { 'sign-in': 0, draft: 0, status: 0, public: 0, submit: 0 };
  expect(costsOf(none, shares, { processorMs: 100, refused: 200 })).toBeNull();
});
