import type { ProjectKind, Special } from '@xibu/domain';
import type { QuotaLine, QuotaPlanStatus, QuotaTransferStatus } from '@xibu/domain/placement/api';

/** 实施规模 of a season for one region; its lines stand in a table of their own, so that each county sees its own. */
export interface QuotaPlan {
  readonly id: string;
  readonly season: string;
  readonly division: number;
  readonly status: QuotaPlanStatus;
  readonly preparedBy: string;
  readonly preparedByName: string;
  readonly approvedBy: string | null;
  /** Version of the rulebook whose scale it was checked against. */
  readonly decidedBy: string;
  readonly returnReason: string | null;
  readonly updatedAt: Date;
  readonly version: number;
}

/** 名额调剂 between counties, or back to the region. */
export interface QuotaTransfer {
  readonly id: string;
  readonly season: string;
  readonly division: number;
  readonly planId: string;
  readonly projectKind: ProjectKind;
  readonly from: number;
  readonly to: number | null;
  readonly count: number;
  readonly reason: string;
  readonly status: QuotaTransferStatus;
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly decidedBy: string | null;
  readonly decisionReason: string | null;
  readonly updatedAt: Date;
}

/** `national-152221-youth-work`: what a round names its nodes by. */
export function quotaIdOf({ projectKind, division, special }: Omit<QuotaLine, 'max'>): string {
  return [projectKind ?? 'all', division, ...(special ? [special] : [])].join('-');
}

export function isCounty(division: number): boolean {
  return division % 100 !== 0;
}

/** People on seats of one sort of post. */
export interface Usage {
  readonly county: number;
  readonly projectKind: ProjectKind;
  readonly special: Special;
  readonly kind: 'placed' | 'renewing';
  readonly people: number;
}
