import type { LegalDate } from '@xibu/domain';
import type {
  AdjustmentStatus,
  BaseRow,
  DryRunView,
  FundingRow,
  InsuranceRow,
  RateRow,
} from '@xibu/domain/finance/api';
import type { Signature } from '../offices/signature.js';

/** A row with its days written out. */
export type Dated<Row> = Omit<Row, 'from' | 'to'> & { readonly from: LegalDate; readonly to: LegalDate | null };

export interface AdjustmentTerms {
  readonly rates: readonly Dated<RateRow>[];
  readonly funding: readonly Dated<FundingRow>[];
  readonly insurance: readonly Dated<InsuranceRow>[];
  readonly bases: readonly Dated<BaseRow>[];
}

/** 标准调整 (notice 4.2, 动态调整机制): prepared by one person, tried on last month, decided by another. */
export interface Adjustment {
  readonly id: string;
  /** The smallest place that holds all of its rows. */
  readonly division: number;
  readonly title: string;
  readonly documentNumber: string;
  readonly fromDay: LegalDate;
  readonly rows: AdjustmentTerms;
  readonly status: AdjustmentStatus;
  readonly prepared: Signature;
  readonly dryRun: DryRunView | null;
  readonly decided: Signature | null;
  readonly reason: string | null;
  /** The order in which adjustments were approved: a later one supersedes an earlier. */
  readonly seq: number | null;
  readonly updatedAt: Date;
  readonly version: number;
}
