import { expect, test } from '@jest/globals';
import { type Bench, CannotRunHere, type Measured } from './bench.js';
import { chartOf } from './chart.js';
import { measure } from './measure.js';
import { type Entry, isMiss, medianOf, overviewOf, pageOf, type Verdict, verdictLine, verdictOf } from './report.js';

const machine = {
  ...{ cpu: 'Abacus 3', cores: 2, memoryGiB: 24, node: '20.20.2', postgres: '18.4.0', kafka: '4.2.0' },
  ...{ commit: 'abc1234', at: '2023-05-01T02:03:04.000Z' },
};

function entryOf(ratios: readonly number[], target: Bench['target']): Entry {
  const bench = { name: 'sums', goal: 'G0.1', what: 'our sums', floor: 'bare sums', unit: 's', target };
  const rounds = ratios.map((ratio): Measured => ({ ours: ratio * 2, floor: 2 }));
  return { bench, machine, outcome: { kind: 'measured', rounds, seconds: 12.3 } };
}

test.each([
  [[3], 3],
  [[5, 1, 3], 3],
  [[4, 1, 3, 2], 2.5],
])('the median of %j is %d', (values, median) => {
  expect(medianOf(values)).toBe(median);
});

test('there is no median of nothing', () => {
  expect(() => medianOf([])).toThrow('no median of nothing');
});

test.each<[string, readonly number[], Bench['target'], Verdict]>([
  ['a median at the limit keeps it', [9, 9, 2.5, 1, 1], { most: 2.5 }, 'kept'],
  ['a median beyond with four of five rounds beyond misses', [2, 3, 3, 3, 3], { most: 2.5 }, 'missed'],
  ['a median beyond with three of five rounds beyond is undecided', [2, 2, 3, 3, 3], { most: 2.5 }, 'undecided'],
  ['a median at the least keeps it', [0.8, 0.8, 0.8, 0.1, 0.1], { least: 0.8 }, 'kept'],
  ['a median below with all rounds below misses', [0.7, 0.7, 0.7, 0.7, 0.7], { least: 0.8 }, 'missed'],
  ['what is no number keeps no upper limit', [Number.NaN, Number.NaN, Number.NaN], { most: 2.5 }, 'missed'],
  ['what is no number keeps no lower limit', [Number.NaN, Number.NaN, Number.NaN], { least: 0.8 }, 'missed'],
  ['without a target it is only reported', [99, 99, 99], null, 'reported'],
])('%s', (_, ratios, target, verdict) => {
  expect(verdictOf(entryOf(ratios, target))).toBe(verdict);
});

test('only a miss and a broken bench end the run with an error', () => {
  const verdicts: Verdict[] = ['kept', 'missed', 'undecided', 'reported', 'cannot-run', 'broken'];
  expect(verdicts.filter((verdict) => isMiss(verdict))).toEqual(['missed', 'broken']);
});

test('a verdict is a line with sign, goal, ratio and target', () => {
  expect(verdictLine(entryOf([1.8412, 1.8412, 1.8412], { most: 2.5 }))).toBe('✓ G0.1 our sums ÷ bare sums 1.84 ≤ 2.5');
  expect(verdictLine(entryOf([0.5, 0.5, 0.5], { least: 0.8 }))).toBe('✗ G0.1 our sums ÷ bare sums 0.5 ≥ 0.8');
  expect(verdictLine(entryOf([7, 7, 7], null))).toBe('· G0.1 our sums ÷ bare sums 7');
});

test('the page lists every round, the medians, the machine and the commit', () => {
  const page = pageOf(entryOf([1, 2, 4], { most: 2.5 }));
  expect(page).toContain(
    '| 1 | 2 | 2 | 1 |\n| 2 | 4 | 2 | 2 |\n| 3 | 8 | 2 | 4 |\n| **median** | **4** | **2** | **2** |',
  );
  for (const fact of ['Abacus 3, 2 cores, 24 GiB', 'Node 20.20.2', 'PostgreSQL 18.4.0', 'Kafka 4.2.0', 'abc1234']) {
    expect(page).toContain(fact);
  }
});

test('what cannot run here stands in the overview with its reason', () => {
  const entry: Entry = { ...entryOf([1], null), outcome: { kind: 'cannot-run', why: 'there is no pgbench' } };
  expect(overviewOf([entry, entryOf([2], { most: 2.5 })])).toContain('| – cannot-run | G0.1 |');
  expect(overviewOf([entry])).toContain('| there is no pgbench |');
  expect(verdictLine(entry)).toBe('– G0.1 our sums: not measured here, there is no pgbench');
});

test('the chart has a bar for each side of each round, as high as its share of the highest', () => {
  const chart = chartOf({ name: 'sums', what: 'a < b', unit: 's' }, [
    { ours: 1, floor: 2 },
    { ours: 4, floor: 2 },
  ]);
  const heights = [...chart.matchAll(/width="[\d.]+" height="([\d.]+)" fill="#(?!fff)/g)].map(([, high]) =>
    Number(high),
  );
  expect(heights).toEqual([39.5, 79, 158, 79]);
  expect(chart).toContain('aria-label="a &lt; b"');
});

const bench = { ...entryOf([1], null).bench };

test('a bench is measured round by round, and cleared away at the end', async () => {
  const said: string[] = [];
  let [rounds, ended] = [0, 0];
  const ready = {
    round: () => Promise.resolve({ ours: ++rounds, floor: 1 }),
    end: () => Promise.resolve(void ended++),
  };
  const outcome = await measure({ ...bench, prepare: () => Promise.resolve(ready) }, 5, (line) => said.push(line));
  expect(outcome).toMatchObject({ kind: 'measured', rounds: [1, 2, 3, 4, 5].map((ours) => ({ ours, floor: 1 })) });
  expect(said).toHaveLength(5);
  expect(ended).toBe(1);
});

test('a machine that lacks something is no fault of the bench', async () => {
  const prepare = () => Promise.reject(new CannotRunHere('there is no pgbench'));
  expect(await measure({ ...bench, prepare }, 5, () => undefined)).toEqual({
    kind: 'cannot-run',
    why: 'there is no pgbench',
  });
});

test('a round that throws makes the bench a broken one, and it is cleared away all the same', async () => {
  let ended = false;
  const ready = {
    round: () => Promise.reject(new Error('two results differ\nin a row')),
    end: () => Promise.resolve(void (ended = true)),
  };
  const outcome = await measure({ ...bench, prepare: () => Promise.resolve(ready) }, 5, () => undefined);
  expect(outcome).toEqual({ kind: 'broken', why: 'two results differ' });
  expect(ended).toBe(true);
});
