import { Injectable } from '@nestjs/common';
import { addMonths, dateOf, firstDayOf, type Month } from '@xibu/domain';
import { PayLate } from '@xibu/domain/finance/events';
import { Database, record, rulebookOn, type Tx } from '@xibu/platform';
import { seasonInForce } from '../seasons/season-on.js';
import { dueDayOf } from './subsidy-run.rules.js';

/** Once for each county and month whose pay is late: no run, or one whose money has not arrived. */
@Injectable()
export class TellLatePay {
  constructor(private readonly database: Database) {}

  async run(month: Month, now: Date): Promise<number> {
    return this.database.asService(async (tx) => {
      const season = await seasonInForce(tx, firstDayOf(month));
      if (season === null) return requireNobody(tx, month);
      const { values } = await rulebookOn(tx, season, dateOf(now));
      const dueOn = dueDayOf(month, values.subsidyDueDay);
      if (dateOf(now) <= dueOn) return 0;
      const late: { division: number }[] = await tx.query(
        `insert into pay_late (month, division, told_at)
         select $1, s.division, $2 from service_span s
           left join subsidy_run r on r.month = $1 and r.division = s.division
         where s.from_day < $4::date and (s.to_day is null or s.to_day > $3::date)
           and (r.id is null or r.status not in ('paid', 'closed'))
         group by s.division
         on conflict do nothing returning division`,
        [month, now, firstDayOf(month), firstDayOf(addMonths(month, 1))],
      );
      const counties = late.map(({ division }) => division).sort((left, right) => left - right);
      await record(tx, now, ...counties.map((county) => PayLate(String(county), { county, month, dueOn })));
      return counties.length;
    }, 'schedule tell-late-pay');
  }
}

/** Without any rules nobody can be told to be late, which is no fault as long as nobody serves. */
async function requireNobody(tx: Tx, month: Month): Promise<0> {
  const serving: unknown[] = await tx.query(
    'select from service_span where from_day < $2::date and (to_day is null or to_day > $1::date) limit 1',
    [firstDayOf(month), firstDayOf(addMonths(month, 1))],
  );
  if (serving.length > 0) throw new Error(`people serve in ${month}, and no rules are known by which to pay them`);
  return 0;
}
