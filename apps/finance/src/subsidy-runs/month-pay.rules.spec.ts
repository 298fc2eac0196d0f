import { expect, test } from '@jest/globals';
import { computePerson, computeRun, postedAfter } from './month-pay.rules.js';
import type { FundingLayer, InsuranceTerms, Line, PersonInputs, Rate, RunSettings, Service } from './run-inputs.js';
import { indexTables } from './run-tables.rules.js';

const from = '2023-01-01';
const settings: RunSettings = {
  month: '2023-09',
  since: '2023-09',
  required: ['living'],
  insuranceDay: 15,
  employerSource: 'county',
};
const living: Rate = {
  component: 'living',
  project: '*',
  place: '150000',
  from,
  to: null,
  fen: 300000,
  proration: 'calendar',
};
const county: FundingLayer = { project: '*', place: '150000', from, to: null, ord: 9, source: 'county', fen: null };
const central: FundingLayer = { ...county, ord: 1, source: 'central', fen: 100000 };
const pension: InsuranceTerms = {
  ...{ scheme: 'pension', place: '150000', from, to: null, personalPpm: 80000, employerPpm: 160000 },
  ...{ floorFen: null, ceilingFen: null, unitFen: 1, mode: 'half-up' },
};
const served: Service = { from: '2023-09-01', to: null, county: '152201', project: 'national', paid: true };
const someone: PersonInputs = {
  ...{ person: 'a', card: true, hold: false, service: [served] },
  ...{ bases: [{ from, to: null, fen: 400000 }], posted: [], carryFen: 0 },
};

interface Given {
  readonly rates?: readonly Rate[];
  readonly funding?: readonly FundingLayer[];
  readonly insurance?: readonly InsuranceTerms[];
  readonly settings?: Partial<RunSettings>;
  readonly person?: Partial<PersonInputs>;
}

function compute({ rates = [living], funding = [county], insurance = [], person = {}, ...given }: Given = {}) {
  const asked = { ...settings, ...given.settings };
  return computePerson({ ...someone, ...person }, indexTables({ rates, funding, insurance }, asked.required), asked);
}

const shown = (lines: readonly Line[]) =>
  lines.map((line) => `${line.month} ${line.component} ${line.county} ${line.source} ${line.fen}`);
const stays = (...days: readonly (readonly [string, string, string, boolean?])[]): Service[] =>
  days.map(([first, to, place, paid = true]) => ({
    ...{
      from: `2023-09-${first}` as Service['from'],
      to: to as Service['to'],
      county: place,
      project: 'national',
      paid,
    },
  }));

test('a full month at one rate is the rate', () => {
  expect(shown(compute().lines)).toEqual(['2023-09 living 152201 county 300000']);
});

test.each([
  ['calendar', '2023-09-11', 100000],
  ['half', '2023-09-11', 150000],
  ['half', '2023-09-16', 300000],
  ['whole', '2023-09-02', 300000],
] as const)('%s proration pays %s exclusive as %d', (proration, to, fen) => {
  const { pay } = compute({ rates: [{ ...living, proration }], person: { service: [{ ...served, to }] } });
  expect(pay?.grossFen).toBe(fen);
});

test('days without pay are not paid, though they are days of service', () => {
  const { pay } = compute({
    person: { service: stays(['01', '2023-09-16', '152201'], ['16', '2023-10-01', '152201', false]) },
  });
  expect(pay?.grossFen).toBe(150000);
});

test('a component is rounded once, and the fen goes to the larger fraction', () => {
  // 1 fen × 10/30, 10/30 and 10/30: one fen in all, and a tie that the first county wins.
  const rates = [{ ...living, fen: 1 }];
  const service = stays(['01', '2023-09-11', '152221'], ['11', '2023-09-21', '152201'], ['21', '2023-10-01', '150402']);
  expect(shown(compute({ rates, person: { service } }).lines)).toEqual(['2023-09 living 152221 county 1']);
  const later = stays(['01', '2023-09-10', '152221'], ['10', '2023-09-21', '152201'], ['21', '2023-10-01', '150402']);
  expect(shown(compute({ rates, person: { service: later } }).lines)).toEqual(['2023-09 living 152201 county 1']);
});

test('a stay in two parts counts from its first day, in whatever order its periods come', () => {
  const rates = [{ ...living, fen: 1 }];
  // 15 days each: one fen, and a tie that goes to the segment that began first.
  const parts = stays(['17', '2023-10-01', '152221'], ['02', '2023-09-17', '152201'], ['01', '2023-09-02', '152221']);
  expect(shown(compute({ rates, person: { service: parts } }).lines)).toEqual(['2023-09 living 152221 county 1']);
});

test('a stay that ended when the month began is no part of the month', () => {
  const before = { ...served, from: '2023-08-01', to: '2023-09-01' } as const;
  const service = [before, ...stays(['11', '2023-10-01', '152201'])];
  const funding = [{ ...county, from: '2023-09-11' as const }];
  expect(shown(compute({ funding, person: { service } }).lines)).toEqual(['2023-09 living 152201 county 200000']);
});

test('the more specific place wins over an exact project, and an exact project over any', () => {
  const rates = [
    living,
    { ...living, project: 'national', fen: 310000 },
    { ...living, place: '152200', fen: 320000 },
    { ...living, place: '152200', project: 'national', fen: 330000 },
    { ...living, place: '152201', fen: 340000 },
  ];
  const gross = [5, 4, 3, 2, 1].map((count) => compute({ rates: rates.slice(0, count) }).pay?.grossFen);
  expect(gross).toEqual([340000, 330000, 320000, 310000, 300000]);
});

test('layers give at most their part of the month, the last gives the rest', () => {
  const service = [{ ...served, to: '2023-09-16' as const }];
  expect(shown(compute({ funding: [central, county], person: { service } }).lines)).toEqual([
    '2023-09 living 152201 central 50000',
    '2023-09 living 152201 county 100000',
  ]);
});

test('components are funded in the order of their ids', () => {
  const rates = [living, { ...living, component: 'board', fen: 60000 }];
  expect(shown(compute({ rates, funding: [central, county] }).lines)).toEqual([
    '2023-09 board 152201 central 60000',
    '2023-09 living 152201 central 40000',
    '2023-09 living 152201 county 260000',
  ]);
});

test('whoever serves on the insurance day is insured there, paid or not', () => {
  const service = stays(['01', '2023-09-11', '152201'], ['11', '2023-10-01', '152221', false]);
  expect(shown(compute({ insurance: [pension], person: { service } }).lines)).toEqual([
    '2023-09 living 152201 county 100000',
    '2023-09 si-employer:pension 152221 county 64000',
    '2023-09 si-personal:pension 152221 person 32000',
  ]);
});

test('in a month that is shorter, the insurance day is its last day', () => {
  const ended = { service: [{ ...served, to: '2023-09-30' as const }] };
  expect(compute({ insurance: [pension], settings: { insuranceDay: 31 }, person: ended }).pay?.personalFen).toBe(0);
  expect(compute({ insurance: [pension], settings: { insuranceDay: 31 } }).pay?.personalFen).toBe(32000);
});

test.each([
  [500000, null, 40000],
  [null, 300000, 24000],
  [300000, 500000, 32000],
])('a base is not under %s and not over %s', (floorFen, ceilingFen, personalFen) => {
  expect(compute({ insurance: [{ ...pension, floorFen, ceilingFen }] }).pay?.personalFen).toBe(personalFen);
});

test('what cannot be withheld now is carried', () => {
  const { pay, payouts } = compute({
    rates: [{ ...living, fen: 20000 }],
    insurance: [pension],
    person: { carryFen: 1000 },
  });
  expect(pay).toMatchObject({ grossFen: 20000, personalFen: 32000, carryInFen: 1000, netFen: 0, carryOutFen: 13000 });
  expect(payouts).toEqual([]);
});

test('deductions are spread over the sources in proportion', () => {
  const { payouts } = compute({ funding: [central, county], insurance: [pension] });
  // 32,000 over 100,000 and 200,000: 10,666.67 and 21,333.33.
  expect(payouts.map(({ source, fen }) => [source, fen])).toEqual([
    ['central', 89333],
    ['county', 178667],
  ]);
});

test('a source that a deduction uses up is not in the payout', () => {
  const { payouts } = compute({ funding: [{ ...central, fen: 1 }, county], person: { carryFen: 200000 } });
  expect(payouts.map(({ source, fen }) => [source, fen])).toEqual([['county', 100000]]);
});

test('insurance that was withheld too much comes back from the key of the person', () => {
  const posted: Line[] = [
    {
      month: '2023-09',
      component: 'si-personal:pension',
      county: '152201',
      project: 'national',
      source: 'person',
      fen: 40000,
    },
  ];
  const { pay, payouts } = compute({ insurance: [pension], person: { posted } });
  expect(pay).toMatchObject({ grossFen: 300000, personalFen: -8000, netFen: 308000 });
  expect(payouts.map(({ source, fen }) => [source, fen])).toEqual([
    ['county', 300000],
    ['person', 8000],
  ]);
});

test('a late change becomes a difference of its month', () => {
  const two = { month: '2023-10', since: '2023-09' } as const;
  const first = compute();
  const raised = [
    { ...living, to: '2023-09-16' as const },
    { ...living, from: '2023-09-16' as const, fen: 330000 },
  ];
  const next = compute({ rates: raised, settings: two, person: { posted: postedAfter([], first.lines) } });
  expect(shown(next.lines)).toEqual(['2023-09 living 152201 county 15000', '2023-10 living 152201 county 330000']);
});

test('months outside the run are left as they were posted', () => {
  const posted: Line[] = (['2023-08', '2023-10'] as const).map((month) => ({
    ...{ month, component: 'living', county: '152201', project: 'national', source: 'county', fen: 5 },
  }));
  expect(shown(compute({ person: { posted } }).lines)).toEqual(['2023-09 living 152201 county 300000']);
});

test('somebody who left and has nothing to come is nowhere, somebody with a line is in the pay list', () => {
  const posted: Line[] = [
    { month: '2023-09', component: 'living', county: '152201', project: 'national', source: 'county', fen: 700 },
  ];
  expect(compute({ person: { service: [] } })).toMatchObject({ lines: [], pay: null, exceptions: [] });
  expect(compute({ person: { service: [], posted, carryFen: 5 } }).pay).toMatchObject({
    grossFen: -700,
    carryOutFen: 705,
  });
});

test.each<[string, Given, string, string]>([
  ['no rate', { rates: [{ ...living, from: '2023-09-05' }] }, 'no-rate', '2023-09-01'],
  ['no layer', { funding: [] }, 'no-funding', '2023-09-01'],
  ['a last layer with a limit', { funding: [central] }, 'no-funding', '2023-09-01'],
  ['no base', { insurance: [pension], person: { bases: [] } }, 'no-base', '2023-09-15'],
  ['no base and no funding', { funding: [], insurance: [pension], person: { bases: [] } }, 'no-funding', '2023-09-01'],
  ['nothing at all', { rates: [], funding: [], insurance: [pension], person: { bases: [] } }, 'no-rate', '2023-09-01'],
])('%s keeps a person out of the run', (_, given, code, detail) => {
  const { lines, pay, payouts, exceptions } = compute(given);
  expect({ lines, pay, payouts }).toEqual({ lines: [], pay: null, payouts: [] });
  expect(exceptions).toEqual([{ person: 'a', code, detail }]);
});

test('a component that is not required is simply not due without a rate', () => {
  expect(compute({ rates: [], settings: { required: [] } })).toMatchObject({
    lines: [],
    exceptions: [],
    pay: { grossFen: 0 },
  });
});

test('an obstacle in an earlier month counts, also for somebody who has left', () => {
  const service = [{ ...served, from: '2023-08-01' as const, to: '2023-08-11' as const }];
  const given = {
    rates: [{ ...living, from: '2023-08-05' as const }],
    settings: { since: '2023-08' } as const,
    person: { service },
  };
  expect(compute(given).exceptions).toEqual([{ person: 'a', code: 'no-rate', detail: '2023-08-01' }]);
});

test('without a card, or on hold, lines are posted and nothing is payable', () => {
  const { pay, lines, exceptions } = compute({ person: { card: false, hold: true } });
  expect(lines).toHaveLength(1);
  expect(pay).toMatchObject({ netFen: 300000, payable: false });
  expect(exceptions.map(({ code }) => code)).toEqual(['hold', 'no-card']);
});

test('a total is kept when its lines cancel out', () => {
  const posted: Line[] = [
    { month: '2023-09', component: 'living', county: '152201', project: 'national', source: 'county', fen: 300000 },
  ];
  const people = [
    { ...someone, person: 'a' },
    { ...someone, person: 'b', service: [], posted },
  ];
  const { totals } = computeRun({ settings, tables: { rates: [living], funding: [county], insurance: [] }, people });
  expect(totals).toEqual([{ county: '152201', project: 'national', source: 'county', component: 'living', fen: 0 }]);
});

test('tables in which two rows would decide one day are a fault', () => {
  expect(() => compute({ rates: [living, { ...living, fen: 1 }] })).toThrow('overlaps a row of the same rank');
});
