import { Controller } from '@nestjs/common';
import type { ReceivedOf } from '@xibu/domain';
import { VolunteerFailedToReport } from '@xibu/domain/placement/events';
import { Clock, On, type Tx } from '@xibu/platform';
import { lockNamed } from '../applications/find-application.js';
import { loseSeat } from './lose-seat.js';

/** Whoever does not report in, or comes without diploma, is a loss before dispatch (notice 2.2.2, 2.3.2). */
@Controller()
export class WhenVolunteerFailedToReport {
  constructor(private readonly clock: Clock) {}

  @On(VolunteerFailedToReport)
  async handle({ data }: ReceivedOf<typeof VolunteerFailedToReport>, tx: Tx): Promise<void> {
    const application = await lockNamed(tx, data.applicationId);
    if (!application) throw new Error(`nobody here applied as ${data.applicationId}`);
    // A "no" of the person that crossed this fact on the way is the same loss.
    if (application.status !== 'lost') await loseSeat(tx, application, data.reason, this.clock.now());
  }
}
