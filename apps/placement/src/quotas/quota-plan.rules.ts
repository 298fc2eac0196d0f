import { type Actor, projectKinds, Refusal } from '@xibu/domain';
import type { QuotaLine, QuotaPlanStatus } from '@xibu/domain/placement/api';
import { isCounty, type QuotaPlan } from './quota.js';
import { allotted, forestOf, type Ground, scaleLines } from './quota-forest.rules.js';

export interface NewPlan {
  readonly id: string;
  readonly season: string;
}

/** 由自治区项目办研究确定当年实施规模 (notice 2.1.1): written by one person of the region. */
export function prepare(
  { id, season }: NewPlan,
  lines: readonly QuotaLine[],
  ground: Ground,
  by: Pick<Actor, 'account' | 'name'>,
  now: Date,
): QuotaPlan {
  checkLines(lines, ground, season);
  return {
    ...{ id, season, division: ground.region, status: 'draft', preparedBy: by.account, preparedByName: by.name },
    ...{ approvedBy: null, decidedBy: ground.book.version, returnReason: null, updatedAt: now, version: 1 },
  };
}

export function redraft(
  plan: QuotaPlan,
  lines: readonly QuotaLine[],
  ground: Ground,
  by: Pick<Actor, 'account' | 'name'>,
  now: Date,
): QuotaPlan {
  requireStatus(plan, 'draft');
  checkLines(lines, ground, plan.season);
  const { account: preparedBy, name: preparedByName } = by;
  return { ...next(plan, 'draft', now), preparedBy, preparedByName, decidedBy: ground.book.version };
}

export type PlanStep =
  | { readonly take: 'propose' }
  | { readonly take: 'approve' }
  | { readonly take: 'return'; readonly reason: string };

/** The lines are looked at again when they are approved: a county may have been blocked since. */
export function takePlanStep(
  plan: QuotaPlan,
  step: PlanStep,
  lines: readonly QuotaLine[],
  ground: Ground,
  by: { readonly account: string; readonly name: string; readonly now: Date },
): QuotaPlan {
  requireStatus(plan, step.take === 'propose' ? 'draft' : 'proposed');
  if (step.take !== 'propose' && by.account === plan.preparedBy) throw new Refusal('four-eyes.same-person');
  if (step.take === 'return') {
    if (step.reason.trim() === '') throw new Refusal('reason.missing', { pointer: '/reason' });
    return { ...next(plan, 'draft', by.now), returnReason: step.reason.trim() };
  }
  checkLines(lines, ground, plan.season);
  if (step.take === 'propose') return { ...next(plan, 'proposed', by.now), returnReason: null };
  return { ...next(plan, 'approved', by.now), approvedBy: by.name, decidedBy: ground.book.version };
}

/** Another plan was approved for the season. */
export function supersede(plan: QuotaPlan, now: Date): QuotaPlan {
  requireStatus(plan, 'approved');
  return next(plan, 'superseded', now);
}

/** Never more than the scale, only counties that serve, and nested. */
export function checkLines(lines: readonly QuotaLine[], ground: Ground, season: string): void {
  const serving = new Set(ground.counties);
  const stranger = lines.find(({ division, max }) => isCounty(division) && max > 0 && !serving.has(division));
  if (stranger) {
    throw new Refusal('quota.county-not-serving', { pointer: '/lines', county: stranger.division, season });
  }
  for (const kind of projectKinds) {
    const max = scaleLines(ground).find(({ projectKind }) => projectKind === kind)?.max ?? 0;
    const sum = allotted(lines, kind);
    const clause = ground.book.clauses[kind === 'national' ? 'nationalScaleOnPost' : 'localNewRecruits'];
    if (sum > max) throw new Refusal('quota.over-scale', { pointer: '/lines', sum, max, kind, clause });
  }
  forestOf(lines, ground);
}

function requireStatus(plan: QuotaPlan, status: QuotaPlanStatus): void {
  if (plan.status !== status) throw new Refusal('quota.wrong-step', { status: plan.status });
}

function next(plan: QuotaPlan, status: QuotaPlanStatus, now: Date): QuotaPlan {
  return { ...plan, status, updatedAt: now, version: plan.version + 1 };
}
