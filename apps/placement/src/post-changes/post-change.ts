import type { LegalDate } from '@xibu/domain';
import type { DecidingTier, PostChangeView } from '@xibu/domain/placement/api';

/** 调岗: asked by the volunteer or the unit, decided by the lowest office that covers both places. */
export interface PostChange {
  readonly id: string;
  readonly volunteerId: string;
  readonly number: string;
  readonly accountId: string;
  /** Where the volunteer serves. */
  readonly county: number;
  readonly toCounty: number;
  readonly unit: string;
  readonly fromPostId: string;
  readonly toPostId: string;
  readonly tier: DecidingTier;
  readonly askedBy: 'volunteer' | 'unit';
  readonly reason: string;
  readonly status: PostChangeView['status'];
  /** First day on the new post. */
  readonly on: LegalDate | null;
  readonly decisionReason: string | null;
  readonly exceptionReason: string | null;
  readonly decidedBy: string | null;
  readonly updatedAt: Date;
  readonly version: number;
}

export function viewOfPostChange(change: PostChange): PostChangeView {
  const { id, number, volunteerId, fromPostId, toPostId, county: fromCounty, toCounty, tier, askedBy } = change;
  const { reason, status, on, decisionReason, exceptionReason } = change;
  return {
    ...{ id, number, volunteerId, fromPostId, toPostId, fromCounty, toCounty, tier, askedBy },
    ...{ reason, status, on, decisionReason, exceptionReason },
  };
}
