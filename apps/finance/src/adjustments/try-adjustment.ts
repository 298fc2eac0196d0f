import { Injectable } from '@nestjs/common';
import { type Actor, addMonths, dateOf, firstDayOf, monthOf, rangeOf, rfc3339 } from '@xibu/domain';
import type { AdjustmentView } from '@xibu/domain/finance/api';
import { Clock, Database, rewrite, rulebookOn, type Tx } from '@xibu/platform';
import { seasonOn } from '../seasons/season-on.js';
import { readPeople, servingIn } from '../subsidy-runs/read-run-people.js';
import type { Adjustment } from './adjustment.js';
import { noteDryRun } from './adjustment.rules.js';
import { AdjustmentTable } from './adjustment.table.js';
import { tryOn } from './dry-run.rules.js';
import { lockAdjustment, viewOf } from './find-adjustment.js';
import { readTables } from './read-tables.js';

/** The dry run: what last month would have come to with the new rows, so that nobody decides blindly. */
@Injectable()
export class TryAdjustment {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, actor: Actor): Promise<AdjustmentView> {
    const now = this.clock.now();
    return this.database.beyondScope(async (tx) => {
      const adjustment = await lockAdjustment(tx, id, actor);
      const dryRun = { ...(await this.compare(tx, adjustment)), by: actor.name, at: rfc3339(now) };
      const tried = noteDryRun(adjustment, dryRun, now);
      await rewrite(tx, AdjustmentTable, tried);
      return viewOf(tried);
    });
  }

  private async compare(tx: Tx, { rows, division }: Adjustment) {
    const today = dateOf(this.clock.now());
    const month = addMonths(monthOf(today), -1);
    const { values } = await rulebookOn(tx, await seasonOn(tx, firstDayOf(month)), today);
    const settings = {
      ...{ month, since: month, required: values.requiredPayComponents, insuranceDay: values.socialInsuranceDay },
      employerSource: values.employerInsuranceSource,
    };
    const people = await readPeople(tx, await servingIn(tx, rangeOf(division), month), settings);
    const counties = people.flatMap(({ inputs }) => inputs.service.map(({ county }) => Number(county)));
    const tables = await readTables(tx, [...new Set(counties)]);
    return tryOn(rows, { settings, tables, people: people.map(({ accountId, inputs }) => ({ ...inputs, accountId })) });
  }
}
