import type { Fen, LegalDate } from '@xibu/domain';
import type { FundPurpose } from '@xibu/domain/finance/api';
import type { Signature } from '../offices/signature.js';

/** 资金到账: money of one source for one budget year and purpose. */
export interface FundArrival {
  readonly id: string;
  /** The county whose money it is. */
  readonly division: number;
  readonly project: 'national' | 'local';
  readonly source: string;
  readonly budgetYear: number;
  readonly purpose: FundPurpose;
  readonly fen: Fen;
  readonly arrivedOn: LegalDate;
  readonly documentNumber: string;
  readonly recorded: Signature;
  readonly reversed: Signature | null;
  readonly reason: string | null;
  readonly version: number;
}
