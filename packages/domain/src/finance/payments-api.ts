import type { StepView } from './steps.js';

export const lineStates = ['not-payable', 'waiting', 'pending', 'accepted', 'returned'] as const;
export type LineState = (typeof lineStates)[number];

export interface MoneySplit {
  readonly county: number;
  readonly project: string;
  readonly source: string;
  readonly fen: number;
}

export interface PaymentLineRow {
  readonly id: string;
  readonly reference: string;
  readonly runId: string;
  readonly accountId: string;
  readonly number: string;
  readonly name: string | null;
  readonly county: number;
  /** The month of the run. */
  readonly month: string;
  /** The month in whose books it stands. */
  readonly bookMonth: string;
  readonly fen: number;
  readonly split: readonly MoneySplit[];
  readonly state: LineState;
  readonly replaces: string | null;
  readonly replacedBy: string | null;
  readonly batch: string | null;
  readonly reason: string;
  readonly bankReference: string;
  readonly valueDate: string | null;
}

export const batchStatuses = ['prepared', 'released', 'discarded'] as const;
export type BatchStatus = (typeof batchStatuses)[number];

export interface PrepareBatchRequest {
  readonly county: number;
  /** Lines of this month and of months before it. */
  readonly month: string;
  /** The bank's format; see `GET /api/finance/bank-profiles`. */
  readonly profile: string;
}

/** Why a line that might have been in a batch is not. */
export interface LeftOut {
  readonly reference: string;
  readonly accountId: string;
  readonly why: 'no-card' | 'cooling' | 'hold' | 'second-of-person' | 'account-shared' | 'no-name';
}

export interface BatchRow {
  readonly id: string;
  /** `152201-202309-01`, as the bank reads it. */
  readonly number: string;
  readonly county: number;
  readonly month: string;
  readonly profile: string;
  readonly status: BatchStatus;
  readonly date: string;
  readonly lines: number;
  readonly totalFen: number;
  readonly digest: string;
  readonly version: number;
}

export interface BatchView extends BatchRow {
  readonly steps: {
    readonly prepared: StepView;
    readonly released: StepView | null;
    readonly exported: StepView | null;
  };
  readonly reason: string | null;
  readonly payments: readonly { readonly state: string; readonly lines: number; readonly fen: number }[];
  readonly returns: readonly ReturnFileView[];
}

export interface PreparedBatch {
  readonly batch: BatchView;
  readonly left: readonly LeftOut[];
}

export interface TakeReturnRequest {
  /** The name of the bank's file. */
  readonly name: string;
  /** Its bytes, base64. */
  readonly content: string;
}

export interface ReturnFileView {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly date: string;
  readonly rows: number;
  readonly steps: number;
  readonly exceptions: number;
  readonly repeated: number;
  readonly taken: StepView;
}

/** What a return file brought about; `repeated-file` means that it had been taken in before. */
export interface TakenReturn {
  readonly result: 'taken' | 'repeated-file';
  readonly file: ReturnFileView;
  readonly accepted: number;
  readonly returned: number;
  readonly notes: readonly { readonly row: number; readonly code: string; readonly reference: string }[];
}

export interface BankProfileView {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
}

/** The money of a month at one county, project and source: xibu-bank/1 §4. */
export interface ReconciliationRow {
  readonly id: string;
  /** The county whose run it is. */
  readonly office: number;
  readonly county: number;
  readonly project: string;
  readonly source: string;
  readonly computed: number;
  readonly approved: number;
  readonly notYetPayable: number;
  readonly inFile: number;
  readonly repeatedInFile: number;
  readonly waiting: number;
  readonly accepted: number;
  readonly returned: number;
  readonly pending: number;
  readonly replaced: number;
  readonly waitingForReplacement: number;
}

export interface BrokenEquationView {
  readonly county: number;
  readonly project: string;
  readonly source: string;
  readonly equation: string;
  readonly leftFen: number;
  readonly rightFen: number;
  readonly differenceFen: number;
}

/** All that keeps a county's month open. */
export interface MonthObstaclesView {
  readonly broken: readonly BrokenEquationView[];
  readonly pending: number;
  readonly waiting: number;
  readonly unreplaced: readonly string[];
  readonly openExceptions: number;
  /** In service, and neither in the pay list nor in a settled exception. */
  readonly missing: readonly string[];
  /** The run of the month is not released yet. */
  readonly runOpen: boolean;
}

export interface OfficeMonthView {
  readonly county: number;
  readonly month: string;
  readonly status: 'open' | 'proposed' | 'closed';
  readonly closeId: string | null;
  readonly proposed: StepView | null;
  readonly closed: StepView | null;
  readonly mayClose: boolean;
  readonly obstacles: MonthObstaclesView;
  readonly rows: readonly ReconciliationRow[];
}

export interface ReconciliationBoard {
  readonly month: string;
  readonly offices: readonly OfficeMonthView[];
  /** Sums over the offices by project and source. */
  readonly totals: readonly Omit<ReconciliationRow, 'id' | 'office' | 'county'>[];
}

export interface ProposeCloseRequest {
  readonly month: string;
  readonly county: number;
}
