import { Injectable } from '@nestjs/common';
import { Clock, type Tx } from '@xibu/platform';
import { type SeatHolder, takeSeats } from './seats.js';

/** Gives a member of the teaching group the seat that the list names; they count in the national project (notice 1). */
@Injectable()
export class SeatTeachingGroup {
  constructor(private readonly clock: Clock) {}

  /** Throws for a post that is not known yet: the fact waits for it and is tried again. */
  async run(tx: Tx, { season, postId, accountId, applicationId }: SeatHolder): Promise<void> {
    const [post] = await tx.query('select from post where id::text = $1', [postId]);
    if (!post) throw new Error(`no post ${postId} for application ${applicationId}`);
    const [held] = await tx.query('select from seat where season = $1 and account_id = $2 and released_at is null', [
      season,
      accountId,
    ]);
    if (held) return;
    await takeSeats(tx, 'placed', [{ season, postId, accountId, applicationId }], this.clock.now());
  }
}
