import type { BlockCause, BlockStatus } from '@xibu/domain/placement/api';

/** 停派: no volunteers to a county, or to one unit of it, in one season. */
export interface Block {
  readonly id: string;
  readonly county: number;
  readonly unit: string | null;
  readonly season: string;
  readonly cause: BlockCause;
  /** The incident or the office whose finding it follows from. */
  readonly sourceId: string;
  readonly status: BlockStatus;
  readonly reason: string;
  readonly liftReason: string | null;
  /** Account that proposed the lifting, and names as people read them. */
  readonly proposedByAccount: string | null;
  readonly proposedBy: string | null;
  readonly liftedBy: string | null;
  readonly updatedAt: Date;
}

export function isInForce({ status }: Pick<Block, 'status'>): boolean {
  return status !== 'lifted';
}
