import type { LegalDate } from '@xibu/domain';
import type { Tx } from '@xibu/platform';
import { placesOver } from '../subsidy-runs/dated-rows.rules.js';
import type { DeclaredBase, FundingLayer, InsuranceTerms, Rate, RunTables } from '../subsidy-runs/run-inputs.js';
import { type DecidedRow, inForce } from './in-force.rules.js';
import { placeText, subjects } from './term-rows.rules.js';

interface Stored {
  readonly seq: number;
  readonly division: number;
  readonly from: LegalDate;
  readonly to: LegalDate | null;
}

const dated = `seq::float8 "seq", division, from_day::text "from", to_day::text "to"`;

/** Every row that can decide a day in one of these counties, as decided so far. */
export async function readTables(tx: Tx, counties: readonly number[]): Promise<RunTables> {
  const places = [...new Set(counties.flatMap((county) => placesOver(placeText(county)).map(Number)))];
  const rates: (Stored & Omit<Rate, 'place' | 'from' | 'to'>)[] = await tx.query(
    `select ${dated}, component, project, fen::float8 "fen", proration from rate where division = any($1)`,
    [places],
  );
  const funding: (Stored & Omit<FundingLayer, 'place' | 'from' | 'to'>)[] = await tx.query(
    `select ${dated}, project, ord, source, fen::float8 "fen" from funding_layer where division = any($1)`,
    [places],
  );
  const insurance: (Stored & Omit<InsuranceTerms, 'place' | 'from' | 'to'>)[] = await tx.query(
    `select ${dated}, scheme, personal_ppm "personalPpm", employer_ppm "employerPpm", floor_fen::float8 "floorFen",
            ceiling_fen::float8 "ceilingFen", unit_fen "unitFen", mode
     from insurance_terms where division = any($1)`,
    [places],
  );
  return {
    rates: inForce(rates.map(placed), subjects.rates),
    funding: inForce(funding.map(placed), subjects.funding),
    insurance: inForce(insurance.map(placed), subjects.insurance),
  };
}

/** The declared bases of these people, by account. */
export async function readBases(tx: Tx, accounts: readonly string[]): Promise<Map<string, DeclaredBase[]>> {
  const rows: (Stored & { accountId: string; fen: number })[] = await tx.query(
    `select ${dated}, account_id "accountId", fen::float8 "fen" from declared_base where account_id = any($1)`,
    [accounts],
  );
  const decided = rows.map(({ seq, accountId, from, to, fen }) => ({ seq, row: { accountId, from, to, fen } }));
  const bases = new Map<string, DeclaredBase[]>();
  for (const { accountId, ...base } of inForce(decided, subjects.bases)) {
    bases.set(accountId, [...(bases.get(accountId) ?? []), base]);
  }
  return bases;
}

function placed<Row extends Stored>({
  seq,
  division,
  ...row
}: Row): DecidedRow<
  Omit<Row, 'seq' | 'division'> & { readonly place: string; readonly from: LegalDate; readonly to: LegalDate | null }
> {
  const { from, to } = row as Pick<Row, 'from' | 'to'>;
  return { seq, row: { ...row, from, to, place: placeText(division) } };
}
