import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { duesOf, type PaidStretch } from './dues.rules.js';
import { halfUp } from './exact.rules.js';
import { calendarOf } from './month-calendar.rules.js';
import type { Proration, Rate } from './run-inputs.js';
import { indexTables } from './run-tables.rules.js';

const september = calendarOf('2023-09');
const rate = (changes: Partial<Rate> = {}): Rate => ({
  ...{ component: 'living', project: '*', place: '150000', from: '2023-01-01', to: null, fen: 300_000 },
  ...{ proration: 'calendar', ...changes },
});
const stretch = (first: number, end: number, county = '152201'): PaidStretch => ({
  ...{ first, end, county, project: 'national' },
});
const dues = (stretches: readonly PaidStretch[], rates: readonly Rate[], required: readonly string[] = []) =>
  duesOf(stretches, september, indexTables({ rates, funding: [], insurance: [] }, required), required);

test.each<[Proration, number, number]>([
  ['calendar', 30, 300_000],
  ['calendar', 1, 10_000],
  ['calendar', 0, 0],
  ['half', 30, 300_000],
  ['half', 15, 300_000],
  ['half', 14, 150_000],
  ['half', 1, 150_000],
  ['whole', 1, 300_000],
  ['whole', 30, 300_000],
])('%s: %d paid days of 30 come to %d fen (subsidy-run.md §2, proration)', (proration, days, fen) => {
  const { components } = dues(days === 0 ? [] : [stretch(0, days)], [rate({ proration })]);
  expect(components.reduce((sum, each) => sum + each.fen, 0)).toBe(fen);
});

test('a component is rounded once over its segments, half-up (subsidy-run.md §2)', () => {
  // 50 fen × 1/30 twice is 3.33 fen, not 2 + 2; 45 × 1/30 is the half that goes up.
  const apart = [rate({ fen: 50 }), rate({ fen: 50, place: '152221' })];
  expect(dues([stretch(0, 1), stretch(1, 2, '152221')], apart).components[0]?.fen).toBe(3);
  expect(dues([stretch(0, 1)], [rate({ fen: 45 })]).components[0]?.fen).toBe(2);
  expect(dues([stretch(0, 1)], [rate({ fen: 44 })]).components[0]?.fen).toBe(1);
});

test('the fen that is left over goes to the segment with the earlier first day (subsidy-run.md §2, ties)', () => {
  // Two days of 15/30 fen: one fen for both, and the fractions are alike.
  const rates = [rate({ fen: 15 }), rate({ fen: 15, place: '152221' })];
  const { components } = dues([stretch(5, 6, '152221'), stretch(3, 4)], rates);
  expect(components[0]?.segments.map(({ county, firstDay, fen }) => [county, firstDay, fen])).toEqual([
    ['152201', '2023-09-04', 1],
    ['152221', '2023-09-06', 0],
  ]);
});

test('days of one rate, county and project are one segment, though others lie between (subsidy-run.md §2)', () => {
  const { components } = dues([stretch(0, 5), stretch(5, 10, '152221'), stretch(10, 15)], [rate()]);
  expect(components[0]?.segments.map(({ county, days }) => [county, days])).toEqual([
    ['152201', 10],
    ['152221', 5],
  ]);
});

test('only days that have a rate count for the share of a month (subsidy-run.md §2, n)', () => {
  const late = rate({ from: '2023-09-21', proration: 'half' });
  expect(dues([stretch(0, 30)], [late]).components).toMatchObject([{ ratedDays: 10, fen: 150_000 }]);
});

test.each([
  ['is told by its first day without a rate', ['living'], '2023-09-01'],
  ['is simply not due when nobody requires it', [], null],
] as const)('a component without a rate %s (subsidy-run.md §3, no-rate)', (_, required, unrated) => {
  expect(dues([stretch(0, 30)], [rate({ from: '2023-09-11' })], required).unrated).toBe(unrated);
});

test('segments come to their component, and each is less than a fen from its exact value (subsidy-run.md §2)', () => {
  const amounts = fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: 500_000 }),
      fc.constantFrom<Proration>('calendar', 'half', 'whole'),
      fc.integer({ min: 1, max: 7 }),
    ),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(amounts, (drawn) => {
      const rates = drawn.map(([fen, proration], index) => rate({ fen, proration, place: `15220${index + 1}` }));
      let first = 0;
      const stretches = drawn.map(([, , days], index) => {
        first += days;
        return stretch(first - days, first, `15220${index + 1}`);
      });
      const [due] = dues(stretches, rates).components;
      expect(due?.segments.reduce((sum, { fen }) => sum + fen, 0)).toBe(due?.fen);
      expect(due?.fen).toBe(Number(halfUp(due?.exact ?? { numerator: 0n, denominator: 1n })));
      for (const { exact, fen } of due?.segments ?? []) {
        const apart = exact.numerator - BigInt(fen) * exact.denominator;
        expect(apart < exact.denominator && -apart < exact.denominator).toBe(true);
      }
    }),
  );
});
