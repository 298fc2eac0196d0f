import type { Fen, LegalDate, Month, Period } from '@xibu/domain';

/** How a monthly amount shrinks when only a part of the month was served. */
export type Proration = 'calendar' | 'half' | 'whole';
export type Rounding = 'half-up' | 'up' | 'down';

/** What a run is asked to do; stored with its result. */
export interface RunSettings {
  readonly month: Month;
  /** The first month that is recomputed, so that late changes are found. */
  readonly since: Month;
  /** Components without which nobody may be paid. */
  readonly required: readonly string[];
  /** Whoever serves on this day of a month (or its last day) is insured for it; 1 to 31. */
  readonly insuranceDay: number;
  /** The source that bears the employer's part of social insurance. */
  readonly employerSource: string;
}

/** A monthly amount of a component for a project (or `*`) in a place (six digits: county, `xxxx00`, `xx0000`). */
export interface Rate extends Period {
  readonly component: string;
  readonly project: string;
  readonly place: string;
  readonly fen: Fen;
  readonly proration: Proration;
}

/** One layer of who pays: at most `fen` a month, or the rest when `fen` is null. */
export interface FundingLayer extends Period {
  readonly project: string;
  readonly place: string;
  readonly ord: number;
  readonly source: string;
  readonly fen: Fen | null;
}

/** The terms of one social-insurance scheme in a place. Shares are parts per million of the base. */
export interface InsuranceTerms extends Period {
  readonly scheme: string;
  readonly place: string;
  readonly personalPpm: number;
  readonly employerPpm: number;
  readonly floorFen: Fen | null;
  readonly ceilingFen: Fen | null;
  readonly unitFen: Fen;
  readonly mode: Rounding;
}

export interface RunTables {
  readonly rates: readonly Rate[];
  readonly funding: readonly FundingLayer[];
  readonly insurance: readonly InsuranceTerms[];
}

/** Days of service in one county and project; `paid` is false for days on post without pay. */
export interface Service extends Period {
  readonly county: string;
  readonly project: string;
  readonly paid: boolean;
}

export interface DeclaredBase extends Period {
  readonly fen: Fen;
}

/** What money of one person, month and component comes from, or where it is booked. */
export interface LineKey {
  readonly month: Month;
  readonly component: string;
  readonly county: string;
  readonly project: string;
  readonly source: string;
}

/** An amount at a key: due, posted by earlier runs, or the difference that this run pays. */
export interface Line extends LineKey {
  readonly fen: Fen;
}

/** Everything a run needs to know of one person. Periods of service, and of bases, do not overlap. */
export interface PersonInputs {
  readonly person: string;
  /** True when a bank card is confirmed. */
  readonly card: boolean;
  /** True when payment is held by decision. */
  readonly hold: boolean;
  readonly service: readonly Service[];
  readonly bases: readonly DeclaredBase[];
  /** The sum of earlier runs, key by key. */
  readonly posted: readonly Line[];
  /** What is still to be recovered from earlier months, 0 or more. */
  readonly carryFen: Fen;
}

export interface RunInputs {
  readonly settings: RunSettings;
  readonly tables: RunTables;
  readonly people: readonly PersonInputs[];
}

/** A day and the place and project of service on it. */
export interface DayOfService {
  readonly day: LegalDate;
  readonly county: string;
  readonly project: string;
}
