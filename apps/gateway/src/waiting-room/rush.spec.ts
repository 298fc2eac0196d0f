import { expect, test } from '@jest/globals';
import { Rush } from './rush.js';

/** A rush that is looked at every second, with as many refusals in each. */
function watch(rush: Rush, fromSecond: number, refusals: readonly number[], waiting = 0): void {
  refusals.forEach((_, index) => {
    const refused = total + refusals.slice(0, index + 1).reduce((sum, count) => sum + count, 0);
    rush.look(
      () => refused,
      () => waiting,
      (fromSecond + index) * 1000,
    );
  });
  total += refusals.reduce((sum, count) => sum + count, 0);
}

let total = 0;
const seconds = (count: number, refusals: number): number[] => Array.from({ length: count }, () => refusals);

function newRush(): Rush {
  total = 0;
  return new Rush({ at: 50, perSecondMax: 20 }, 0);
}

test('single refusals open nothing', () => {
  const rush = newRush();
  watch(rush, 1, seconds(600, 4));
  expect(rush.isOpen).toBe(false);
});

test('many refusals of people at work within ten seconds open the waiting room', () => {
  const rush = newRush();
  watch(rush, 1, seconds(9, 5));
  expect(rush.isOpen).toBe(false);
  watch(rush, 10, [5]);
  expect(rush.isOpen).toBe(true);
});

test('it closes when nobody waits and nobody was refused for a minute, not before', () => {
  const rush = newRush();
  watch(rush, 1, [100]);
  watch(rush, 2, seconds(59, 0));
  expect(rush.isOpen).toBe(true);
  watch(rush, 61, [0, 0], 3);
  expect(rush.isOpen).toBe(true);
  watch(rush, 63, [0]);
  expect(rush.isOpen).toBe(false);
});

test('the pace halves with each second in which somebody at work is refused, and grows again slowly', () => {
  const rush = newRush();
  watch(rush, 1, [10, 10]);
  expect(rush.perSecond).toBe(5);
  watch(rush, 3, seconds(10, 10));
  expect(rush.perSecond).toBe(1);
  watch(rush, 13, seconds(5, 0));
  expect(rush.perSecond).toBe(6);
  watch(rush, 18, seconds(100, 0));
  expect(rush.perSecond).toBe(20);
});

test('within one second it looks once', () => {
  const rush = newRush();
  expect(
    rush.look(
      () => 60,
      () => 0,
      1500,
    ),
  ).toBe(true);
  expect(
    rush.look(
      () => 900,
      () => 0,
      1900,
    ),
  ).toBe(false);
});
