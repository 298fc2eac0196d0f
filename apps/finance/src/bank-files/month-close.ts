import type { Fen } from '@xibu/domain';
import type { PaymentLine } from './payment-line.js';

export interface MoneyKey {
  readonly county: string;
  readonly project: string;
  readonly source: string;
}

/** The money of one month at one (county, project, source), in fen, each figure from its own source. */
export interface MonthFigures extends MoneyKey {
  /** Payouts recomputed by the rules of the run, lines of people without a card or on hold included. */
  readonly computed: Fen;
  /** Payouts as they were frozen at the release. */
  readonly approved: Fen;
  /** Lines that could not be paid at the release and that no line has replaced yet; they do not keep a month open. */
  readonly notYetPayable: Fen;
  /** Lines in released files. */
  readonly inFile: Fen;
  /** The part of `inFile` that repeats a returned line, so that it is not counted as paid for the first time. */
  readonly repeatedInFile: Fen;
  /** Lines that wait for a batch, those that repeat a returned line left out. */
  readonly waiting: Fen;
  /** What became of the lines in files, by the bank's answers. */
  readonly accepted: Fen;
  readonly returned: Fen;
  readonly pending: Fen;
  /** The part of `returned` that another line has taken over, as those other lines have it. */
  readonly replaced: Fen;
  /** The part of `returned` that no line has taken over. */
  readonly waitingForReplacement: Fen;
}

export const monthFigures = [
  'computed',
  'approved',
  'notYetPayable',
  'inFile',
  'repeatedInFile',
  'waiting',
  'accepted',
  'returned',
  'pending',
  'replaced',
  'waitingForReplacement',
] as const satisfies readonly (keyof MonthFigures)[];

/** The four equations of a closed month. `in file` of the second is less what is repeated there. */
export type Equation =
  | 'computed = approved'
  | 'approved - not yet payable = in file + waiting'
  | 'in file = accepted + returned + pending'
  | 'returned = replaced + waiting for a replacement';

export interface BrokenEquation extends MoneyKey {
  readonly equation: Equation;
  readonly leftFen: Fen;
  readonly rightFen: Fen;
  /** Left less right. */
  readonly differenceFen: Fen;
}

/** What a month holds besides its figures. Lines that repeat a returned one count here as well. */
export interface MonthState {
  readonly figures: readonly MonthFigures[];
  readonly lines: readonly Pick<PaymentLine, 'reference' | 'state' | 'replaces'>[];
  readonly openExceptions: number;
  /** Everybody with a day of service in the month. */
  readonly inService: readonly string[];
  /** Everybody in the pay list. */
  readonly inPay: readonly string[];
  readonly exceptions: readonly { readonly person: string; readonly settled: boolean }[];
}

/** Why a month stays open; it closes when every list is empty and every number is 0. */
export interface MonthObstacles {
  readonly broken: readonly BrokenEquation[];
  readonly pending: number;
  readonly waiting: number;
  /** Returned lines that no line has replaced. */
  readonly unreplaced: readonly string[];
  readonly openExceptions: number;
  /** In service, and neither in the pay list nor in a settled exception. */
  readonly missing: readonly string[];
}
