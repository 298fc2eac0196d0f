import { Injectable } from '@nestjs/common';
import { addMonths, dateOf, firstDayOf, type Month } from '@xibu/domain';
import { PayLate } from '@xibu/domain/finance/events';
import { Database, record, rulebookOn } from '@xibu/platform';
import { knownSeasons } from '../seasons/season-on.js';
import { seasonsOf } from '../seasons/seasons-of.rules.js';
import { dueDayOf } from './subsidy-run.rules.js';

/** Once for each county and month whose pay is late: no run, or one whose money has not arrived. */
@Injectable()
export class TellLatePay {
  constructor(private readonly database: Database) {}

  async run(month: Month, now: Date): Promise<number> {
    return this.database.asService(async (tx) => {
      const [season] = await knownSeasons(tx, seasonsOf(firstDayOf(month)));
      if (season === undefined) return 0;
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
