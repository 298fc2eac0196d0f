import { afterEach, expect, test } from '@jest/globals';
import { Doorway, type Entry } from './doorway.js';
import { type Priority, priorities } from './priority.rules.js';
import { retryAfterSeconds } from './retry.rules.js';

const limits = { inFlightMax: 20, queueMax: 100 };
let nowMs = 0;
const open: Doorway[] = [];

function doorway(given = limits): Doorway {
  const made = new Doorway(given, () => nowMs);
  open.push(made);
  return made;
}

const nobody = () => ({ go: () => undefined, giveUp: () => undefined });

/** As many requests of a priority, and how each fared. */
function come(door: Doorway, priority: Priority, count: number, turn = nobody): Entry[] {
  return Array.from({ length: count }, () => door.enter(priority, turn));
}

afterEach(() => {
  for (const door of open.splice(0)) door.stop();
});

test('a service with room takes everybody at once, whatever they want', () => {
  const door = doorway({ inFlightMax: 128, queueMax: 1000 });
  const entries = priorities.flatMap((priority) => come(door, priority, 10));
  expect(new Set(entries)).toEqual(new Set(['in']));
  expect(door.inFlight).toBe(50);
});

test('a service that grows full holds back exports first, then searches, and submissions last', () => {
  const door = doorway();
  const isIn = (priority: Priority): boolean => {
    const entry = door.enter(priority, nobody);
    if (entry === 'in') door.leave(20);
    return entry === 'in';
  };
  const heldBack: Priority[] = [];
  for (let filled = 0; filled <= 20; filled += 1) {
    for (const priority of priorities.toReversed()) {
      if (!heldBack.includes(priority) && !isIn(priority)) heldBack.push(priority);
    }
    if (!heldBack.includes('submit')) come(door, 'submit', 1);
  }
  expect(heldBack).toEqual(['export', 'search', 'own', 'save', 'submit']);
});

test('whoever waits is called in order, submissions before everything that came earlier', () => {
  const door = doorway();
  come(door, 'submit', 20);
  const called: string[] = [];
  for (const name of ['export', 'search', 'own', 'save', 'submit'] as const) {
    const turn = { go: () => called.push(name), giveUp: () => called.push(`${name} gave up`) };
    expect(door.enter(name, () => turn)).toBe('waits');
  }
  for (let left = 0; left < 20; left += 1) door.leave(20);
  expect(called).toEqual(['submit', 'save', 'own', 'search', 'export']);
  expect(door.inFlight).toBe(5);
});

test('the queues are bounded: what no longer fits is refused and counted', () => {
  const door = doorway();
  come(door, 'submit', 20);
  const entries = come(door, 'search', 30);
  expect(entries.filter((entry) => entry === 'waits')).toHaveLength(10);
  expect(entries.slice(10)).toEqual(Array.from({ length: 20 }, () => 'refused'));
  expect(door.refused).toMatchObject({ search: 20, submit: 0 });
  expect(door.enter('submit', nobody)).toBe('waits');
});

test('whoever would wait longer than their patience is refused at once', () => {
  const door = doorway({ inFlightMax: 20, queueMax: 100_000 });
  come(door, 'submit', 20);
  for (let left = 0; left < 100; left += 1) {
    door.leave(1000);
    come(door, 'submit', 1);
  }
  // About a second each, twenty at a time: twenty a second.
  const entries = come(door, 'submit', 200);
  const waits = entries.filter((entry) => entry === 'waits').length;
  expect(waits).toBeGreaterThan(50);
  expect(waits).toBeLessThan(70);
  expect(door.waitMs('submit')).toBeGreaterThan(3000);
  expect(door.enter('export', nobody)).toBe('refused');
});

test('a service that hangs lets nobody wait beyond their patience', async () => {
  const door = doorway();
  come(door, 'submit', 20);
  const gaveUp = new Promise<void>((resolve) => {
    door.enter('own', () => ({ go: () => undefined, giveUp: resolve }));
  });
  nowMs += 2001;
  await gaveUp;
  expect(door.waiting('own')).toBe(0);
  expect(door.refused.own).toBe(1);
});

test('those who are refused together do not come back together, and never before it can help', () => {
  const at = (chance: number): number => retryAfterSeconds('own', 7000, chance);
  expect([at(0), at(0.5), at(0.999)]).toEqual([7, 11, 14]);
  expect(retryAfterSeconds('submit', 0, 0)).toBe(2);
  expect(retryAfterSeconds('export', 0, 0)).toBe(15);
  expect(retryAfterSeconds('export', 600_000, 1)).toBe(60);
  expect(retryAfterSeconds('submit', 600_000, 1)).toBe(20);
});

test('whoever is sent away is given the turn after the one before, and none that is far', () => {
  const door = doorway({ inFlightMax: 1, queueMax: 0 });
  come(door, 'submit', 1);
  const told = (count: number): number[] => Array.from({ length: count }, () => door.comeAgainMs('own'));
  expect(told(3)).toEqual([20, 40, 60]);
  expect(told(97).at(-1)).toBe(2000);
  nowMs += 5000;
  expect(told(1)).toEqual([20]);
  expect(told(10_000).at(-1)).toBe(60_000);
});
