import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { reduced } from './exact.rules.js';
import { grown } from './generated-run.spec.js';
import { computeRun, monthsOf, postedAfter } from './month-pay.rules.js';
import { explainPay } from './pay-explanation.rules.js';
import type { PersonInputs, RunInputs } from './run-inputs.js';

const from = '2023-01-01';
const earlier: RunInputs = {
  settings: { month: '2023-09', since: '2023-09', required: ['living'], insuranceDay: 15, employerSource: 'county' },
  tables: {
    rates: [{ component: 'living', project: '*', place: '150000', from, to: null, fen: 300000, proration: 'calendar' }],
    funding: [
      { project: '*', place: '150000', from, to: null, ord: 1, source: 'central', fen: 100000 },
      { project: '*', place: '150000', from, to: null, ord: 2, source: 'county', fen: null },
    ],
    insurance: [
      {
        ...{ scheme: 'pension', place: '150000', from, to: null, personalPpm: 80000, employerPpm: 160000 },
        ...{ floorFen: 450000, ceilingFen: null, unitFen: 1, mode: 'half-up' },
      },
    ],
  },
  people: [
    {
      ...{ person: 'a', card: true, hold: false, posted: [], carryFen: 0 },
      service: [{ from: '2023-09-11', to: null, county: '152201', project: 'national', paid: true }],
      bases: [{ from, to: null, fen: 400000 }],
    },
  ],
};

/** The run of October after September was posted, with something changed in between. */
function october(change: { tables?: Partial<RunInputs['tables']>; person?: Partial<PersonInputs> } = {}): RunInputs {
  const posted = postedAfter([], computeRun(earlier).lines);
  return {
    settings: { ...earlier.settings, month: '2023-10' },
    tables: { ...earlier.tables, ...change.tables },
    people: earlier.people.map((each) => ({ ...each, posted, ...change.person })),
  };
}

const [rate, layers, terms] = [earlier.tables.rates[0], earlier.tables.funding, earlier.tables.insurance[0]];
if (!rate || !terms) throw new Error('the example has lost its tables');

test('shows the days, the rate and the fraction behind a component', () => {
  const { due } = explainPay(earlier, 'a', '2023-09');
  expect(due.components).toHaveLength(1);
  const [segment] = due.components[0]?.segments ?? [];
  expect(segment).toMatchObject({
    firstDay: '2023-09-11',
    days: 20,
    county: '152201',
    rate: { fen: 300000 },
    fen: 200000,
  });
  expect(reduced(segment?.exact ?? { numerator: 0n, denominator: 1n })).toEqual({
    numerator: 200000n,
    denominator: 1n,
  });
});

test('shows the layers, their limits for the days served and what they gave', () => {
  const { due } = explainPay(earlier, 'a', '2023-09');
  expect(due.funding[0]?.layers.map(({ layer, limitFen, usedFen }) => [layer.source, limitFen, usedFen])).toEqual([
    ['central', 66667, 66667],
    ['county', null, 133333],
  ]);
});

test('shows the insurance base, the floor that raised it, and both parts', () => {
  const { due } = explainPay(earlier, 'a', '2023-09');
  expect(due.insurance).toMatchObject({
    day: '2023-09-15',
    declaredFen: 400000,
    schemes: [{ baseFen: 450000, bounded: 'floor', personalFen: 36000, employerFen: 72000 }],
  });
});

test('shows net and how deductions were spread over the sources', () => {
  const { pay, shares } = explainPay(earlier, 'a', '2023-09');
  expect(pay).toMatchObject({ grossFen: 200000, personalFen: 36000, netFen: 164000 });
  expect(shares.map(({ source, sumFen, takenOffFen, fen }) => [source, sumFen, takenOffFen, fen])).toEqual([
    ['central', 66667, 12000, 54667],
    ['county', 133333, 24000, 109333],
  ]);
});

test('shows what keeps a person out of the pay list', () => {
  const inputs = october({ person: { bases: [] } });
  expect(explainPay(inputs, 'a', '2023-10')).toMatchObject({
    pay: null,
    obstacle: { code: 'no-base', day: '2023-09-15' },
  });
});

test.each<[string, Parameters<typeof october>[0], readonly string[]]>([
  ['a rate', { tables: { rates: [{ ...rate, fen: 330000 }] } }, ['rates']],
  ['the layers', { tables: { funding: layers.map((layer) => ({ ...layer, fen: layer.fen && 50000 })) } }, ['funding']],
  ['the share', { tables: { insurance: [{ ...terms, personalPpm: 90000 }] } }, ['insurance']],
  ['the base', { person: { bases: [{ from, to: null, fen: 500000 }] } }, ['bases']],
  [
    'the days',
    { person: { service: [{ from: '2023-09-08', to: null, county: '152201', project: 'national', paid: true }] } },
    ['service'],
  ],
])('names %s as the cause of a difference', (_, change, causes) => {
  const { differences } = explainPay(october(change), 'a', '2023-10', earlier);
  expect(differences.length).toBeGreaterThan(0);
  for (const each of differences) {
    expect(each.month).toBe('2023-09');
    expect(each.dueFen - each.postedFen).toBe(each.fen);
    expect(each.causes).toEqual(causes);
  }
});

test('names several causes when each moves the amount', () => {
  const service = [{ from: '2023-09-08', to: null, county: '152201', project: 'national', paid: true } as const];
  const inputs = october({ tables: { rates: [{ ...rate, fen: 330000 }] }, person: { service } });
  const county = explainPay(inputs, 'a', '2023-10', earlier).differences.find(({ source }) => source === 'county');
  expect(county?.causes).toEqual(['service', 'rates']);
});

test('says so when only several changes together make the difference', () => {
  const service = [{ from: '2023-09-11', to: null, county: '152201', project: 'local', paid: true } as const];
  const board = { ...rate, component: 'board', project: 'local', fen: 3000 };
  const inputs = october({ tables: { rates: [rate, board] }, person: { service } });
  const { differences } = explainPay(inputs, 'a', '2023-10', earlier);
  expect(differences.find(({ component }) => component === 'board')).toMatchObject({ fen: 2000, causes: ['together'] });
});

test('without the inputs of then, only what the amounts prove is said', () => {
  const changed = { ...october({ tables: { rates: [{ ...rate, fen: 330000 }] } }) };
  expect(explainPay(changed, 'a', '2023-10').differences.map(({ causes }) => causes)).toEqual([['not-known']]);
  const moved = october({ tables: { funding: layers.map((layer) => ({ ...layer, fen: layer.fen && 50000 })) } });
  expect(explainPay(moved, 'a', '2023-10').differences.map(({ causes }) => causes)).toEqual([['funding'], ['funding']]);
});

test('a month that was never posted is posted late', () => {
  const inputs = october({ person: { posted: [] } });
  const { differences } = explainPay(inputs, 'a', '2023-10', earlier);
  expect(new Set(differences.flatMap(({ causes }) => causes))).toEqual(new Set(['posted-late']));
});

test('what was posted from other inputs than those of then is told apart', () => {
  const [first, ...rest] = postedAfter([], computeRun(earlier).lines);
  if (!first) throw new Error('nothing was posted');
  const inputs = october({ person: { posted: [{ ...first, fen: first.fen - 5 }, ...rest] } });
  expect(explainPay(inputs, 'a', '2023-10', earlier).differences.map(({ fen, causes }) => [fen, causes])).toEqual([
    [5, ['posted-otherwise']],
  ]);
});

test('says why a month differs from the month before', () => {
  const inputs = october({
    tables: {
      rates: [
        { ...rate, to: '2023-10-01' },
        { ...rate, from: '2023-10-01', fen: 330000 },
        { ...rate, component: 'board', from: '2023-10-01', fen: 5000 },
      ],
    },
    person: {
      bases: [
        { from, to: '2023-10-01', fen: 400000 },
        { from: '2023-10-01', to: null, fen: 500000 },
      ],
    },
  });
  expect(explainPay(inputs, 'a', '2023-10').change).toEqual([
    { component: 'board', beforeFen: 0, afterFen: 5000, reasons: ['starts'] },
    { component: 'living', beforeFen: 200000, afterFen: 330000, reasons: ['days', 'rate'] },
    { component: 'si-personal:pension', beforeFen: 36000, afterFen: 40000, reasons: ['base'] },
    { component: 'si-employer:pension', beforeFen: 72000, afterFen: 80000, reasons: ['base'] },
  ]);
});

test('says that a component ends, that a place, a proration or a share has changed', () => {
  const inputs = october({
    tables: {
      rates: [
        { ...rate, to: '2023-10-01' },
        { ...rate, from: '2023-10-01', place: '152221', proration: 'whole' },
        { ...rate, component: 'board', to: '2023-10-01', fen: 5000 },
      ],
      insurance: [
        { ...terms, to: '2023-10-01' },
        { ...terms, from: '2023-10-01', personalPpm: 90000, unitFen: 10 },
      ],
    },
    person: {
      service: [
        { from: '2023-09-11', to: '2023-10-01', county: '152201', project: 'national', paid: true },
        { from: '2023-10-01', to: null, county: '152221', project: 'national', paid: true },
      ],
    },
  });
  expect(explainPay(inputs, 'a', '2023-10').change).toEqual([
    { component: 'board', beforeFen: 3333, afterFen: 0, reasons: ['ends'] },
    { component: 'living', beforeFen: 200000, afterFen: 300000, reasons: ['place', 'days', 'proration'] },
    { component: 'si-personal:pension', beforeFen: 36000, afterFen: 40500, reasons: ['place', 'share', 'rounding'] },
  ]);
});

test('the same rates on other days are a change of days', () => {
  const inputs = october({
    tables: {
      rates: [
        { ...rate, to: '2023-09-11' },
        { ...rate, from: '2023-09-11', to: '2023-10-21', fen: 330000 },
        { ...rate, from: '2023-10-21' },
      ],
    },
    person: { service: [{ from: '2023-09-01', to: null, county: '152201', project: 'national', paid: true }] },
  });
  expect(explainPay(inputs, 'a', '2023-10').change).toEqual([
    { component: 'living', beforeFen: 320000, afterFen: 319355, reasons: ['days'] },
  ]);
});

test('the first month of a run has no month before it', () => {
  expect(explainPay(october(), 'a', '2023-09').change).toBeNull();
});

test.each([
  ['b', '2023-09', 'b is not in the inputs of this run'],
  ['a', '2023-08', '2023-08 is not recomputed by this run'],
  ['a', '2023-11', '2023-11 is not recomputed by this run'],
] as const)('asking for %s in %s is a fault of whoever asks', (person, month, message) => {
  expect(() => explainPay(october(), person, month)).toThrow(message);
});

test('every fen of a run is found again in the explanations of its months', () => {
  fc.assert(
    fc.property(grown, ({ inputs }) => {
      const { lines, pay } = computeRun(inputs);
      for (const { person } of pay) {
        const explained = monthsOf(inputs.settings).flatMap((month) => explainPay(inputs, person, month).lines);
        const own = lines.filter((line) => line.person === person).map(({ person: _, ...line }) => line);
        expect(explained.filter(({ fen }) => fen !== 0).map(({ dueFen: _, postedFen: __, ...line }) => line)).toEqual(
          own,
        );
      }
    }),
    { numRuns: 40 },
  );
});
