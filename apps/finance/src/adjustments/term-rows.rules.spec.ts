import { expect, test } from '@jest/globals';
import { placeText, subjects, tablesOf } from './term-rows.rules.js';

const days = { from: '2023-07-01', to: null } as const;
const rate = { component: 'living', project: '*', place: 150000, ...days, fen: 1, proration: 'calendar' } as const;
const layer = { project: '*', place: 10000, ...days, ord: 1, source: 'central', fen: null } as const;
const terms = {
  ...{ scheme: 'pension', place: 152201, ...days, personalPpm: 1, employerPpm: 2, floorFen: null, ceilingFen: null },
  ...{ unitFen: 1, mode: 'up' as const },
} as const;

test.each([
  [152201, '152201'],
  [10000, '010000'],
])('%d is the place %s: six digits (subsidy-run.md §1)', (division, place) => {
  expect(placeText(division)).toBe(place);
});

test('rows of an adjustment become the tables of a run with all that they say', () => {
  expect(tablesOf({ rates: [rate], funding: [layer], insurance: [terms] })).toEqual({
    rates: [{ ...rate, place: '150000' }],
    funding: [{ ...layer, place: '010000' }],
    insurance: [{ ...terms, place: '152201' }],
  });
});

test.each<[string, boolean, string, string]>([
  [
    'a rate of another amount',
    true,
    subjects.rates({ ...rate, place: 'p' }),
    subjects.rates({ ...rate, place: 'p', fen: 2 }),
  ],
  [
    'a rate of another project',
    false,
    subjects.rates({ ...rate, place: 'p' }),
    subjects.rates({ ...rate, place: 'p', project: 'national' }),
  ],
  [
    'a layer of another order: the layers of one place are one set',
    true,
    subjects.funding({ ...layer, place: 'p' }),
    subjects.funding({ ...layer, place: 'p', ord: 2 }),
  ],
  [
    'the terms of another scheme',
    false,
    subjects.insurance({ ...terms, place: 'p' }),
    subjects.insurance({ ...terms, place: 'p', scheme: 'injury' }),
  ],
  ['the base of another person', false, subjects.bases({ accountId: 'a' }), subjects.bases({ accountId: 'b' })],
])('%s: about the same is %s (notice 4.2, 动态调整机制)', (_, same, left, right) => {
  expect(left === right).toBe(same);
});
