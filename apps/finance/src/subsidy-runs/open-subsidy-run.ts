import { Injectable } from '@nestjs/common';
import { type Actor, addMonths, dateOf, firstDayOf, type Month, Refusal } from '@xibu/domain';
import type { OpenRunRequest, RunView } from '@xibu/domain/finance/api';
import { Clock, Database, newId, rulebookOn, sqlState, type Tx } from '@xibu/platform';
import { refuseForeignPlace } from '../offices/office-scope.js';
import { seasonOfMonth } from '../seasons/season-on.js';
import { viewOfRun } from './get-subsidy-run.js';
import type { SubsidyRun } from './subsidy-run.js';
import { open } from './subsidy-run.rules.js';
import { SubsidyRunTable } from './subsidy-run.table.js';

/** Opens the draft of a county's month: by the clock for all counties, or by hand where the clock was too early. */
@Injectable()
export class OpenSubsidyRun {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run({ month, county }: OpenRunRequest, actor: Actor): Promise<RunView> {
    refuseForeignPlace(county, actor, '/county');
    return this.database.transaction(async (tx) => {
      const run = await this.draftOf(tx, county, month as Month);
      try {
        await tx.insert(SubsidyRunTable, run);
      } catch (error) {
        if (sqlState(error) === '23505') throw new Refusal('subsidy-run.exists', { number: run.number });
        throw error;
      }
      return viewOfRun(tx, run);
    });
  }

  /** A draft for every county with a day of service in the month; those that have one keep it. Returns how many are new. */
  async forMonth(month: Month): Promise<number> {
    return this.database.asService(async (tx) => {
      const counties: { division: number }[] = await tx.query(
        `select distinct division from service_span
         where from_day < $2::date and (to_day is null or to_day > $1::date)
           and not exists (select from subsidy_run r where r.month = $3 and r.division = service_span.division)
         order by 1`,
        [firstDayOf(month), firstDayOf(addMonths(month, 1)), month],
      );
      const drafts: SubsidyRun[] = [];
      for (const { division } of counties) drafts.push(await this.draftOf(tx, division, month));
      if (drafts.length > 0) await tx.insert(SubsidyRunTable, drafts);
      return drafts.length;
    }, 'schedule open-subsidy-run');
  }

  private async draftOf(tx: Tx, county: number, month: Month): Promise<SubsidyRun> {
    const now = this.clock.now();
    const season = await seasonOfMonth(tx, month);
    const book = await rulebookOn(tx, season, dateOf(now));
    return open(newId(now), { month, county }, { season, book }, now, dateOf(now));
  }
}
