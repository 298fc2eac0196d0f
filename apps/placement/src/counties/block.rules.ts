import { type Actor, type Fact, Refusal } from '@xibu/domain';
import type { BlockCause } from '@xibu/domain/placement/api';
import { CountyBlocked, CountyUnblocked } from '@xibu/domain/placement/events';
import { type Block, isInForce } from './block.js';
import { needReason } from './county.rules.js';

export interface Finding {
  readonly id: string;
  readonly county: number;
  /** Null for the whole county. */
  readonly unit: string | null;
  readonly season: string;
  readonly cause: BlockCause;
  readonly sourceId: string;
}

const reasons: Readonly<Record<BlockCause, string>> = {
  incident: '因服务管理不力导致志愿者重大安全健康事故',
  assessment: '县级项目办绩效考核不合格',
};

/** 下一年度不再派遣 (notice 2.1.2). A county that is blocked is told to others; a unit concerns only its county. */
export function impose(finding: Finding, now: Date): [Block, Fact[]] {
  const { id, county, unit, season, cause, sourceId } = finding;
  const block: Block = {
    ...{ id, county, unit, season, cause, sourceId },
    ...{ status: 'standing', reason: reasons[finding.cause], liftReason: null },
    ...{ proposedByAccount: null, proposedBy: null, liftedBy: null, updatedAt: now },
  };
  const told = { county, season, reason: block.reason };
  return [block, unit === null ? [CountyBlocked(String(county), told)] : []];
}

export type BlockStep =
  | { readonly take: 'propose-lifting'; readonly reason: string }
  | { readonly take: 'lift' }
  | { readonly take: 'keep'; readonly reason: string };

/** Lifted by decision only: one proposes with a reason, another decides. */
export function takeBlockStep(
  block: Block,
  step: BlockStep,
  by: Pick<Actor, 'account' | 'name'>,
  now: Date,
): [Block, Fact[]] {
  const from = step.take === 'propose-lifting' ? 'standing' : 'lifting-proposed';
  if (block.status !== from) throw new Refusal('block.wrong-step', { status: block.status });
  if (step.take === 'propose-lifting') {
    const proposal = { liftReason: needReason(step.reason), proposedByAccount: by.account, proposedBy: by.name };
    return [{ ...block, ...proposal, status: 'lifting-proposed', updatedAt: now }, []];
  }
  if (by.account === block.proposedByAccount) throw new Refusal('four-eyes.same-person');
  if (step.take === 'lift') return lifted({ ...block, liftedBy: by.name }, now);
  const kept = { liftReason: needReason(step.reason), proposedByAccount: null, proposedBy: null };
  return [{ ...block, ...kept, status: 'standing', updatedAt: now }, []];
}

/** The finding behind it was corrected: nothing is left to block by. */
export function correct(block: Block, now: Date): [Block, Fact[]] {
  return isInForce(block) ? lifted({ ...block, liftReason: '认定结论已更正' }, now) : [block, []];
}

/** The same finding again: one that had been corrected away stands anew; one lifted by decision stays lifted. */
export function renew(block: Block, now: Date): [Block, Fact[]] {
  if (isInForce(block) || block.liftedBy !== null) return [block, []];
  return impose(block, now);
}

function lifted(block: Block, now: Date): [Block, Fact[]] {
  const { county, season, unit, liftReason } = block;
  const facts = unit === null ? [CountyUnblocked(String(county), { county, season, reason: liftReason ?? '' })] : [];
  return [{ ...block, status: 'lifted', updatedAt: now }, facts];
}
