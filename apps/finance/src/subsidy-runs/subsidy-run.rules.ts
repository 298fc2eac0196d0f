import {
  type Actor,
  addDays,
  addMonths,
  type Fact,
  firstDayOf,
  type LegalDate,
  type Month,
  Refusal,
  type Rulebook,
} from '@xibu/domain';
import type { ApproveRunRequest, RunStatus } from '@xibu/domain/finance/api';
import { SubsidyRunReleased } from '@xibu/domain/finance/events';
import { requireAnother, requireReason, sign } from '../offices/signature.js';
import { payStartOf } from '../seasons/seasons-of.rules.js';
import type { RunSettings } from './run-inputs.js';
import type { RunFigures, SubsidyRun } from './subsidy-run.js';

const nothing = {
  ...{ people: 0, payable: 0, exceptions: 0, grossFen: 0, personalFen: 0, employerFen: 0, netFen: 0 },
  ...{ inputDigest: null, resultDigest: null },
} as const;

/** A draft for a month that is over; 按月足额发放 sets the day by which it must have been paid (notice 3.2.1). */
export function open(
  id: string,
  { month, county }: { readonly month: Month; readonly county: number },
  { season, book }: { readonly season: string; readonly book: Rulebook },
  now: Date,
  today: LegalDate,
): SubsidyRun {
  const next = addMonths(month, 1);
  if (today < firstDayOf(next)) throw new Refusal('subsidy-run.month-not-over', { month });
  const start = payStartOf(season);
  return {
    ...{ id, number: `${county}-${month}`, season, month, division: county, since: start < month ? start : month },
    ...{ status: 'draft', dueOn: dueDayOf(month, book.values.subsidyDueDay), decidedBy: book.version, openedAt: now },
    ...{ attendanceLocked: null, calculated: null, approved: null, released: null },
    ...{ overrideReason: null, returnReason: null, releaseSeq: null, ...nothing, version: 1 },
  };
}

export function dueDayOf(month: Month, day: number): LegalDate {
  return addDays(firstDayOf(addMonths(month, 1)), day - 1);
}

/** What the rules of pay are told, from the rulebook. */
export function settingsOf({ month, since }: Pick<SubsidyRun, 'month' | 'since'>, { values }: Rulebook): RunSettings {
  return {
    ...{ month, since, required: values.requiredPayComponents, insuranceDay: values.socialInsuranceDay },
    employerSource: values.employerInsuranceSource,
  };
}

/** From here on units cannot change the month; the county can open it again. */
export function lockAttendance(run: SubsidyRun, actor: Actor, now: Date): SubsidyRun {
  requireStatus(run, ['draft']);
  return moved(run, 'attendance-locked', { attendanceLocked: sign(actor, now), returnReason: null });
}

export function unlockAttendance(run: SubsidyRun, reason: string): SubsidyRun {
  requireStatus(run, ['attendance-locked', 'calculated']);
  return moved(run, 'draft', {
    ...nothing,
    attendanceLocked: null,
    calculated: null,
    returnReason: requireReason(reason),
  });
}

/** May the run be calculated, for the first time or again? `earlier` is a month of the county that is still open. */
export function requireCalculable(run: SubsidyRun, earlier: Month | null): void {
  requireStatus(run, ['attendance-locked', 'calculated']);
  if (earlier !== null) throw new Refusal('subsidy-run.earlier-open', { month: earlier });
}

/** A calculation that begins anew: what an earlier one came to is no longer shown. */
export function restart(run: SubsidyRun): SubsidyRun {
  return moved(run, 'attendance-locked', { ...nothing, calculated: null });
}

export function finishCalculation(
  run: SubsidyRun,
  figures: RunFigures,
  actor: Pick<Actor, 'account' | 'name'>,
  now: Date,
): SubsidyRun {
  requireStatus(run, ['attendance-locked']);
  return moved(run, 'calculated', { ...figures, calculated: sign(actor, now) });
}

/** Whoever calculated does not approve; every unit has confirmed its people, or a reason says why not. */
export function approve(
  run: SubsidyRun,
  { overrideReason }: ApproveRunRequest,
  missingUnits: readonly string[],
  actor: Actor,
  now: Date,
): SubsidyRun {
  requireStatus(run, ['calculated']);
  requireAnother(actor, run.calculated);
  const reason = overrideReason?.trim() || null;
  if (missingUnits.length > 0 && reason === null) {
    throw new Refusal('subsidy-run.attendance-missing', { pointer: '/overrideReason', units: missingUnits.join('、') });
  }
  const said = missingUnits.length > 0 ? reason : null;
  return moved(run, 'county-approved', { approved: sign(actor, now), overrideReason: said, returnReason: null });
}

/** Sends the run back to whoever prepares it: it is calculated again with what is known then. */
export function sendBack(run: SubsidyRun, reason: string): SubsidyRun {
  requireStatus(run, ['calculated', 'county-approved']);
  const said = requireReason(reason);
  return moved(run, 'attendance-locked', {
    ...nothing,
    calculated: null,
    approved: null,
    overrideReason: null,
    returnReason: said,
  });
}

/** The third pair of eyes: from here on it is owed, and nothing of it changes any more. */
export function release(run: SubsidyRun, releaseSeq: number, actor: Actor, now: Date): [SubsidyRun, Fact] {
  requireStatus(run, ['county-approved']);
  requireAnother(actor, run.calculated, run.approved);
  const { id, division, month, people, netFen } = run;
  return [
    moved(run, 'released', { released: sign(actor, now), releaseSeq }),
    SubsidyRunReleased(id, { runId: id, county: division, month, people, netFen }),
  ];
}

/** How far the payments of a released run have come. A closed month stays closed. */
export function standingOf(
  current: RunStatus,
  lines: { readonly waiting: number; readonly pending: number; readonly unreplaced: number },
): RunStatus {
  if (current === 'closed') return current;
  if (lines.waiting + lines.pending + lines.unreplaced === 0) return 'paid';
  return lines.waiting === 0 ? 'sent' : 'released';
}

function moved(run: SubsidyRun, status: RunStatus, changes: Partial<SubsidyRun>): SubsidyRun {
  return { ...run, ...changes, status, version: run.version + 1 };
}

function requireStatus({ status }: SubsidyRun, allowed: readonly RunStatus[]): void {
  if (!allowed.includes(status)) throw new Refusal('subsidy-run.wrong-step', { status });
}
