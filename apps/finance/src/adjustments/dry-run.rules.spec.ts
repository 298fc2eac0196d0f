import { expect, test } from '@jest/globals';
import type { Rate } from '../subsidy-runs/run-inputs.js';
import type { AdjustmentTerms } from './adjustment.js';
import { type TriedInputs, tryOn } from './dry-run.rules.js';

const from = '2023-01-01';
const living: Rate = {
  ...{ component: 'living', project: '*', place: '150000', from, to: null, fen: 240_000, proration: 'calendar' },
};
const someone = (
  accountId: string,
  county: string,
  bases: readonly number[] = [400_000],
): TriedInputs['people'][number] => ({
  ...{ accountId, person: accountId, card: true, hold: false, posted: [], carryFen: 0 },
  service: [{ from, to: null, county, project: 'national', paid: true }],
  bases: bases.map((fen) => ({ from, to: null, fen })),
});
const inputs = (people: TriedInputs['people'], rates: readonly Rate[] = [living]): TriedInputs => ({
  settings: { month: '2023-09', since: '2023-09', required: ['living'], insuranceDay: 15, employerSource: 'county' },
  tables: {
    rates,
    funding: [{ project: '*', place: '150000', from, to: null, ord: 1, source: 'county', fen: null }],
    insurance: [
      {
        ...{ scheme: 'pension', place: '150000', from, to: null, personalPpm: 80_000, employerPpm: 160_000 },
        ...{ floorFen: null, ceilingFen: null, unitFen: 1, mode: 'half-up' },
      },
    ],
  },
  people,
});
const nothing: AdjustmentTerms = { rates: [], funding: [], insurance: [], bases: [] };
const raise = (place: number, fen: number): AdjustmentTerms => ({
  ...nothing,
  rates: [{ ...living, project: '*', place, fen, from: '2024-01-01' }],
});
const [here, there] = [someone('a', '152201'), someone('b', '152221')];

test('nothing new changes nothing; the cost is subsidies and employer’s parts, not what is withheld (notice 4.2)', () => {
  expect(tryOn(nothing, inputs([here, there]))).toEqual({
    ...{ month: '2023-09', people: 2, unpaidBefore: 0, unpaidAfter: 0, beforeFen: 608_000, afterFen: 608_000 },
    counties: [
      { county: 152201, people: 1, changed: 0, beforeFen: 304_000, afterFen: 304_000 },
      { county: 152221, people: 1, changed: 0, beforeFen: 304_000, afterFen: 304_000 },
    ],
  });
});

test('rows that begin later reach back to the month that is tried, in their own place alone (notice 4.2)', () => {
  expect(tryOn(raise(152201, 250_000), inputs([here, there])).counties).toMatchObject([
    { county: 152201, changed: 1, beforeFen: 304_000, afterFen: 314_000 },
    { county: 152221, changed: 0, afterFen: 304_000 },
  ]);
});

test.each<[string, TriedInputs, AdjustmentTerms, object]>([
  ['a rate for those who had none', inputs([here], []), raise(150000, 1), { unpaidBefore: 1, unpaidAfter: 0 }],
  [
    'a base for whoever had none',
    inputs([someone('a', '152201', [])]),
    { ...nothing, bases: [{ accountId: 'a', from, to: null, fen: 100_000 }] },
    { unpaidBefore: 1, unpaidAfter: 0 },
  ],
  [
    'a base of somebody else',
    inputs([someone('a', '152201', [])]),
    { ...nothing, bases: [{ accountId: 'b', from, to: null, fen: 100_000 }] },
    { unpaidBefore: 1, unpaidAfter: 1 },
  ],
  [
    'layers of which the last has a limit',
    inputs([here]),
    { ...nothing, funding: [{ project: '*', place: 152201, from, to: null, ord: 1, source: 'central', fen: 5 }] },
    { unpaidBefore: 0, unpaidAfter: 1 },
  ],
])('%s: who cannot be paid is counted before and after (subsidy-run.md §3)', (_, given, rows, expected) => {
  expect(tryOn(rows, given)).toMatchObject(expected);
});
