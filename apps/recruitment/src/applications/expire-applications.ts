import { Injectable } from '@nestjs/common';
import { Clock, Database, record } from '@xibu/platform';
import { allDeadlines, type Expired, expiryFacts } from './expiry.rules.js';

/** Ends, in one statement, every application whose next step can no longer be taken. */
@Injectable()
export class ExpireApplications {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @param due the instant by which a window must have closed */
  async run(due: Date): Promise<number> {
    const now = this.clock.now();
    const deadlines = allDeadlines();
    return this.database.transaction(async (tx) => {
      const [expired]: [Expired[], number] = await tx.query(
        `with late as (
           select a.id, a.status was, m.notice_number
           from unnest($1::text[], $2::text[]) as d (status, milestone)
           join season_milestone m on m.milestone = d.milestone and m.closes_at <= $3
           join application a on a.season = m.season and a.status = d.status
           order by a.id for update of a)
         update application a set status = 'expired', updated_at = $4, version = a.version + 1
         from late where late.id = a.id
         returning a.id, a.account_id "accountId", a.season, a.university, a.number, late.was,
                   late.notice_number "noticeNumber"`,
        [deadlines.map(({ status }) => status), deadlines.map(({ milestone }) => milestone), due, now],
      );
      await record(tx, now, ...expiryFacts(expired));
      return expired.length;
    });
  }
}
