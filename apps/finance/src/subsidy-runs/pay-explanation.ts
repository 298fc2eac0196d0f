import type { Fen, Month } from '@xibu/domain';
import type { MonthDue, Obstacle } from './month-due.rules.js';
import type { PayoutShare } from './payout.rules.js';
import type { Line } from './run-inputs.js';
import type { PayRow, RunException } from './run-result.js';

/** Why an amount of an earlier month is not what was posted for it. */
export type Cause =
  /** Nothing had been posted for that month: the person was missing, or stood in the exceptions. */
  | 'posted-late'
  | 'service'
  | 'bases'
  | 'rates'
  | 'funding'
  | 'insurance'
  | 'settings'
  /** Only several of these together make the difference. */
  | 'together'
  /** The inputs are those of then; what was posted had come from still earlier ones. */
  | 'posted-otherwise'
  /** The inputs of then are not at hand, and the amounts alone do not show it. */
  | 'not-known';

/** What this run pays or takes back for a month before its own. */
export interface ExplainedDifference extends Line {
  readonly dueFen: Fen;
  readonly postedFen: Fen;
  readonly causes: readonly Cause[];
}

export type ChangeReason = 'starts' | 'ends' | 'place' | 'days' | 'rate' | 'proration' | 'base' | 'share' | 'rounding';

/** One component of a month against the month before. */
export interface MonthChange {
  readonly component: string;
  readonly beforeFen: Fen;
  readonly afterFen: Fen;
  readonly reasons: readonly ChangeReason[];
}

/** The reconciliation of one key of the explained month. */
export interface ExplainedLine extends Line {
  readonly dueFen: Fen;
  readonly postedFen: Fen;
}

/** The data behind every amount of a person's month; words and layout are for whoever shows it. */
export interface PayExplanation {
  readonly person: string;
  readonly month: Month;
  /** The month of the run that pays. */
  readonly runMonth: Month;
  /** Segments, rates, days, funding layers, insurance bases and shares of the month. */
  readonly due: MonthDue;
  /** Every key of the month: due, already posted, and what this run makes of it (`fen`, zero included). */
  readonly lines: readonly ExplainedLine[];
  /** What keeps the person out of the pay list, if anything does. */
  readonly obstacle: Obstacle | null;
  readonly pay: PayRow | null;
  /** How deductions are spread over the sources that pay. */
  readonly shares: readonly PayoutShare[];
  readonly exceptions: readonly RunException[];
  readonly differences: readonly ExplainedDifference[];
  /** Null for the first month that the run recomputes. */
  readonly change: readonly MonthChange[] | null;
}
