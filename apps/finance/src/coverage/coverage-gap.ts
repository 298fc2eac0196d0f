import type { LegalDate } from '@xibu/domain';
import type { GapKind, GapState } from '@xibu/domain/finance/api';
import type { Owner } from '../offices/owner.js';
import type { Signature } from '../offices/signature.js';

/** 保障缺口: days on post that something does not cover; an alarm until it does, or until somebody says why not. */
export interface CoverageGap {
  readonly id: string;
  readonly accountId: string;
  readonly division: number;
  readonly kind: GapKind;
  readonly fromDay: LegalDate;
  /** The first day not in it; null while the gap goes on. */
  readonly toDay: LegalDate | null;
  readonly owner: Owner;
  readonly state: GapState;
  readonly foundAt: Date;
  readonly coveredAt: Date | null;
  readonly settled: Signature | null;
  readonly reason: string | null;
  readonly version: number;
}
