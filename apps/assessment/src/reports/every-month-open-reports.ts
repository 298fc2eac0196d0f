import { Injectable } from '@nestjs/common';
import { addDays, addMonths, firstDayOf, type LegalDate, lastDayOf, monthOf } from '@xibu/domain';
import { Database, type Schedule, Scheduled, type Tick } from '@xibu/platform';
import { inServiceOn } from '../volunteers/on-post.js';

/** Used until a rulebook of any season is known; then that of the newest (旗县考核表: 每月4日). */
const dueDayUntilKnown = 4;

/** On the first of a month the reports of the month before fall due, for every county where somebody served in it. */
@Injectable()
@Scheduled('open-monthly-reports', { every: 'month', day: 1, at: '00:30' })
export class EveryMonthOpenReports implements Schedule {
  constructor(private readonly database: Database) {}

  async run({ day }: Tick): Promise<void> {
    const month = addMonths(monthOf(day), -1);
    await this.database.asService(async (tx) => {
      const [book]: { due: number }[] = await tx.query(
        `select (book -> 'values' ->> 'monthlyReportDueDay')::int due from season_rulebook order by valid_from desc limit 1`,
      );
      const dueOn: LegalDate = addDays(firstDayOf(monthOf(day)), (book?.due ?? dueDayUntilKnown) - 1);
      await tx.query(
        `insert into report (id, county, month, status, due_on, expected_on_post)
         select v.county || ':' || $1, v.county, $1, 'due', $2, count(*) filter (where ${inServiceOn('$3::date')})
         from volunteer v
         where v.county is not null and exists (
           select from jsonb_to_recordset(v.spans) as s ("from" date, "to" date)
           where s."from" <= $3::date and (s."to" is null or s."to" > $4::date))
         group by v.county on conflict (id) do nothing`,
        [month, dueOn, lastDayOf(month), firstDayOf(month)],
      );
    }, 'schedule open-monthly-reports');
  }
}
