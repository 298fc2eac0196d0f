import { Controller } from '@nestjs/common';
import { dateOf, type ReceivedOf } from '@xibu/domain';
import { ApplicationAdmitted, ApplicationLost, ApplicationWithdrawn } from '@xibu/domain/recruitment/events';
import { Clock, On, type Tx } from '@xibu/platform';
import { endOfApplication } from './end-cover.js';
import { enrol } from './enrol.js';

/** 100% cover: whoever is admitted is insured before the journey begins, without anybody having to think of it. */
@Controller()
export class WhenApplicationIsDecided {
  constructor(private readonly clock: Clock) {}

  @On(ApplicationAdmitted)
  async admit({ data, at }: ReceivedOf<typeof ApplicationAdmitted>, tx: Tx): Promise<void> {
    await tx.query(
      `insert into commercial_cover (id, account_id, season, division, application_id, admitted_on, status, version)
       values (gen_random_uuid(), $1, $2, $3, $4, $5, 'to-insure', 1)
       on conflict (account_id, season) do update set division = excluded.division, application_id = excluded.application_id,
         admitted_on = excluded.admitted_on, version = commercial_cover.version + 1,
         status = case when commercial_cover.status = 'void' then 'to-insure' else commercial_cover.status end,
         policy_id = case when commercial_cover.status = 'void' then null else commercial_cover.policy_id end`,
      [data.accountId, data.season, data.county, data.applicationId, dateOf(new Date(at))],
    );
    await enrol(tx, data.season, this.clock.now(), data.accountId);
  }

  @On(ApplicationLost)
  async lose({ data }: ReceivedOf<typeof ApplicationLost>, tx: Tx): Promise<void> {
    await endOfApplication(tx, data.applicationId, this.clock.now());
  }

  @On(ApplicationWithdrawn)
  async withdraw({ data }: ReceivedOf<typeof ApplicationWithdrawn>, tx: Tx): Promise<void> {
    await endOfApplication(tx, data.applicationId, this.clock.now());
  }
}
