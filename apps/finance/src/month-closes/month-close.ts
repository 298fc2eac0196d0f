import type { Month } from '@xibu/domain';
import type { MonthFigures } from '../bank-files/month-close.js';
import type { Signature } from '../offices/signature.js';

/** 月度结账 of one county: what stood in its books when two people closed them. */
export interface MonthClose {
  readonly id: string;
  readonly division: number;
  readonly month: Month;
  readonly status: 'proposed' | 'closed';
  readonly proposed: Signature;
  readonly closed: Signature | null;
  /** As they stood at the last step; never changed after closing. */
  readonly figures: readonly MonthFigures[];
  readonly version: number;
}
