import { firstDayOf, type Period } from '@xibu/domain';
import type { DryRunView } from '@xibu/domain/finance/api';
import { type MonthDue, monthDue } from '../subsidy-runs/month-due.rules.js';
import { isPersonal } from '../subsidy-runs/payout.rules.js';
import type { PersonInputs, RunInputs } from '../subsidy-runs/run-inputs.js';
import { indexTables } from '../subsidy-runs/run-tables.rules.js';
import type { AdjustmentTerms } from './adjustment.js';
import { asIfFrom, inForce } from './in-force.rules.js';
import { subjects, tablesOf } from './term-rows.rules.js';

export interface TriedInputs extends Omit<RunInputs, 'people'> {
  readonly people: readonly (PersonInputs & { readonly accountId: string })[];
}

interface Sum {
  people: number;
  changed: number;
  beforeFen: number;
  afterFen: number;
}

/** What the month would have cost, subsidies and employer's parts, before and after; the new rows reach back to it. */
export function tryOn(rows: AdjustmentTerms, { settings, tables, people }: TriedInputs): Omit<DryRunView, 'by' | 'at'> {
  const { month } = settings;
  const first = firstDayOf(month);
  const given = tablesOf(rows);
  const over = <Row extends Period>(
    old: readonly Row[],
    next: readonly Row[],
    subjectOf: (row: Row) => string,
  ): Row[] =>
    inForce(
      [...old.map((row) => ({ row, seq: 1 })), ...asIfFrom(next, first, subjectOf).map((row) => ({ row, seq: 2 }))],
      subjectOf,
    );
  const after = indexTables(
    {
      rates: over(tables.rates, given.rates, subjects.rates),
      funding: over(tables.funding, given.funding, subjects.funding),
      insurance: over(tables.insurance, given.insurance, subjects.insurance),
    },
    settings.required,
  );
  const before = indexTables(tables, settings.required);
  const sums = new Map<number, Sum>();
  let [unpaidBefore, unpaidAfter] = [0, 0];
  for (const person of people) {
    const own = rows.bases.filter(({ accountId }) => accountId === person.accountId);
    const named = { accountId: person.accountId };
    const bases = over(
      person.bases.map((base) => ({ ...base, ...named })),
      own,
      subjects.bases,
    );
    const [then, now] = [
      monthDue(person, month, before, settings),
      monthDue({ ...person, bases }, month, after, settings),
    ];
    unpaidBefore += Number(then.obstacles.length > 0);
    unpaidAfter += Number(now.obstacles.length > 0);
    add(sums, Number(person.service.at(-1)?.county ?? 0), costOf(then), costOf(now));
  }
  const counties = [...sums].sort(([left], [right]) => left - right).map(([county, sum]) => ({ county, ...sum }));
  const total = (of: (sum: Sum) => number) => counties.reduce((all, sum) => all + of(sum), 0);
  return {
    ...{ month, people: people.length, unpaidBefore, unpaidAfter, counties },
    ...{ beforeFen: total(({ beforeFen }) => beforeFen), afterFen: total(({ afterFen }) => afterFen) },
  };
}

function costOf({ lines }: MonthDue): number {
  return lines.filter((line) => !isPersonal(line)).reduce((sum, { fen }) => sum + fen, 0);
}

function add(sums: Map<number, Sum>, county: number, beforeFen: number, afterFen: number): void {
  const sum = sums.get(county) ?? { people: 0, changed: 0, beforeFen: 0, afterFen: 0 };
  sum.people += 1;
  sum.changed += Number(beforeFen !== afterFen);
  sum.beforeFen += beforeFen;
  sum.afterFen += afterFen;
  sums.set(county, sum);
}
