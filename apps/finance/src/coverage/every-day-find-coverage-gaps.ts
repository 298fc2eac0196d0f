import { Injectable } from '@nestjs/common';
import { Database, type Schedule, Scheduled, type Tick } from '@xibu/platform';
import { findMissingPeople } from '../exceptions/find-missing-people.js';
import { enrol, queueUncovered } from '../insurance-covers/enrol.js';
import { followReportIn } from '../insurance-covers/follow-report-in.js';
import { knownSeasons } from '../seasons/season-on.js';
import { seasonsOf } from '../seasons/seasons-of.rules.js';
import { findGaps } from './find-gaps.js';

/** Every night: insures whoever waits for it, and raises an alarm for every day on post that something does not cover. */
@Injectable()
@Scheduled('find-coverage-gaps', { every: 'day', at: '02:10' })
export class EveryDayFindCoverageGaps implements Schedule {
  constructor(private readonly database: Database) {}

  async run({ due, day }: Tick): Promise<void> {
    await this.database.asService(async (tx) => {
      const seasons = await knownSeasons(tx, seasonsOf(day));
      const [current] = seasons;
      if (current === undefined) return;
      await queueUncovered(tx, current, day);
      for (const season of seasons) {
        await followReportIn(tx, season, due);
        await enrol(tx, season, due);
      }
      await findMissingPeople(tx, due);
      await findGaps(tx, current, due);
    }, 'schedule find-coverage-gaps');
  }
}
