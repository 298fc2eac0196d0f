import { expect, test } from '@jest/globals';
import { covers, type LegalDate, type Period } from '@xibu/domain';
import fc from 'fast-check';
import { compare, firstOverlap, groupBy, keyOf, placesOver, ranksOf, timeline } from './dated-rows.rules.js';

test.each([
  ['152201', ['152201', '152200', '150000']],
  ['152200', ['152200', '150000']],
  ['150000', ['150000']],
])('%s is covered by %j, the most specific first (subsidy-run.md §1)', (county, expected) => {
  expect(placesOver(county)).toEqual(expected);
});

test('the place wins before the project, an exact project before any (subsidy-run.md §1)', () => {
  expect(ranksOf('152201', 'national')).toEqual([
    ['152201', 'national'],
    ['152201', '*'],
    ['152200', 'national'],
    ['152200', '*'],
    ['150000', 'national'],
    ['150000', '*'],
  ]);
});

const row = (id: string, from: LegalDate, to: LegalDate | null) => ({ id, from, to });
const shown = (ranks: readonly (readonly ReturnType<typeof row>[])[]) =>
  timeline(ranks).map(({ from, to, row: by }) => [from, to, by?.id ?? null]);

test('a weaker row comes back where the stronger one ends, and days without a row are shown', () => {
  expect(shown([[row('county', '2023-09-10', '2023-09-20')], [row('region', '2023-09-01', null)]])).toEqual([
    ['0000-01-01', '2023-09-01', null],
    ['2023-09-01', '2023-09-10', 'region'],
    ['2023-09-10', '2023-09-20', 'county'],
    ['2023-09-20', null, 'region'],
  ]);
});

test('no rows decide nothing, for ever', () => {
  expect(shown([])).toEqual([['0000-01-01', null, null]]);
});

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2023-09-${String(n).padStart(2, '0')}` as LegalDate);
const period: fc.Arbitrary<Period> = fc
  .tuple(day, fc.option(day))
  .map(([from, to]) => (to === null || from < to ? { from, to } : { from: to, to: from }))
  .filter(({ from, to }) => to === null || from < to);

test('each day is decided by the strongest row that covers it, and every day once (subsidy-run.md §1)', () => {
  fc.assert(
    fc.property(fc.array(fc.array(period, { maxLength: 1 }), { maxLength: 5 }), day, (ranks, asked) => {
      const spans = timeline(ranks);
      const deciding = spans.filter((span) => covers(span, asked));
      expect(deciding).toHaveLength(1);
      expect(deciding[0]?.row).toBe(ranks.flat().find((each) => covers(each, asked)) ?? null);
      expect(spans.slice(1).map(({ from }) => from)).toEqual(spans.slice(0, -1).map(({ to }) => to));
    }),
  );
});

test.each<[string, Period[], object | null]>([
  ['meet', [row('a', '2023-09-01', '2023-09-10'), row('a', '2023-09-10', null)], null],
  ['share a day', [row('a', '2023-09-01', '2023-09-11'), row('a', '2023-09-10', null)], { earlier: 0, later: 1 }],
  [
    'stand in the wrong order and share a day',
    [row('a', '2023-09-10', null), row('a', '2023-09-01', null)],
    { earlier: 1, later: 0 },
  ],
  ['are of two ranks', [row('a', '2023-09-01', null), row('b', '2023-09-01', null)], null],
])('rows that %s (subsidy-run.md §1, two rows of one rank)', (_, rows, expected) => {
  expect(firstOverlap(rows as ReturnType<typeof row>[], ({ id }) => id)).toEqual(expected);
});

test('joined fields sort as the fields do one by one, a prefix first', () => {
  const fields = [
    ['a', 'b'],
    ['a-', 'a'],
    ['a', ''],
    ['', 'z'],
  ];
  expect(fields.map((each) => keyOf(...each)).sort(compare)).toEqual(
    [
      ['', 'z'],
      ['a', ''],
      ['a', 'b'],
      ['a-', 'a'],
    ].map((each) => keyOf(...each)),
  );
});

test('groups keep the order of their first rows, and of the rows within', () => {
  expect([...groupBy(['b1', 'a1', 'b2'], (text) => text.slice(0, 1))]).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1']],
  ]);
});
