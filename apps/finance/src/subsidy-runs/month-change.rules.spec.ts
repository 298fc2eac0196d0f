import { expect, test } from '@jest/globals';
import { changesBetween } from './month-change.rules.js';
import { monthDue } from './month-due.rules.js';
import type { PersonInputs, RunSettings, RunTables } from './run-inputs.js';
import { indexTables } from './run-tables.rules.js';

const always = { from: '2023-01-01', to: null } as const;
const settings: RunSettings = {
  ...{ month: '2023-09', since: '2023-08', required: [], insuranceDay: 15, employerSource: 'county' },
};
const tables: RunTables = {
  rates: [{ component: 'living', project: '*', place: '150000', ...always, fen: 240_000, proration: 'calendar' }],
  funding: [{ project: '*', place: '150000', ...always, ord: 1, source: 'county', fen: null }],
  insurance: [
    {
      ...{ scheme: 'pension', place: '150000', ...always, personalPpm: 80_000, employerPpm: 160_000 },
      ...{ floorFen: null, ceilingFen: null, unitFen: 1, mode: 'half-up' },
    },
  ],
};
type Given = { readonly tables?: Partial<RunTables>; readonly person?: Partial<PersonInputs> };
const someone = {
  service: [{ ...always, county: '152201', project: 'national', paid: true }],
  bases: [{ ...always, fen: 400_000 }],
};
const due = (given: Given, month: RunSettings['month'] = '2023-09') => {
  const indexed = indexTables({ ...tables, ...given.tables }, settings.required);
  return monthDue({ ...someone, ...given.person }, month, indexed, settings);
};
const [rate, terms] = [tables.rates[0], tables.insurance[0]];
if (!rate || !terms) throw new Error('the example has lost its tables');
const served = (changes: object) => ({
  person: { service: [{ ...someone.service[0], ...changes }] as PersonInputs['service'] },
});

test.each<[string, Given, Given, string[]]>([
  ['the same month: nothing', {}, {}, []],
  [
    'no service before: it starts',
    served({ from: '2023-10-01' }),
    {},
    ['living starts 0→240000', 'si-personal:pension starts 0→32000', 'si-employer:pension starts 0→64000'],
  ],
  ['no component any more: it ends', {}, { tables: { rates: [] } }, ['living ends 240000→0']],
  ['fewer days', {}, served({ from: '2023-09-11' }), ['living days 240000→160000']],
  ['another rate', {}, { tables: { rates: [{ ...rate, fen: 250_000 }] } }, ['living rate 240000→250000']],
  [
    'another proration of part of a month',
    served({ from: '2023-09-11' }),
    { ...served({ from: '2023-09-11' }), tables: { rates: [{ ...rate, proration: 'whole' }] } },
    ['living proration 160000→240000'],
  ],
  [
    'another base',
    {},
    { person: { bases: [{ ...always, fen: 500_000 }] } },
    ['si-personal:pension base 32000→40000', 'si-employer:pension base 64000→80000'],
  ],
  [
    'another share of the employer: the person’s part has not changed',
    {},
    { tables: { insurance: [{ ...terms, employerPpm: 100_000 }] } },
    ['si-employer:pension share 64000→40000'],
  ],
  [
    'another rounding',
    {},
    { tables: { insurance: [{ ...terms, unitFen: 50_000 }] } },
    ['si-personal:pension rounding 32000→50000', 'si-employer:pension rounding 64000→50000'],
  ],
  [
    'another place with other rates',
    { tables: { rates: [rate, { ...rate, place: '152221', fen: 250_000 }] } },
    { ...served({ county: '152221' }), tables: { rates: [rate, { ...rate, place: '152221', fen: 250_000 }] } },
    ['living place+rate 240000→250000'],
  ],
])('%s (domain.md §4: a pay slip says why a month differs)', (_, before, after, expected) => {
  const changes = changesBetween(due(before), due(after)).map(
    ({ component, reasons, beforeFen, afterFen }) => `${component} ${reasons.join('+')} ${beforeFen}→${afterFen}`,
  );
  expect(changes).toEqual(expected);
});

test('months of different length at one rate do not differ', () => {
  expect(changesBetween(due({}, '2023-08'), due({}, '2023-09'))).toEqual([]);
});
