import { expect, test } from '@jest/globals';
import type { FundingLayer, InsuranceTerms, Rate, RunTables } from './run-inputs.js';
import { faultIn, indexTables } from './run-tables.rules.js';

const from = '2023-01-01';
const living: Rate = {
  ...{ component: 'living', project: '*', place: '150000', from, to: null, fen: 240_000, proration: 'calendar' },
};
const rest: FundingLayer = { project: '*', place: '150000', from, to: null, ord: 2, source: 'county', fen: null };
const pension: InsuranceTerms = {
  ...{ scheme: 'pension', place: '150000', from, to: null, personalPpm: 80_000, employerPpm: 160_000 },
  ...{ floorFen: null, ceilingFen: null, unitFen: 1, mode: 'half-up' },
};
const tables = (given: Partial<RunTables>): RunTables => ({ rates: [], funding: [], insurance: [], ...given });

test.each<[string, Partial<RunTables>, object | null]>([
  ['one row', { rates: [living], funding: [rest], insurance: [pension] }, null],
  [
    'two rates of one rank on a day',
    { rates: [living, { ...living, fen: 1 }] },
    { table: 'rates', row: 1, column: 'from' },
  ],
  [
    'two layers of one `ord`',
    { funding: [rest, { ...rest, source: 'x' }] },
    { table: 'funding', row: 1, column: 'from' },
  ],
  [
    'a layer after one that gives the rest',
    { funding: [rest, { ...rest, ord: 3, fen: 5 }] },
    { table: 'funding', row: 1, column: 'ord' },
  ],
  [
    'a layer after one that gave the rest until the day before',
    {
      funding: [
        { ...rest, to: '2023-07-01' },
        { ...rest, ord: 3, from: '2023-07-01' },
      ],
    },
    null,
  ],
  ['two terms of one scheme', { insurance: [pension, pension] }, { table: 'insurance', row: 1, column: 'from' }],
  [
    'a ceiling below the floor',
    { insurance: [pension, { ...pension, place: '152201', floorFen: 2, ceilingFen: 1 }] },
    { table: 'insurance', row: 1, column: 'ceiling' },
  ],
  ['a ceiling that is the floor', { insurance: [{ ...pension, floorFen: 2, ceilingFen: 2 }] }, null],
])('%s: sound, or a fault of a named row (subsidy-run.md §1)', (_, given, expected) => {
  const fault = faultIn(tables(given));
  if (expected === null) expect(fault).toBeNull();
  else expect(fault).toMatchObject(expected);
});

test('tables with a fault are not used', () => {
  expect(() => indexTables(tables({ rates: [living, living] }), [])).toThrow('rates, row 2, from overlaps');
});

test('a required component is asked for even where it has no rate at all (subsidy-run.md §2)', () => {
  const indexed = indexTables(tables({ rates: [{ ...living, component: 'hardship' }] }), ['living']);
  expect(indexed.ratesIn('152201', 'national', '2023-09')).toMatchObject([
    { component: 'hardship', spans: [{ first: 0, end: 30, row: { component: 'hardship' } }] },
    { component: 'living', spans: [{ first: 0, end: 30, row: null }] },
  ]);
});

test('a component that is neither required nor rated in the month is not asked for (subsidy-run.md §2)', () => {
  const indexed = indexTables(tables({ rates: [{ ...living, to: '2023-09-01' }] }), []);
  expect(indexed.ratesIn('152201', 'national', '2023-09')).toEqual([]);
  expect(indexed.ratesIn('152201', 'national', '2023-08')).toHaveLength(1);
});

test('the layers of the strongest rank pay alone, in rising order (subsidy-run.md §2)', () => {
  const own: FundingLayer[] = [
    { ...rest, place: '152201', ord: 10, source: 'own' },
    { ...rest, place: '152201', ord: 2, source: 'central', fen: 5 },
  ];
  const indexed = indexTables(tables({ funding: [rest, ...own] }), []);
  expect(indexed.layersOn('152201', 'national', '2023-09-01').map(({ source }) => source)).toEqual(['central', 'own']);
  expect(indexed.layersOn('152221', 'national', '2023-09-01').map(({ source }) => source)).toEqual(['county']);
  expect(indexed.layersOn('152201', 'national', '2022-12-31')).toEqual([]);
});

test('each scheme has its terms from the most specific place that names it (subsidy-run.md §2)', () => {
  const injury: InsuranceTerms = { ...pension, scheme: 'injury' };
  const city: InsuranceTerms = { ...pension, place: '152200', personalPpm: 1 };
  const indexed = indexTables(tables({ insurance: [pension, injury, city] }), []);
  expect(indexed.termsOn('152201', '2023-09-15').map(({ scheme, place }) => [scheme, place])).toEqual([
    ['injury', '150000'],
    ['pension', '152200'],
  ]);
});
