import type { ReturnStatus } from './return-file.js';

export type BankEncoding = 'utf-8' | 'gb18030';

/** How a bank's file is made of rows and cells. */
export type BankShape =
  | { readonly kind: 'neutral' }
  | {
      readonly kind: 'csv';
      readonly encoding: BankEncoding;
      readonly lineEnd: '\n' | '\r\n';
      readonly separator: ',' | ';' | '|' | '\t';
    }
  | { readonly kind: 'fixed'; readonly encoding: BankEncoding; readonly lineEnd: '\n' | '\r\n' }
  | { readonly kind: 'xlsx'; readonly sheet: string };

/** One column: a field of the neutral file, or a text that every row has there. */
export type BankColumn<Field extends string> = {
  /** The heading; it also names the column in faults. */
  readonly title: string;
  /** Amounts in yuan with two decimals, or in whole fen. */
  readonly amount?: 'yuan' | 'fen';
  readonly date?: 'yyyy-mm-dd' | 'yyyymmdd';
  /** Bytes in the encoding of the file; needed for fixed width. */
  readonly width?: number;
  readonly align?: 'left' | 'right';
  readonly fill?: ' ' | '0';
} & ({ readonly field: Field } | { readonly constant: string });

export interface BankLayout<Header extends string, Detail extends string, Trailer extends string> {
  /** One row before everything else, or none. */
  readonly header: readonly BankColumn<Header>[] | null;
  /** True when a row of headings stands before the details. */
  readonly titles: boolean;
  readonly detail: readonly BankColumn<Detail>[];
  readonly trailer: readonly BankColumn<Trailer>[] | null;
}

export type PaymentHeaderField = 'batch' | 'date' | 'count' | 'total';
export type PaymentField = 'seq' | 'reference' | 'name' | 'account' | 'amount' | 'summary';
export type PaymentTrailerField = 'count' | 'total';
export type ReturnHeaderField = 'batch' | 'date' | 'count';
export type ReturnField = 'seq' | 'reference' | 'amount' | 'status' | 'reason' | 'bankReference' | 'valueDate';
export type ReturnTrailerField = 'acceptedCount' | 'acceptedTotal' | 'failedCount' | 'failedTotal';

/** A bank's own formats as data. */
export interface BankProfile {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly shape: BankShape;
  readonly payment: BankLayout<PaymentHeaderField, PaymentField, PaymentTrailerField>;
  readonly returns: BankLayout<ReturnHeaderField, ReturnField, ReturnTrailerField>;
  /** What the bank writes for each status; the first code of each is the one we would write. */
  readonly codes: Readonly<Record<ReturnStatus, readonly string[]>>;
}

/** What a bank's file does not say of itself and whoever takes it in must. */
export interface BankContext {
  readonly batch: string;
  readonly date: string;
}

/** A bank's file that its profile does not describe; row and column of that file from 1, 0 for the file as a whole. */
export class BankFileFault extends Error {
  constructor(
    readonly row: number,
    readonly column: number,
    readonly reason: string,
  ) {
    super(row === 0 ? reason : `row ${row}, column ${column}: ${reason}`);
    this.name = 'BankFileFault';
  }
}
