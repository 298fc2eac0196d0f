import { expect, test } from '@jest/globals';
import type { LegalDate } from '@xibu/domain';
import fc from 'fast-check';
import { insuranceOf } from './insurance.rules.js';
import { calendarOf } from './month-calendar.rules.js';
import type { InsuranceTerms, RunSettings, Service } from './run-inputs.js';
import { indexTables } from './run-tables.rules.js';

const always = { from: '2023-01-01', to: null } as const;
const terms: InsuranceTerms = {
  ...{ scheme: 'pension', place: '150000', ...always, personalPpm: 80_000, employerPpm: 160_000 },
  ...{ floorFen: null, ceilingFen: null, unitFen: 1, mode: 'half-up' },
};
const service: Service = { ...always, county: '152201', project: 'national', paid: true };
const settings: RunSettings = {
  ...{ month: '2023-09', since: '2023-09', required: [], insuranceDay: 15, employerSource: 'county' },
};

interface Given {
  readonly terms?: Partial<InsuranceTerms>;
  readonly service?: readonly Service[];
  readonly baseFen?: number | null;
  readonly day?: number;
  readonly month?: RunSettings['month'];
}
function due({ baseFen = 400_000, day = 15, month = '2023-09', ...given }: Given = {}) {
  const tables = indexTables({ rates: [], funding: [], insurance: [{ ...terms, ...given.terms }] }, []);
  const bases = baseFen === null ? [] : [{ ...always, fen: baseFen }];
  return insuranceOf(given.service ?? [service], bases, calendarOf(month), tables, { ...settings, insuranceDay: day });
}

test.each<[string, Partial<InsuranceTerms>, number, object]>([
  ['the declared base', {}, 400_000, { baseFen: 400_000, bounded: null, personalFen: 32_000, employerFen: 64_000 }],
  ['the floor above it', { floorFen: 450_000 }, 400_000, { baseFen: 450_000, bounded: 'floor', personalFen: 36_000 }],
  [
    'the ceiling below it',
    { ceilingFen: 300_000 },
    400_000,
    { baseFen: 300_000, bounded: 'ceiling', personalFen: 24_000 },
  ],
  ['the base that is the floor', { floorFen: 400_000 }, 400_000, { baseFen: 400_000, bounded: null }],
  ['the base between both', { floorFen: 1, ceilingFen: 500_000 }, 400_000, { baseFen: 400_000, bounded: null }],
])('the base is %s (subsidy-run.md §2, social insurance)', (_, changes, baseFen, expected) => {
  expect(due({ terms: changes, baseFen })?.schemes).toMatchObject([expected]);
});

test.each<[InsuranceTerms['mode'], number, number, number]>([
  // 8 % of 12,345 fen is 987.6 fen.
  ['half-up', 1, 12_345, 988],
  ['down', 1, 12_345, 987],
  ['up', 1, 12_345, 988],
  ['half-up', 100, 12_345, 1_000],
  ['down', 100, 12_345, 900],
  ['up', 100, 12_345, 1_000],
  ['half-up', 100, 11_875, 1_000],
  ['half-up', 100, 11_874, 900],
  ['up', 100, 12_500, 1_000],
  ['down', 100, 12_500, 1_000],
])('%s to %d fen: 8%% of %d is %d (subsidy-run.md §2, unit and mode)', (mode, unitFen, baseFen, personalFen) => {
  expect(due({ terms: { mode, unitFen }, baseFen })?.schemes[0]?.personalFen).toBe(personalFen);
});

test.each<[string, Given, LegalDate | null]>([
  ['on that day', {}, '2023-09-15'],
  ['on that day without pay', { service: [{ ...service, paid: false }] }, '2023-09-15'],
  ['on the last day of a shorter month', { day: 31 }, '2023-09-30'],
  ['on the last day of February', { day: 30, month: '2024-02' }, '2024-02-29'],
  ['from the day after it: not for this month', { service: [{ ...service, from: '2023-09-16' }] }, null],
  ['up to that day, which is not in it: not for this month', { service: [{ ...service, to: '2023-09-15' }] }, null],
  ['where no scheme has terms: not at all', { terms: { place: '152221' } }, null],
])('whoever serves %s (subsidy-run.md §2, insuranceDay)', (_, given, day) => {
  expect(due(given)?.day ?? null).toBe(day);
});

test('the county and project of that day are insured, not those of the month’s end (subsidy-run.md §2)', () => {
  const moved: Service[] = [
    { ...service, to: '2023-09-16' },
    { ...service, from: '2023-09-16', county: '152221', project: 'local' },
  ];
  expect(due({ service: moved })).toMatchObject({ county: '152201', project: 'national' });
});

test('without a base on that day it is said that one is missing, and no scheme is reckoned (§3, no-base)', () => {
  expect(due({ baseFen: null })).toMatchObject({ day: '2023-09-15', declaredFen: null, schemes: [] });
});

test('a part is a multiple of the unit, at most a unit away from the exact one, on the side that the mode says', () => {
  fc.assert(
    fc.property(
      fc.nat(3_000_000),
      fc.nat(400_000),
      fc.constantFrom(1, 10, 100),
      fc.constantFrom('half-up', 'up', 'down'),
      (baseFen, personalPpm, unitFen, mode) => {
        const [scheme] = due({ terms: { personalPpm, unitFen, mode }, baseFen })?.schemes ?? [];
        const apart = (scheme?.personalFen ?? 0) * 1_000_000 - baseFen * personalPpm;
        expect((scheme?.personalFen ?? 0) % unitFen).toBe(0);
        expect(Math.abs(apart)).toBeLessThan(unitFen * 1_000_000 + (mode === 'half-up' ? 1 : 0));
        if (mode === 'up') expect(apart).toBeGreaterThanOrEqual(0);
        if (mode === 'down') expect(apart).toBeLessThanOrEqual(0);
        if (mode === 'half-up') expect(2 * Math.abs(apart)).toBeLessThanOrEqual(unitFen * 1_000_000);
      },
    ),
  );
});
