import type { Fen, LegalDate, Month } from '@xibu/domain';
import type { BatchStatus } from '@xibu/domain/finance/api';
import type { Signature } from '../offices/signature.js';

/** 支付批次: one frozen file for one bank. */
export interface Batch {
  readonly id: string;
  /** `152201-202309-01` */
  readonly number: string;
  readonly division: number;
  readonly month: Month;
  readonly profile: string;
  readonly status: BatchStatus;
  /** The date in the file. */
  readonly dated: LegalDate;
  readonly lines: number;
  readonly totalFen: Fen;
  /** SHA-256 of the bytes of the file. */
  readonly digest: string;
  readonly prepared: Signature;
  readonly released: Signature | null;
  readonly exported: Signature | null;
  readonly reason: string | null;
  readonly version: number;
}
