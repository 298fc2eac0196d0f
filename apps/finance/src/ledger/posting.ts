import type { Fen } from '@xibu/domain';
import type { AccountId } from './account.js';

/** Where an amount belongs; a posting sums to zero at each of these. */
export interface Fund {
  readonly county: string;
  readonly project: string;
  readonly source: string;
  /** Calendar year of the budget, for instance 2023. */
  readonly budgetYear: number;
}

/** One side of a posting: debit above 0, credit below. */
export interface Entry extends Fund {
  readonly account: AccountId;
  readonly fen: Fen;
}

export type PostingProblemCode = 'empty' | 'unknown-account' | 'not-an-amount' | 'unbalanced' | 'earmarked';

/** Why entries are no posting, where, and by how much. */
export interface PostingProblem {
  readonly code: PostingProblemCode;
  readonly fund: Fund | null;
  readonly fen: Fen;
  /** The clause that says no, where one does. */
  readonly clause: string | null;
}
