import { addDays, dateOf, type Fact, type LegalDate, Refusal, type Rulebook } from '@xibu/domain';
import type { DecideRequest, LeavingKind, TerminationGround } from '@xibu/domain/placement/api';
import { VolunteerLeft } from '@xibu/domain/placement/events';
import { closeStints, endAfter, recordService } from '../volunteers/service.rules.js';
import { handedOver, ofVolunteer, type Volunteer } from '../volunteers/volunteer.js';
import { requireStatus, step, wrongStep } from '../volunteers/volunteer.rules.js';
import type { Departure } from './departure.js';

interface Draft {
  readonly id: string;
  readonly lastDay: LegalDate;
  readonly reason: string;
  /** The account that prepares it. */
  readonly by: string;
}

/** 提前离岗: the volunteer asks, for today or a later day within the term. */
export function askToLeave(volunteer: Volunteer, draft: Draft, now: Date): Departure {
  requireStatus(volunteer, ...handedOver);
  requireLastDay(draft.lastDay, dateOf(now), volunteer.termTo ?? draft.lastDay);
  return prepare(volunteer, draft, { kind: 'early-exit', status: 'requested', ground: null, hearingNote: null }, now);
}

export interface Proposal extends Draft {
  readonly ground: TerminationGround;
  readonly hearingNote: string;
  /** Days that the running leave of this person is overdue. */
  readonly overdueDays: number;
}

/** The county proposes to end a service; the person has been heard before. */
export function proposeTermination(volunteer: Volunteer, proposal: Proposal, book: Rulebook, now: Date): Departure {
  requireStatus(volunteer, ...handedOver);
  const { ground, hearingNote, overdueDays, lastDay } = proposal;
  if (hearingNote.trim() === '') throw new Refusal('departure.not-heard', { pointer: '/hearingNote' });
  const { leaveOverdueDaysMax: max } = book.values;
  if (ground === 'overdue' && overdueDays <= max) {
    throw new Refusal('departure.not-overdue', { max, clause: book.clauses.leaveOverdueDaysMax });
  }
  requireLastDay(lastDay, firstPossible(volunteer, lastDay), volunteer.termTo ?? lastDay);
  const about = { kind: 'terminated', status: 'proposed', ground, hearingNote: hearingNote.trim() } as const;
  return prepare(volunteer, proposal, about, now);
}

/** Needs nobody's decision: the service ends with that day. */
export function recordDeath(volunteer: Volunteer, draft: Draft, now: Date): Departure {
  requireStatus(volunteer, 'checked-in', 'trained', ...handedOver);
  requireLastDay(draft.lastDay, firstPossible(volunteer, draft.lastDay), dateOf(now));
  return prepare(volunteer, draft, { kind: 'deceased', status: 'approved', ground: null, hearingNote: null }, now);
}

function firstPossible({ onPostOn, dispatchedOn, checkedInOn }: Volunteer, otherwise: LegalDate): LegalDate {
  return onPostOn ?? dispatchedOn ?? checkedInOn ?? otherwise;
}

function requireLastDay(lastDay: LegalDate, from: LegalDate, to: LegalDate): void {
  if (lastDay < from || lastDay > to) throw new Refusal('departure.last-day', { from, to, pointer: '/lastDay' });
}

function prepare(
  volunteer: Volunteer,
  { id, lastDay, reason, by }: Draft,
  about: Pick<Departure, 'kind' | 'status' | 'ground' | 'hearingNote'>,
  now: Date,
): Departure {
  if (reason.trim() === '') throw new Refusal('reason.missing', { pointer: '/reason' });
  const { id: volunteerId, number, accountId, county, unit } = volunteer;
  return {
    ...{ id, volunteerId, number, accountId, county, unit, lastDay, reason: reason.trim(), ...about },
    ...{ proposedBy: by, decidedBy: null, decisionReason: null, updatedAt: now, version: 1 },
  };
}

/** The county says yes to an early exit, or no. */
export function agreeToLeave(departure: Departure, { approved, reason }: DecideRequest, now: Date): Departure {
  if (departure.status !== 'requested') throw new Refusal('departure.wrong-step', { status: departure.status });
  if (!approved && reason.trim() === '') throw new Refusal('reason.missing', { pointer: '/reason' });
  return changed(departure, { status: approved ? 'county-agreed' : 'refused', decisionReason: reason }, now);
}

/** The region decides; never whoever proposed it (four eyes). */
export function decideDeparture(
  departure: Departure,
  { approved, reason }: DecideRequest,
  account: string,
  now: Date,
): Departure {
  if (departure.status !== 'county-agreed' && departure.status !== 'proposed') {
    throw new Refusal('departure.wrong-step', { status: departure.status });
  }
  if (departure.proposedBy === account) throw new Refusal('four-eyes.same-person');
  if (departure.kind === 'terminated' && !departure.hearingNote) throw new Refusal('departure.not-heard');
  if (reason.trim() === '') throw new Refusal('reason.missing', { pointer: '/reason' });
  const status = approved ? 'approved' : 'refused';
  return changed(departure, { status, decidedBy: account, decisionReason: reason.trim() }, now);
}

/** An approved departure takes effect once its last day has come. */
export function isDue({ status, lastDay, kind }: Departure, today: LegalDate): boolean {
  return (
    status === 'approved' && (kind === 'deceased' || lastDay < today || (kind === 'terminated' && lastDay <= today))
  );
}

export function finish(departure: Departure, now: Date): Departure {
  return changed(departure, { status: 'done' }, now);
}

/** The service ends: days after the last one are no service, and whatever was open is closed. */
export function leave(volunteer: Volunteer, kind: LeavingKind, lastDay: LegalDate, now: Date): [Volunteer, Fact[]] {
  if (volunteer.status === 'left' || volunteer.status === 'lost') throw wrongStep(volunteer);
  const stints = closeStints(volunteer.stints, endAfter(lastDay));
  const absences = volunteer.absences.filter(({ from }) => from < addDays(lastDay, 1));
  const changes = { status: 'left' as const, leftOn: lastDay, leftKind: kind, stints, absences };
  const left = step(volunteer, changes, { step: 'left', by: '', note: `${kind} ${lastDay}` }, now);
  const [told, facts] = recordService(left);
  return [told, [VolunteerLeft(left.id, { ...ofVolunteer(left), on: lastDay, kind }), ...facts]];
}

function changed(departure: Departure, changes: Partial<Departure>, now: Date): Departure {
  return { ...departure, ...changes, updatedAt: now, version: departure.version + 1 };
}
