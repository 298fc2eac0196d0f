import type { Fen, Month } from '@xibu/domain';

/** The part of a line that one county, project and source bears. */
export interface SplitPart {
  readonly county: string;
  readonly project: string;
  readonly source: string;
  readonly fen: Fen;
}

/**
 * A payment line from its first day: it could not be paid when its run was released, it waits for a batch, or it stands
 * in one and is as the bank says.
 */
export type PaymentLineState = 'not-payable' | 'waiting' | 'pending' | 'accepted' | 'returned';

/** One amount for one person, with what it is made of. */
export interface PaymentLine {
  readonly reference: string;
  readonly person: string;
  /** The run whose payouts it pays, also when it replaces another line. */
  readonly run: string;
  readonly month: Month;
  readonly fen: Fen;
  readonly split: readonly SplitPart[];
  readonly state: PaymentLineState;
  /** The reference of the returned or not payable line that it pays again; each line is replaced at most once. */
  readonly replaces: string | null;
}

/** A line about to go into a batch, with the account that was confirmed for the person. */
export interface BatchLine extends PaymentLine {
  readonly account: string;
}

export type LineProblemCode =
  | 'bad-reference'
  | 'reference-twice'
  | 'under-one-fen'
  | 'split-differs'
  | 'not-waiting'
  | 'person-twice'
  | 'account-shared'
  | 'paid-in-this-month';

export interface LineProblem {
  readonly reference: string;
  readonly code: LineProblemCode;
}

export type ReplacementProblem =
  | 'not-returned'
  | 'replaced-already'
  | 'replaces-another'
  | 'another-person'
  | 'another-run'
  | 'another-amount';
