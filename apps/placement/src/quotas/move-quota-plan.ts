import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { QuotaPlanView } from '@xibu/domain/placement/api';
import { Clock, Database, rewrite, type Tx } from '@xibu/platform';
import { requireNotFrozen } from '../rounds/frozen-round-of.js';
import { lockPlan } from './find-quota-plan.js';
import type { QuotaPlan } from './quota.js';
import { QuotaPlanTable } from './quota.table.js';
import { type PlanStep, supersede, takePlanStep } from './quota-plan.rules.js';
import { viewOfPlan } from './quota-plan-view.js';
import { readGround, readLines } from './read-quotas.js';

/** Proposed, approved by another person, or sent back. */
@Injectable()
export class MoveQuotaPlan {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, step: PlanStep, actor: Actor): Promise<QuotaPlanView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const known = await lockPlan(tx, id, actor);
      if (step.take === 'approve') await requireNotFrozen(tx, known.season);
      const lines = await readLines(tx, { planId: id });
      const ground = await readGround(tx, known.season, now);
      const plan = takePlanStep(known, step, lines, ground, { account: actor.account, name: actor.name, now });
      if (plan.status === 'approved') await this.putInForce(tx, plan, now);
      await rewrite(tx, QuotaPlanTable, plan);
      return viewOfPlan(plan, lines, ground);
    });
  }

  private async putInForce(tx: Tx, { id, season, division }: QuotaPlan, now: Date): Promise<void> {
    const former = await tx.findOne(QuotaPlanTable, {
      where: { season, division, status: 'approved' },
      lock: { mode: 'pessimistic_write' },
    });
    if (former) await rewrite(tx, QuotaPlanTable, supersede(former, now));
    await tx.query('update quota_line set in_force = (plan_id = $1) where plan_id = $1 or plan_id = $2', [
      ...[id, former?.id ?? null],
    ]);
  }
}
