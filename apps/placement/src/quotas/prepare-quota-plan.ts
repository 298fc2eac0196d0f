import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { PrepareQuotaPlanRequest, QuotaLine, QuotaPlanView } from '@xibu/domain/placement/api';
import { Clock, Database, newId, rewrite, sqlState } from '@xibu/platform';
import { lockPlan } from './find-quota-plan.js';
import { QuotaPlanTable } from './quota.table.js';
import { prepare, redraft } from './quota-plan.rules.js';
import { viewOfPlan } from './quota-plan-view.js';
import { readGround, writeLines } from './read-quotas.js';

/** One plan in work a season and region; the one in force stays in force until the next is approved. */
@Injectable()
export class PrepareQuotaPlan {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run({ season, lines }: PrepareQuotaPlanRequest, actor: Actor): Promise<QuotaPlanView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const ground = await readGround(tx, season, now);
      const plan = prepare({ id: newId(now), season }, lines, ground, actor, now);
      try {
        await tx.insert(QuotaPlanTable, plan);
      } catch (error) {
        if (sqlState(error) === '23505') throw new Refusal('quota.plan-exists', { season });
        throw error;
      }
      await writeLines(tx, plan, lines, 'replace');
      return viewOfPlan(plan, lines, ground);
    });
  }

  async rewrite(id: string, lines: readonly QuotaLine[], version: number, actor: Actor): Promise<QuotaPlanView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const known = await lockPlan(tx, id, actor);
      if (known.version !== version) throw new Refusal('version.stale');
      const ground = await readGround(tx, known.season, now);
      const plan = redraft(known, lines, ground, actor, now);
      await rewrite(tx, QuotaPlanTable, plan);
      await writeLines(tx, plan, lines, 'replace');
      return viewOfPlan(plan, lines, ground);
    });
  }
}
