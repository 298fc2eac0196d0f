import { expect, test } from '@jest/globals';
import { chartOf } from './chart.js';
import { type Attempt, type Figures, figuresOf } from './figures.js';
import { judgeAnswers, judgeRatios, type Ratios, type Verdict } from './verdicts.js';

const figures = (submitted: number, p99: number): Figures => ({ ...figuresOf([], 0, 1_000), submitted, p99 });
const good: Ratios = {
  ...{ calm: figures(7, 100), saturation: figures(10, 300), overload: figures(9, 900), recovery: 4 },
  upToKill: figures(4, 250),
  costs: { acceptanceMs: 4, submissionMs: 8, refusalMs: 1, ratio: 0.25 },
};
const holds = (verdicts: readonly Verdict[]) => verdicts.map((verdict) => verdict.holds);

test('overload that is borne well holds', () => {
  expect(holds(judgeRatios(good, 3))).toEqual([true, true, true, true]);
});

test.each([
  ['less than 0.85 of the submissions', { overload: figures(8, 900) }, [false, true, true, true]],
  ['a dear refusal', { costs: { ...good.costs, ratio: 0.31 } }, [true, false, true, true]],
  ['nothing refused at all', { costs: null }, [true, false, true, true]],
  ['answers four times as slow', { upToKill: figures(4, 400) }, [true, true, false, true]],
  ['a recovery that takes eleven seconds', { recovery: 11 }, [true, true, true, false]],
  ['no recovery', { recovery: null }, [true, true, true, false]],
])('%s does not hold', (_, change, expected) => {
  expect(holds(judgeRatios({ ...good, ...(change as Partial<Ratios>) }, 3))).toEqual(expected);
});

test('how slow answers are is told, and fails nothing', () => {
  expect(judgeRatios(good, 3).map(({ isTold }) => isTold ?? false)).toEqual([false, false, true, true]);
});

const attempt = (change: Partial<Attempt>): Attempt => ({
  ...{ intent: 0, nth: 0, kind: 'submit', dueMs: 0, sentMs: 0, endMs: 40, status: 200, isPolite: false },
  ...change,
});

test.each([
  [
    'a polite 503 or 429, a lost answer and a 304',
    [{ status: 429, isPolite: true }, { status: 0 }, { status: 304 }],
    0,
  ],
  ['a 503 without a word', [{ status: 503 }], 1],
  ['a fault', [{ status: 500 }], 1],
  ['a refusal of what is right', [{ status: 409 }], 1],
  ['a hang', [{ endMs: 15_001 }], 1],
])('of answers, %s', (_, changes, wrong) => {
  const verdicts = judgeAnswers(changes.map(attempt));
  expect(verdicts.filter((verdict) => !verdict.holds)).toHaveLength(wrong);
});

test('the chart shows each second of each line, the kill, and names as text', () => {
  const seconds = [figures(1, 10), { ...figures(2, 20), offered: 100, tries: 150 }, figures(3, 30)];
  const svg = chartOf(seconds, {
    stretches: [{ name: 'a < b', fromMs: 0, toMs: 3_000 }],
    ...{ killedMs: 1_000, backMs: 2_000 },
  });
  const lines = [...svg.matchAll(/<polyline points="([^"]*)"/g)].map(([, points = '']) => points);
  expect(lines).toHaveLength(7);
  expect(lines.at(-1)?.split(' ')).toHaveLength(3);
  // Nobody was answered in the median of these seconds: a line without points, not a line at zero.
  expect(lines.at(-2)).toBe('');
  expect(svg).toContain('was killed');
  expect(svg).toContain('a &lt; b');
  expect(chartOf(seconds, { stretches: [], killedMs: null, backMs: null })).not.toContain('was killed');
});

test('a part that comes back after the evening leaves no mark beyond its end', () => {
  const svg = chartOf([figures(1, 10), figures(1, 10)], { stretches: [], killedMs: 1_000, backMs: 9_000 });
  const [, left, width] = svg.match(/<rect x="([\d.]+)" y="56" width="([\d.]+)"/) ?? [];
  expect(Number(left) + Number(width)).toBe(960 - 16);
});
