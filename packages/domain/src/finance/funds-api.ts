import type { StepView } from './steps.js';

/** Subsidies and office costs never pay for each other (专款专用, notice 4.4). */
export const fundPurposes = ['subsidy', 'office'] as const;
export type FundPurpose = (typeof fundPurposes)[number];

/** Where money belongs. A programme year straddles two budget years. */
export interface FundKey {
  readonly county: number;
  readonly project: 'national' | 'local';
  /** `central`, `provincial`, `league-city`, `county`, `unit` or any other id. */
  readonly source: string;
  readonly budgetYear: number;
}

export interface RecordArrivalRequest extends FundKey {
  readonly purpose: FundPurpose;
  readonly fen: number;
  readonly arrivedOn: string;
  readonly documentNumber: string;
}

export interface RecordArrivalsRequest {
  readonly rows: readonly RecordArrivalRequest[];
}

export interface ArrivalView extends RecordArrivalRequest {
  readonly id: string;
  readonly recorded: StepView;
  readonly reversed: StepView | null;
  readonly reason: string | null;
  readonly version: number;
}

/** Expense accounts that money can be spent on directly; subsidies are spent by runs. */
export const spendingAccounts = [
  'commercial-insurance',
  'recruiting-costs',
  'training-costs',
  'publicity-costs',
  'administration-costs',
] as const;

export interface RecordSpendingRequest extends FundKey {
  /** Whose money pays. */
  readonly purpose: FundPurpose;
  readonly account: (typeof spendingAccounts)[number];
  readonly fen: number;
  readonly spentOn: string;
  readonly documentNumber: string;
  readonly words: string;
}

export interface SpendingView extends RecordSpendingRequest {
  readonly id: string;
  readonly recorded: StepView;
}

/** 资金执行: one fund, from the ledger. */
export interface FundRow extends FundKey {
  readonly id: string;
  readonly purpose: FundPurpose;
  readonly arrivedFen: number;
  /** Expenses booked: released runs and spendings. */
  readonly committedFen: number;
  /** Gone from the bank account. */
  readonly paidFen: number;
  readonly leftFen: number;
  /** Committed of a hundred parts of what arrived; null when nothing has. */
  readonly executedPercent: number | null;
  /** What the last released month cost. */
  readonly lastMonthFen: number;
  /** Months that what is left still reaches for; null when the last month cost nothing. */
  readonly monthsLeft: number | null;
  readonly state: 'enough' | 'short' | 'overspent';
}

export interface BalanceRow extends FundKey {
  readonly id: string;
  readonly account: string;
  readonly purpose: FundPurpose;
  /** Debit above 0, credit below. */
  readonly fen: number;
}

export interface PostingRow {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly county: number;
  readonly month: string;
  readonly postedAt: string;
  readonly words: string;
  readonly debitFen: number;
}

export interface PostingView extends PostingRow {
  readonly entries: readonly (FundKey & {
    readonly account: string;
    readonly purpose: FundPurpose;
    readonly fen: number;
  })[];
}
