import { Injectable } from '@nestjs/common';
import { Database, type Schedule, Scheduled, type Tick } from '@xibu/platform';
import { findMissingPeople } from '../exceptions/find-missing-people.js';
import { enrol, queueUncovered } from '../insurance-covers/enrol.js';
import { followReportIn } from '../insurance-covers/follow-report-in.js';
import { type Engagement, engagementsOn } from '../seasons/engagements.js';
import { knownSeasons } from '../seasons/season-on.js';
import { seasonsOf } from '../seasons/seasons-of.rules.js';
import { findGaps, type RuledEngagement } from './find-gaps.js';

/**
 * Every night: insures whoever waits for it, and raises an alarm for every day on post that something does not cover.
 * People go by the rules of the season they were engaged in while the year that has begun is not opened; where no rules
 * are known the night fails, and says so to the operators, once everybody else has been looked at.
 */
@Injectable()
@Scheduled('find-coverage-gaps', { every: 'day', at: '02:10', missed: 'latest' })
export class EveryDayFindCoverageGaps implements Schedule {
  constructor(private readonly database: Database) {}

  async run({ due, day }: Tick): Promise<void> {
    const unjudged = await this.database.asService(async (tx) => {
      const engagements = await engagementsOn(tx, day);
      const ruled = engagements.filter(isRuled);
      const opened = await knownSeasons(tx, seasonsOf(day));
      const [current] = opened;
      if (current !== undefined) await queueUncovered(tx, current, day);
      for (const season of current === undefined ? ruled.map((each) => each.season) : opened) {
        await followReportIn(tx, season, due);
        await enrol(tx, season, due);
      }
      await findMissingPeople(tx, due);
      await findGaps(tx, ruled, due);
      return engagements.filter((each) => !isRuled(each));
    }, 'schedule find-coverage-gaps');
    if (unjudged.length === 0) return;
    const whom = unjudged.map(({ season, people }) => `${people} of ${season}`).join(', ');
    throw new Error(`no rules are known by which to judge the cover of these people: ${whom}`);
  }
}

function isRuled(engagement: Engagement): engagement is RuledEngagement {
  return engagement.book !== null;
}
