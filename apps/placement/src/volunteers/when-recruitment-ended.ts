import { Controller } from '@nestjs/common';
import type { ReceivedOf } from '@xibu/domain';
import { ApplicationAdmitted, ApplicationLost } from '@xibu/domain/recruitment/events';
import { Clock, On, type Tx } from '@xibu/platform';
import { releaseSeat } from '../posts/seats.js';
import { ExpectVolunteer } from './expect-volunteer.js';
import { storeAll } from './store-all.js';
import { lose } from './volunteer.rules.js';
import { VolunteerTable } from './volunteer.table.js';

/** Recruitment ends in an admission or in a loss; both concern who is expected at report-in. */
@Controller()
export class WhenRecruitmentEnded {
  constructor(
    private readonly expected: ExpectVolunteer,
    private readonly clock: Clock,
  ) {}

  @On(ApplicationAdmitted)
  async admit({ data, at }: ReceivedOf<typeof ApplicationAdmitted>, tx: Tx): Promise<void> {
    await this.expected.run(tx, data, new Date(at));
  }

  /** Somebody may be lost before they were admitted: then there is a seat and no volunteer. */
  @On(ApplicationLost)
  async lose({ data }: ReceivedOf<typeof ApplicationLost>, tx: Tx): Promise<void> {
    const now = this.clock.now();
    const volunteer = await tx.findOne(VolunteerTable, {
      where: { applicationId: data.applicationId },
      lock: { mode: 'pessimistic_write' },
    });
    if (volunteer) await storeAll(tx, VolunteerTable, [lose(volunteer, data.reason, now)]);
    await releaseSeat(tx, data, 'lost', now);
  }
}
