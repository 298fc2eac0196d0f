import { covers, type Fen, type LegalDate } from '@xibu/domain';
import { type Exact, roundToUnit, toFen } from './exact.rules.js';
import { dayAt, type MonthCalendar } from './month-calendar.rules.js';
import type { DeclaredBase, InsuranceTerms, RunSettings, Service } from './run-inputs.js';
import type { IndexedTables } from './run-tables.rules.js';

export interface SchemeDue {
  readonly terms: InsuranceTerms;
  /** The declared base within the floor and the ceiling. */
  readonly baseFen: Fen;
  readonly bounded: 'floor' | 'ceiling' | null;
  readonly personalExact: Exact;
  readonly personalFen: Fen;
  readonly employerExact: Exact;
  readonly employerFen: Fen;
}

/** The social insurance of one month; `declaredFen` is null when a base was needed and none is declared. */
export interface InsuranceDue {
  readonly day: LegalDate;
  readonly county: string;
  readonly project: string;
  readonly declaredFen: Fen | null;
  readonly schemes: readonly SchemeDue[];
}

/** Social insurance for a month, by scheme; null when the person is not insured in it. Days without pay count. */
export function insuranceOf(
  service: readonly Service[],
  bases: readonly DeclaredBase[],
  month: MonthCalendar,
  tables: IndexedTables,
  settings: RunSettings,
): InsuranceDue | null {
  const day = dayAt(month, Math.min(settings.insuranceDay, month.days.length) - 1);
  const serving = service.find((period) => covers(period, day));
  if (!serving) return null;
  const terms = tables.termsOn(serving.county, day);
  if (terms.length === 0) return null;
  const { county, project } = serving;
  const declared = bases.find((base) => covers(base, day));
  if (!declared) return { day, county, project, declaredFen: null, schemes: [] };
  return {
    day,
    county,
    project,
    declaredFen: declared.fen,
    schemes: terms.map((each) => schemeOf(each, declared.fen)),
  };
}

function schemeOf(terms: InsuranceTerms, declaredFen: Fen): SchemeDue {
  const { floorFen, ceilingFen } = terms;
  const raised = Math.max(declaredFen, floorFen ?? declaredFen);
  const baseFen = Math.min(raised, ceilingFen ?? raised);
  const personalExact = shareOf(baseFen, terms.personalPpm);
  const employerExact = shareOf(baseFen, terms.employerPpm);
  return {
    terms,
    baseFen,
    bounded: baseFen > declaredFen ? 'floor' : baseFen < declaredFen ? 'ceiling' : null,
    personalExact,
    personalFen: toFen(roundToUnit(personalExact, BigInt(terms.unitFen), terms.mode)),
    employerExact,
    employerFen: toFen(roundToUnit(employerExact, BigInt(terms.unitFen), terms.mode)),
  };
}

function shareOf(baseFen: Fen, ppm: number): Exact {
  return { numerator: BigInt(baseFen) * BigInt(ppm), denominator: 1_000_000n };
}
