import { addDays, addYears, dateOf, daysBetween, type LegalDate, Refusal, type Rulebook, rfc3339 } from '@xibu/domain';
import type { AskLeaveRequest, DecideRequest } from '@xibu/domain/placement/api';
import type { Volunteer } from '../volunteers/volunteer.js';
import { requireStatus } from '../volunteers/volunteer.rules.js';
import { counts, type Leave, type LeaveTier } from './leave.js';

export interface Asking {
  readonly id: string;
  /** The leaves that this person asked for before. */
  readonly earlier: readonly Leave[];
  readonly hospitalNoteSealed: string | null;
}

/** A volunteer asks for leave, within the service and the caps of the rules. */
export function askLeave(
  volunteer: Volunteer,
  request: AskLeaveRequest,
  { id, earlier, hospitalNoteSealed }: Asking,
  book: Rulebook,
  now: Date,
): Leave {
  requireStatus(volunteer, 'on-post', 'on-leave');
  const [from, to] = [request.from as LegalDate, request.to as LegalDate];
  // Whoever fell ill asks when they can; everything else is asked for before.
  if (to < from || (request.kind !== 'sick' && from < dateOf(now)))
    throw new Refusal('leave.days', { pointer: '/from' });
  requireWithinService(volunteer, from, to);
  if (request.kind === 'sick' && hospitalNoteSealed === null) {
    throw new Refusal('leave.no-hospital-note', { pointer: '/hospitalNote', clause: book.clauses.leaveEachDaysMax });
  }
  if (earlier.some((leave) => counts(leave) && leave.from <= to && from <= endOf(leave))) {
    throw new Refusal('leave.overlaps');
  }
  const days = daysBetween(from, to) + 1;
  requireCaps({ kind: request.kind, from, days }, volunteer, earlier, book);
  const { id: volunteerId, number, accountId, county, unit } = volunteer;
  const { kind, reason, destination } = request;
  return {
    ...{ id, volunteerId, number, accountId, county, unit, kind, from, to, days, reason, destination },
    ...{ hospitalNoteSealed, status: 'requested', waitsFor: tiersOf(days, book)[0] ?? null, opinions: [] },
    ...{ overdueDays: 0, returnedOn: null, decidedBy: book.version, updatedAt: now, version: 1 },
  };
}

function requireWithinService({ onPostOn, termTo }: Volunteer, from: LegalDate, to: LegalDate): void {
  if (onPostOn && termTo && onPostOn <= from && to <= termTo) return;
  throw new Refusal('leave.outside-service', { from: onPostOn ?? '', to: termTo ?? '' });
}

/** The last day away: the day before the return where somebody came back early. */
function endOf({ to, returnedOn }: Leave): LegalDate {
  return returnedOn && returnedOn <= to ? addDays(returnedOn, -1) : to;
}

type Capped = Pick<Leave, 'kind' | 'from' | 'days'>;

/** 一次不超过 15 天，一年累计不超过 20 天; sitting an exam does not count. */
function requireCaps(asked: Capped, volunteer: Volunteer, earlier: readonly Leave[], book: Rulebook): void {
  const { leaveCappedKinds, leaveEachDaysMax, leaveYearDaysMax } = book.values;
  if (!leaveCappedKinds.includes(asked.kind)) return;
  const { days } = asked;
  if (days > leaveEachDaysMax) {
    throw new Refusal('leave.too-long', { max: leaveEachDaysMax, days, clause: book.clauses.leaveEachDaysMax });
  }
  const used = usedDays(volunteer, earlier, asked.from, book);
  if (used + days > leaveYearDaysMax) {
    throw new Refusal('leave.over-year', { max: leaveYearDaysMax, used, days, clause: book.clauses.leaveYearDaysMax });
  }
}

/** Capped days asked for or taken in the year of service in which `on` lies. */
export function usedDays(
  { termFrom }: Pick<Volunteer, 'termFrom'>,
  leaves: readonly Leave[],
  on: LegalDate,
  book: Rulebook,
): number {
  const from = yearOfService(termFrom ?? on, on);
  const until = addYears(from, 1);
  return leaves
    .filter((leave) => counts(leave) && book.values.leaveCappedKinds.includes(leave.kind))
    .filter((leave) => from <= leave.from && leave.from < until)
    .reduce((sum, leave) => sum + daysBetween(leave.from, endOf(leave)) + 1, 0);
}

function yearOfService(start: LegalDate, on: LegalDate): LegalDate {
  let from = start;
  while (addYears(from, 1) <= on) from = addYears(from, 1);
  return from;
}

/** 1-2 days: the unit; 3-10: the unit agrees, the county decides; more: the county agrees, the region decides. */
export function tiersOf(days: number, { values }: Rulebook): readonly LeaveTier[] {
  if (days <= values.leaveUnitDaysMax) return ['unit'];
  return days <= values.leaveCountyDaysMax ? ['unit', 'county'] : ['county', 'region'];
}

export interface Deciding {
  readonly tier: LeaveTier;
  readonly by: string;
}

/** One tier says yes or no; the last yes approves, any no ends it. */
export function decideLeave(
  leave: Leave,
  { approved, reason }: DecideRequest,
  { tier, by }: Deciding,
  book: Rulebook,
  now: Date,
): Leave {
  if (leave.waitsFor === null) throw new Refusal('leave.wrong-step', { status: leave.status });
  if (leave.waitsFor !== tier) {
    throw new Refusal('leave.not-yours-to-decide', { days: leave.days, tier: leave.waitsFor });
  }
  if (!approved && reason.trim() === '') throw new Refusal('reason.missing', { pointer: '/reason' });
  const tiers = tiersOf(leave.days, book);
  const nextTier = tiers[tiers.indexOf(tier) + 1];
  const agreed = tier === 'unit' ? ('unit-agreed' as const) : ('county-agreed' as const);
  const status = !approved ? ('refused' as const) : nextTier ? agreed : ('approved' as const);
  const opinion = { tier, approved, reason, by, at: rfc3339(now) };
  const waitsFor = approved && nextTier ? nextTier : null;
  return changed(leave, { status, waitsFor, opinions: [...leave.opinions, opinion] }, now);
}

/** Taken back by whoever asked, before it has begun or before anybody decided. */
export function cancelLeave(leave: Leave, now: Date): Leave {
  const isAhead = leave.status === 'approved' && dateOf(now) < leave.from;
  if (leave.waitsFor === null && !isAhead) throw new Refusal('leave.wrong-step', { status: leave.status });
  return changed(leave, { status: 'cancelled', waitsFor: null }, now);
}

/** 销假: the unit reports the first day back. */
export function returnFromLeave(leave: Leave, on: LegalDate, now: Date): Leave {
  if (leave.status !== 'approved' && leave.status !== 'overdue') {
    throw new Refusal('leave.wrong-step', { status: leave.status });
  }
  if (on < leave.from || on > dateOf(now)) throw new Refusal('leave.return-day', { pointer: '/on' });
  const overdueDays = Math.max(0, daysBetween(leave.to, on) - 1);
  return changed(leave, { status: 'returned', returnedOn: on, overdueDays }, now);
}

/** Days after the end of a leave that have gone by without a return, as a day begins. */
export function overdueOn(leave: Pick<Leave, 'to'>, day: LegalDate): number {
  return Math.max(0, daysBetween(leave.to, day) - 1);
}

export function noteOverdue(leave: Leave, days: number, now: Date): Leave {
  return changed(leave, { status: 'overdue', overdueDays: days }, now);
}

function changed(leave: Leave, changes: Partial<Leave>, now: Date): Leave {
  return { ...leave, ...changes, updatedAt: now, version: leave.version + 1 };
}
