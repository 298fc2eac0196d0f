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
    // The cover of the season that they have is theirs as admitted now; one that never began is waited for again.
    await tx.query(
      `with known as (
         select id from commercial_cover where account_id = $1 and season = $2
         order by status = 'to-insure' desc, from_day desc nulls last, id limit 1),
       renewed as (
         update commercial_cover c set division = $3, application_id = $4, admitted_on = $5, version = c.version + 1,
           status = case when c.status = 'void' then 'to-insure' else c.status end,
           policy_id = case when c.status = 'void' then null else c.policy_id end
         from known where c.id = known.id)
       insert into commercial_cover (id, account_id, season, division, application_id, admitted_on, status, version)
       select gen_random_uuid(), $1, $2, $3, $4, $5, 'to-insure', 1 where not exists (select from known)`,
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
