import { expect, test } from '@jest/globals';
import { drawsOf } from '@xibu/local/draws';
import { eveningShares, flat, kinds, lastDay, placesOf, wholeDay } from './evening.js';
import { scheduleOf } from './schedule.js';

test('the last hour before the deadline brings a quarter of the day, and each hour of the evening more than the last', () => {
  const all = lastDay.reduce((sum, part) => sum + part, 0);
  expect(lastDay).toHaveLength(24);
  expect(1 / all).toBeCloseTo(0.25, 2);
  expect(lastDay.slice(18)).toEqual([...lastDay.slice(18)].sort((left, right) => left - right));
});

test('a day pressed into seconds has its highest rate at its end', () => {
  const day = wholeDay('24 hours', 200, 48);
  expect(day.rateAt(47.9)).toBe(200);
  expect(day.rateAt(8)).toBe(2);
  expect(day.rateAt(48)).toBe(200);
});

test('the same seed gives the same schedule; it is in order, and keeps to the rates of its stretches', () => {
  const stretches = [flat('calm', 50, 20), flat('overload', 300, 20)];
  const intents = scheduleOf(stretches, eveningShares, drawsOf('a'));
  expect(scheduleOf(stretches, eveningShares, drawsOf('a'))).toEqual(intents);
  expect(scheduleOf(stretches, eveningShares, drawsOf('b'))).not.toEqual(intents);
  const dues = intents.map(({ dueMs }) => dueMs);
  expect(dues).toEqual([...dues].sort((left, right) => left - right));
  const calm = dues.filter((ms) => ms < 20_000).length;
  expect(calm).toBeGreaterThan(50 * 20 * 0.85);
  expect(calm).toBeLessThan(50 * 20 * 1.15);
  expect(dues.length - calm).toBeGreaterThan(300 * 20 * 0.9);
  expect(dues.length - calm).toBeLessThan(300 * 20 * 1.1);
  expect(dues.at(-1)).toBeLessThan(40_000);
});

test('every kind comes about as often as its share says', () => {
  const intents = scheduleOf([flat('x', 1_000, 10)], eveningShares, drawsOf('shares'));
  for (const kind of kinds) {
    const part = (100 * intents.filter((intent) => intent.kind === kind).length) / intents.length;
    expect(Math.abs(part - eveningShares[kind])).toBeLessThan(2);
  }
});

test('nothing is asked for at a rate of zero, and a kind without a share never comes', () => {
  expect(scheduleOf([flat('night', 0, 60)], eveningShares, drawsOf('a'))).toEqual([]);
  const only = { 'sign-in': 0, draft: 0, status: 0, public: 0, submit: 1 };
  const intents = scheduleOf([flat('x', 100, 2)], only, drawsOf('a'));
  expect(new Set(intents.map(({ kind }) => kind))).toEqual(new Set(['submit']));
});

test('stretches follow one another', () => {
  expect(placesOf([flat('a', 1, 2), flat('b', 1, 3)])).toEqual([
    { name: 'a', fromMs: 0, toMs: 2_000 },
    { name: 'b', fromMs: 2_000, toMs: 5_000 },
  ]);
});
