import { Injectable } from '@nestjs/common';
import { Clock, type Tx } from '@xibu/platform';
import { releaseSeat } from '../posts/seats.js';

export interface Loss {
  readonly applicationId: string;
  readonly season: string;
}

/**
 * Somebody is out before dispatch: withdrawn, lost or expired. A seat that they held is to be filled by an equal number
 * of others (notice 2.3.2). Told in several ways, it happens once.
 */
@Injectable()
export class LoseCandidate {
  constructor(private readonly clock: Clock) {}

  async run(tx: Tx, { applicationId, season }: Loss, status: 'withdrawn' | 'lost'): Promise<void> {
    const now = this.clock.now();
    await tx.query(
      `update candidate set status = $2, updated_at = $3, version = version + 1
        where id = $1 and status not in ('withdrawn', 'lost')`,
      [applicationId, status, now],
    );
    await releaseSeat(tx, { season, applicationId }, 'lost', now);
  }
}
