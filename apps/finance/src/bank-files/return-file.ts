import type { LegalDate } from '@xibu/domain';

/** S accepted, F failed, R came back after it had been accepted, P still in process. */
export const returnStatuses = ['S', 'F', 'R', 'P'] as const;
export type ReturnStatus = (typeof returnStatuses)[number];

export interface ReturnRow {
  readonly seq: string;
  readonly reference: string;
  /** Fen of any size: what a bank wrote need not be an amount that we ever paid. */
  readonly fen: bigint;
  readonly status: ReturnStatus;
  readonly reason: string;
  readonly bankReference: string;
  readonly valueDate: LegalDate | '';
}

export interface ReturnTotals {
  readonly acceptedCount: bigint;
  readonly acceptedFen: bigint;
  readonly failedCount: bigint;
  readonly failedFen: bigint;
}

/** A return file whose every field is well formed; whether it is right is asked by the rules. */
export interface ReturnFile {
  readonly batch: string;
  readonly date: LegalDate;
  /** As the header claims it. */
  readonly count: bigint;
  /** The first one stands in row 2 of the file. */
  readonly rows: readonly ReturnRow[];
  /** As the trailer claims them. */
  readonly totals: ReturnTotals;
}

/** The first place, rows and columns from 1, where a file is not what the format says. */
export interface BadFormat {
  readonly row: number;
  readonly column: number;
}

/** What becomes of a file as a whole. */
export type FileResult = 'taken' | 'repeated-file' | 'wrong-batch' | 'totals-differ' | `bad-format:${number}:${number}`;

export type LineState = 'pending' | 'accepted' | 'returned';

/** A payment line as the bank's answers have left it; reason, bank reference and date are of the last step taken. */
export interface LineStanding {
  readonly reference: string;
  readonly fen: number;
  readonly state: LineState;
  /** The status of the last step taken, null before any. */
  readonly status: ReturnStatus | null;
  readonly reason: string;
  readonly bankReference: string;
  readonly valueDate: LegalDate | '';
}

/** What a row is held against. */
export type LineBefore = Pick<LineStanding, 'fen' | 'state' | 'status'>;

export const rowCodes = ['unknown-reference', 'amount-differs', 'future-date', 'repeated-row', 'conflict'] as const;
export type RowCode = (typeof rowCodes)[number];

/** A row that changed nothing. All but `repeated-row` are exceptions that need an owner. */
export interface RowNote {
  /** Row of the file from 1, the header being 1. */
  readonly row: number;
  readonly code: RowCode;
  readonly reference: string;
}

/** A step that a row made a line take. */
export interface LineStep {
  readonly row: number;
  readonly reference: string;
  readonly status: ReturnStatus;
  readonly before: LineState;
  readonly after: LineState;
}

/** What a return file changes, and what it leaves to people. */
export interface ReturnOutcome {
  /** Each line that took a step, as it stands after the file. */
  readonly changed: readonly LineStanding[];
  readonly steps: readonly LineStep[];
  readonly notes: readonly RowNote[];
}
