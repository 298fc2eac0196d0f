import { type Actor, Refusal } from '@xibu/domain';
import type { Tx } from '@xibu/platform';
import { isWithin } from '../counties/find-county.js';
import type { QuotaPlan } from './quota.js';
import { QuotaPlanTable } from './quota.table.js';

/** Locks a plan of the actor's region, or answers that there is none. */
export async function lockPlan(tx: Tx, id: string, actor: Pick<Actor, 'divisions'>): Promise<QuotaPlan> {
  const plan = await tx.findOne(QuotaPlanTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!plan || !isWithin(plan.division, actor)) throw new Refusal('record.unknown');
  return plan;
}

/** Locks the plan in force in a season. */
export async function lockPlanInForce(tx: Tx, season: string, actor: Pick<Actor, 'divisions'>): Promise<QuotaPlan> {
  const plan = await tx.findOne(QuotaPlanTable, {
    where: { season, status: 'approved' },
    lock: { mode: 'pessimistic_write' },
  });
  if (!plan || !isWithin(plan.division, actor)) throw new Refusal('quota.none-in-force', { season });
  return plan;
}
