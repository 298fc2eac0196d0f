import { type Actor, addMonths, firstDayOf, type LegalDate, type Month, monthOf, Refusal } from '@xibu/domain';
import type { GapKind } from '@xibu/domain/finance/api';
import { countyOf, type Owner, regionOver } from '../offices/owner.js';
import { requireReason, sign } from '../offices/signature.js';
import { dueDayOf } from '../subsidy-runs/subsidy-run.rules.js';
import type { CoverageGap } from './coverage-gap.js';

/** Commercial cover is bought by the region; everything else is the county's own work. */
export function ownerOfGap(kind: GapKind, division: number): Owner {
  return kind === 'commercial' ? regionOver(division) : countyOf(division);
}

/** An alarm that is not to be covered: somebody says why. */
export function settle(gap: CoverageGap, reason: string, actor: Actor, now: Date): CoverageGap {
  if (gap.state !== 'open') throw new Refusal('coverage.wrong-step', { state: gap.state });
  return {
    ...gap,
    state: 'settled',
    settled: sign(actor, now),
    reason: requireReason(reason),
    version: gap.version + 1,
  };
}

/** Months whose insurance and pay are to be found by now: those whose day of payment is over. */
export function monthsDue(since: Month, today: LegalDate, dueDay: number): Month[] {
  const months: Month[] = [];
  for (let month = since; firstDayOf(month) < firstDayOf(monthOf(today)); month = addMonths(month, 1)) {
    if (today > dueDayOf(month, dueDay)) months.push(month);
  }
  return months;
}
