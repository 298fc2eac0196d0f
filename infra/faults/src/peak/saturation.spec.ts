import { expect, test } from '@jest/globals';
import { costsOf, type Spent } from './costs.js';
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
const spent = (change: Partial<Spent>): Spent => ({
  ...{ seconds: 10, processorMs: 0, refused: 0 },
  accepted: { 'sign-in': 0, draft: 0, status: 0, public: 0, submit: 100 },
  ...change,
});

test('what everything accepted does not explain, the refusals have cost', () => {
  // At saturation a submission costs half of what it costs alone: 100 of them 400 ms beside 10 ms a second of idleness.
  const saturation = spent({ processorMs: 500 });
  const overload = spent({ processorMs: 600, refused: 200 });
  expect(costsOf(alone, 10, saturation, overload)).toEqual({
    ...{ acceptanceMs: 4, submissionMs: 4, refusalMs: 0.5, ratio: 0.125 },
  });
});

test('what other kinds are accepted in overload is paid for at their own price', () => {
  const saturation = spent({ processorMs: 900 });
  const overload = spent({
    ...{ processorMs: 700, refused: 100, accepted: { 'sign-in': 0, draft: 0, status: 400, public: 0, submit: 0 } },
  });
  expect(costsOf(alone, 10, saturation, overload)).toMatchObject({ acceptanceMs: 1, submissionMs: 8, refusalMs: 2 });
});

test('too few refusals, or no work at saturation, give no cost', () => {
  expect(costsOf(alone, 10, spent({ processorMs: 500 }), spent({ processorMs: 900, refused: 49 }))).toBeNull();
  const none = { 'sign-in': 0, draft: 0, status: 0, public: 0, submit: 0 };
  expect(costsOf(alone, 10, spent({ accepted: none }), spent({ processorMs: 900, refused: 500 }))).toBeNull();
});
