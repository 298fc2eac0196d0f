import { expect, test } from '@jest/globals';
import { WaitingLine } from './waiting-line.js';

const minuteMs = 60_000;
/** The beginning of a minute. */
const start = 28_000_000 * minuteMs;

/** Lots that look like chance and are the same in each run. */
function lots(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Visitor {
  readonly cameMs: number;
  readonly place: number | null;
  letInMs: number | null;
}

/** Each comes at their second; all look again every five seconds until they are let in. */
function play(line: WaitingLine, cameMs: readonly number[], untilMs: number, draw = lots(7)): Visitor[] {
  const visitors: Visitor[] = [];
  const arrivals = [...cameMs].sort((left, right) => left - right);
  for (let now = start; now <= untilMs; now += 1000) {
    for (const visitor of visitors) {
      const isDue = visitor.letInMs === null && (now - visitor.cameMs) % 5000 === 0;
      if (isDue && visitor.place !== null && line.letsIn(visitor.place, true, now)) visitor.letInMs = now;
    }
    while (arrivals[0] !== undefined && arrivals[0] <= now) {
      arrivals.shift();
      const place = line.come(draw(), now);
      visitors.push({ cameMs: now, place, letInMs: place === null ? now : null });
    }
  }
  return visitors;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const waitsMs = (visitors: readonly Visitor[]): number[] =>
  visitors.map(({ letInMs, cameMs }) => (letInMs ?? Number.POSITIVE_INFINITY) - cameMs);

test('nobody waits while there is room', () => {
  const visitors = play(
    new WaitingLine(20, start),
    Array.from({ length: 500 }, (_, at) => start + Math.floor(at / 10) * 1000),
    start + minuteMs,
  );
  expect(visitors.filter(({ place }) => place !== null)).toEqual([]);
});

test('a rush is let in at the pace of the door, and in the order of places', () => {
  const cameMs = Array.from({ length: 3000 }, (_, at) => start + (at % 60) * 1000);
  const visitors = play(new WaitingLine(10, start), cameMs, start + 6 * minuteMs);
  for (let minute = 2; minute < 5; minute += 1) {
    const letIn = visitors.filter(({ letInMs }) => letInMs !== null && letInMs < start + minute * minuteMs);
    expect(letIn.length).toBeGreaterThan(600 * (minute - 1) * 0.85);
    expect(letIn.length).toBeLessThan(600 * (minute - 1) * 1.1 + 40);
  }
  expect(visitors.every(({ letInMs }) => letInMs !== null)).toBe(true);
  const waited = visitors.filter(({ place }) => place !== null).sort((a, b) => (a.place ?? 0) - (b.place ?? 0));
  for (let at = 100; at < waited.length; at += 100) {
    // Between two looks five seconds pass: more than that nobody is let in before somebody with a lower place.
    expect((waited[at]?.letInMs ?? 0) - (waited[at - 100]?.letInMs ?? 0)).toBeGreaterThan(-6000);
  }
});

test('within the opening minute the first seconds give no advantage, and who comes in the next one comes after', () => {
  const cameMs = Array.from({ length: 6000 }, (_, at) => start + (at % 120) * 1000);
  const visitors = play(new WaitingLine(10, start), cameMs, start + 11 * minuteMs);
  const letInAt = (fromSecond: number, toSecond: number): number =>
    mean(
      visitors
        .filter(({ cameMs: at }) => at >= start + fromSecond * 1000 && at < start + toSecond * 1000)
        .map(({ letInMs }) => (letInMs ?? Number.POSITIVE_INFINITY) - start),
    );
  expect(letInAt(40, 60) / letInAt(1, 20)).toBeGreaterThan(0.9);
  expect(letInAt(40, 60) / letInAt(1, 20)).toBeLessThan(1.1);
  const last = visitors.filter(({ cameMs: at }) => at < start + minuteMs).map(({ letInMs }) => letInMs ?? Number.NaN);
  const first = visitors.filter(({ cameMs: at }) => at >= start + minuteMs).map(({ letInMs }) => letInMs ?? Number.NaN);
  expect(Math.min(...first)).toBeGreaterThan(Math.max(...last) - 6000);
});

test('whoever left after drawing a ticket keeps no place empty', () => {
  const line = new WaitingLine(10, start);
  const draw = lots(3);
  // Nine of ten never look again.
  const ghosts = Array.from({ length: 5400 }, () => line.come(draw(), start));
  const visitors = play(
    line,
    Array.from({ length: 600 }, () => start),
    start + 10 * minuteMs,
  );
  expect(ghosts.filter((place) => place === null)).toHaveLength(20);
  expect(visitors.every(({ letInMs }) => letInMs !== null)).toBe(true);
  expect(Math.max(...waitsMs(visitors))).toBeLessThan(5 * minuteMs);
});

test('one’s place only comes nearer, and the time that is told is about the time it takes', () => {
  const line = new WaitingLine(10, start);
  const places = Array.from({ length: 1200 }, (_, at) => line.come((at + 0.5) / 1200, start));
  const place = places[600];
  if (typeof place !== 'number') throw new Error('the six hundredth waits');
  const expected = line.expectedSeconds(place, start);
  const told = Array.from({ length: 25 }, (_, at) => line.ahead(place, start + at * 5000));
  expect(told[0]).toBeGreaterThan(580);
  expect(told[0]).toBeLessThan(601);
  // The minute that has just begun, and a minute of ten a second.
  expect(expected).toBeGreaterThan(115);
  expect(expected).toBeLessThan(122);
  expect(told).toEqual([...told].sort((left, right) => right - left));
  expect(told.at(-1)).toBe(0);
  expect(line.letsIn(place, true, start + 125_000)).toBe(true);
});

test('a ticket that was not counted here takes its room when it is let in', () => {
  const line = new WaitingLine(10, start + 10 * minuteMs);
  const old = start / minuteMs + 0.5;
  const letIn = Array.from({ length: 100 }, () => line.letsIn(old, false, start + 11 * minuteMs));
  expect(letIn.filter(Boolean)).toHaveLength(20);
  expect(line.letsIn(start / minuteMs + 30, false, start + 12 * minuteMs)).toBe(false);
});
