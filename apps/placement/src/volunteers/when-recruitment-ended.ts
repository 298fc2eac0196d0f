import { Controller } from '@nestjs/common';
import type { ReceivedOf } from '@xibu/domain';
import { ApplicationAdmitted, ApplicationLost } from '@xibu/domain/recruitment/events';
import { On, type Tx } from '@xibu/platform';
import { ExpectVolunteer } from './expect-volunteer.js';
import { LoseVolunteer } from './lose-volunteer.js';

/** Recruitment ends in an admission or in a loss; both concern who is expected at report-in. */
@Controller()
export class WhenRecruitmentEnded {
  constructor(
    private readonly expected: ExpectVolunteer,
    private readonly lost: LoseVolunteer,
  ) {}

  @On(ApplicationAdmitted)
  async admit({ data, at }: ReceivedOf<typeof ApplicationAdmitted>, tx: Tx): Promise<void> {
    await this.expected.run(tx, data, new Date(at));
  }

  @On(ApplicationLost)
  async lose({ data }: ReceivedOf<typeof ApplicationLost>, tx: Tx): Promise<void> {
    await this.lost.run(tx, data);
  }
}
