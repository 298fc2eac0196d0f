import { Injectable } from '@nestjs/common';
import type { DataOf } from '@xibu/domain';
import type { ApplicationLost } from '@xibu/domain/recruitment/events';
import { Clock, type Tx } from '@xibu/platform';
import { releaseSeat } from '../posts/seats.js';
import { storeAll } from './store-all.js';
import { lose } from './volunteer.rules.js';
import { VolunteerTable } from './volunteer.table.js';

/** Who was lost before dispatch is no longer expected, and the seat is free for an equal backfill (notice 2.3.2). */
@Injectable()
export class LoseVolunteer {
  constructor(private readonly clock: Clock) {}

  /** Somebody may be lost before they were admitted: then there is a seat and no volunteer. */
  async run(tx: Tx, lost: DataOf<typeof ApplicationLost>): Promise<void> {
    const now = this.clock.now();
    const volunteer = await tx.findOne(VolunteerTable, {
      where: { applicationId: lost.applicationId },
      lock: { mode: 'pessimistic_write' },
    });
    if (volunteer) await storeAll(tx, VolunteerTable, [lose(volunteer, lost.reason, now)]);
    await releaseSeat(tx, lost, 'lost', now);
  }
}
