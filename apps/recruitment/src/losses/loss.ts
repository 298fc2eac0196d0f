import type { LossReason } from '@xibu/domain/recruitment/events';

/** 流失: somebody who held a seat of a post and does not come (notice 2.3.2). */
export interface Loss {
  readonly applicationId: string;
  readonly season: string;
  readonly accountId: string;
  readonly division: number;
  readonly university: string | null;
  readonly faculty: string | null;
  readonly reason: LossReason;
  readonly postId: string | null;
  readonly postTitle: string | null;
  readonly county: number | null;
  readonly lostAt: Date;
}
