import { expect, test } from '@jest/globals';
import { type Attempt, figuresOf, percentile, recoveryOf, secondsOf } from './figures.js';

const attempt = (change: Partial<Attempt>): Attempt => ({
  ...{ intent: 0, nth: 0, kind: 'submit', dueMs: 100, sentMs: 110, endMs: 150, status: 200, isPolite: false },
  ...change,
});

test('a percentile is the nearest rank, and nothing has none', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect([0.5, 0.95, 0.99, 1].map((share) => percentile(values, share))).toEqual([50, 95, 99, 100]);
  expect(percentile([7], 0.01)).toBe(7);
  expect(percentile([], 0.5)).toBeNull();
});

test('a wait counts from when it was due, however late it was sent', () => {
  const { p50, p99 } = figuresOf([attempt({ dueMs: 0, sentMs: 800, endMs: 900 })], 0, 1_000);
  expect([p50, p99]).toEqual([900, 900]);
});

test('what was due is offered, what was answered is accepted or refused, each in its own second', () => {
  const attempts = [
    attempt({ dueMs: 900, endMs: 1_100 }),
    attempt({ dueMs: 950, endMs: 960, status: 503, isPolite: true }),
    attempt({ dueMs: 1_500, endMs: 1_600, nth: 1, kind: 'status', status: 304 }),
    attempt({ dueMs: 1_500, endMs: 1_700, status: 0 }),
  ];
  const [first, second] = secondsOf(attempts, 2);
  expect(first).toMatchObject({ offered: 2, tries: 2, accepted: 0, refused: 1, p99: 200 });
  expect(second).toMatchObject({ offered: 1, tries: 2, accepted: 2, submitted: 1, refused: 0, unanswered: 1 });
});

test('recovery is three seconds in a row without a refusal and without a slow answer', () => {
  const second = (p99: number, refused = 0) => ({ ...figuresOf([], 0, 1_000), p99, refused });
  const after = [second(9), second(900), second(50, 1), second(50), second(50), second(50), second(50)];
  expect(recoveryOf(after, 1_000, 100)).toBe(2);
  expect(recoveryOf(after, 1_000, 20)).toBeNull();
  expect(recoveryOf(after.slice(0, 5), 1_000, 100)).toBeNull();
});
