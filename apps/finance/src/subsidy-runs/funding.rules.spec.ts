import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { duesOf, type PaidStretch } from './dues.rules.js';
import { fundingOf } from './funding.rules.js';
import { calendarOf } from './month-calendar.rules.js';
import type { FundingLayer, Rate } from './run-inputs.js';
import { indexTables } from './run-tables.rules.js';

const september = calendarOf('2023-09');
const always = { from: '2023-01-01', to: null } as const;
const rate = (component: string, fen: number, project = '*'): Rate => ({
  ...{ component, project, place: '150000', ...always, fen, proration: 'calendar' },
});
const layer = (ord: number, source: string, fen: number | null, changes: Partial<FundingLayer> = {}): FundingLayer => ({
  ...{ project: '*', place: '150000', ...always, ord, source, fen, ...changes },
});
const stretch = (first: number, end: number, project = 'national'): PaidStretch => ({
  ...{ first, end, county: '152201', project },
});

function funded(stretches: readonly PaidStretch[], rates: readonly Rate[], funding: readonly FundingLayer[]) {
  const tables = indexTables({ rates, funding, insurance: [] }, []);
  return fundingOf(duesOf(stretches, september, tables, []).components, stretches, september, tables);
}
const pieces = (...asked: Parameters<typeof funded>) =>
  funded(...asked).flatMap((group) =>
    group.pieces.map(({ component, source, fen }) => `${component} ${source} ${fen}`),
  );

const [full, half] = [[stretch(0, 30)], [stretch(0, 15)]];

test.each<[string, PaidStretch[], FundingLayer[], string[]]>([
  ['the last layer gives all there is no limit to', full, [layer(9, 'county', null)], ['living county 3000']],
  [
    'a layer gives at most its amount for a full month',
    full,
    [layer(1, 'central', 1000), layer(9, 'county', null)],
    ['living central 1000', 'living county 2000'],
  ],
  [
    'a layer gives its part of the month, half-up: 1001 × 15/30 is 501',
    half,
    [layer(1, 'central', 1001), layer(9, 'county', null)],
    ['living central 501', 'living county 999'],
  ],
  [
    'a layer that has more than is needed gives what is needed, and the last one nothing',
    full,
    [layer(1, 'central', 9000), layer(9, 'county', null)],
    ['living central 3000'],
  ],
  [
    'a source in two layers gives one piece',
    full,
    [layer(1, 'central', 1000), layer(2, 'province', 500), layer(9, 'central', null)],
    ['living central 2500', 'living province 500'],
  ],
  [
    'a layer of nothing gives nothing',
    full,
    [layer(1, 'central', 0), layer(9, 'county', null)],
    ['living county 3000'],
  ],
])('%s (subsidy-run.md §2, funding)', (_, stretches, funding, expected) => {
  expect(pieces(stretches, [rate('living', 3000)], funding)).toEqual(expected);
});

test('components are filled in the order of their ids, not of their rates (subsidy-run.md §2)', () => {
  const rates = [rate('living', 800), rate('hardship', 500)];
  expect(pieces(full, rates, [layer(1, 'central', 600), layer(9, 'county', null)])).toEqual([
    'hardship central 500',
    'living central 100',
    'living county 700',
  ]);
});

test.each<[string, FundingLayer[]]>([
  ['no layer matches', [layer(9, 'county', null, { place: '152221' })]],
  ['the last layer has an amount', [layer(1, 'central', 100_000)]],
  ['the layers begin a day after the first day of the group', [layer(9, 'county', null, { from: '2023-09-02' })]],
])('%s: not covered, and nothing is given (subsidy-run.md §3, no-funding)', (_, funding) => {
  const [group] = funded(full, [rate('living', 3000)], funding);
  expect(group).toMatchObject({ covered: false, pieces: [], firstDay: '2023-09-01' });
});

test('each project has its own days, its own first day and its own limits (subsidy-run.md §2, g)', () => {
  const stretches = [stretch(10, 20, 'local'), stretch(0, 10), stretch(20, 25, 'local')];
  const groups = funded(stretches, [rate('living', 3000)], [layer(1, 'central', 600), layer(9, 'county', null)]);
  expect(
    groups.map(({ project, paidDays, firstDay, layers }) => [project, paidDays, firstDay, layers[0]?.limitFen]),
  ).toEqual([
    ['local', 15, '2023-09-11', 300],
    ['national', 10, '2023-09-01', 200],
  ]);
});

test('no amount in a project without a component: no group, so that nobody has to pay for it', () => {
  expect(funded([stretch(0, 10, 'local')], [rate('living', 3000, 'national')], [])).toEqual([]);
});

test('pieces come to the components to the fen, and no layer gives more than its limit (subsidy-run.md §2)', () => {
  const amounts = fc.array(fc.nat(200_000), { minLength: 1, maxLength: 4 });
  const limits = fc.array(fc.nat(150_000), { maxLength: 4 });
  fc.assert(
    fc.property(amounts, limits, fc.integer({ min: 1, max: 30 }), (drawn, given, days) => {
      const rates = drawn.map((fen, index) => rate(`c${index}`, fen));
      const funding = [...given, null].map((fen, ord) =>
        layer(ord, ['central', 'province', 'county'][ord % 3] ?? '', fen),
      );
      const tables = indexTables({ rates, funding, insurance: [] }, []);
      const { components } = duesOf([stretch(0, days)], september, tables, []);
      const [group] = fundingOf(components, [stretch(0, days)], september, tables);
      for (const { component, fen } of components) {
        const own = group?.pieces.filter((piece) => piece.component === component) ?? [];
        expect(own.reduce((sum, piece) => sum + piece.fen, 0)).toBe(fen);
      }
      for (const { limitFen, usedFen } of group?.layers ?? []) {
        expect(usedFen).toBeLessThanOrEqual(limitFen ?? Number.MAX_SAFE_INTEGER);
      }
    }),
  );
});
