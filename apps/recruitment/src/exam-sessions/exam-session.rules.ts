import { type Fact, Refusal, rfc3339 } from '@xibu/domain';
import type { ChangeExamSessionRequest, ExamSessionStatus } from '@xibu/domain/recruitment/api';
import { ExamTicketIssued } from '@xibu/domain/recruitment/events';
import type { Application } from '../applications/application.js';
import { about, wrongStep as applicationWrongStep, next } from '../applications/application.rules.js';
import type { ExamSeat } from '../exam-seats/exam-seat.js';
import { capacityOf, type ExamSession, type Seat, seatsOf } from './exam-session.js';

export interface Planned {
  readonly id: string;
  readonly season: string;
  readonly region: number;
  /** How many sessions the season has already. */
  readonly before: number;
}

export function plan(request: ChangeExamSessionRequest, { id, season, region, before }: Planned, now: Date) {
  const empty = { id, season, division: region, ordinal: before + 1, status: 'planned' as const };
  return fill({ ...empty, version: 0 }, request, now);
}

/** Times, sites, rooms and seats may be changed until the session is announced. */
export function change(session: ExamSession, request: ChangeExamSessionRequest, now: Date): ExamSession {
  if (session.status !== 'planned') throw wrongStep(session);
  return fill(session, request, now);
}

/** Announces when and where the exam is held (notice 2.2.4). */
export function open(session: ExamSession, now: Date): ExamSession {
  if (session.status !== 'planned') throw wrongStep(session);
  if (capacityOf(session) === 0) throw new Refusal('exam.no-seats', { pointer: '/sites' });
  return step(session, 'open', now);
}

/** After the last score: nothing of this session changes any more. */
export function close(session: ExamSession, now: Date): ExamSession {
  if (session.status !== 'seated') throw wrongStep(session);
  return step(session, 'closed', now);
}

export interface Seated {
  readonly session: ExamSession;
  readonly applications: readonly Application[];
  readonly seats: readonly ExamSeat[];
  readonly facts: readonly Fact[];
}

/**
 * Everybody who has confirmed takes a seat: in the order of their application numbers, after the seats taken before.
 * The same people in the same rooms always sit the same.
 */
export function assignSeats(
  session: ExamSession,
  applications: readonly Application[],
  taken: number,
  now: Date,
): Seated {
  if (session.status !== 'open' && session.status !== 'seated') throw wrongStep(session);
  if (applications.length === 0) throw new Refusal('exam.nobody-to-seat');
  const free = seatsOf(session).slice(taken);
  const missing = applications.length - free.length;
  if (missing > 0) throw new Refusal('exam.too-few-seats', { missing });
  const inOrder = [...applications].sort((left, right) => ((left.number ?? '') < (right.number ?? '') ? -1 : 1));
  const seated = inOrder.map((application, at) => seat(session, application, free[at] as Seat, now));
  return {
    session: step(session, 'seated', now),
    applications: seated.map(([application]) => application),
    seats: seated.map(([, taker]) => taker),
    facts: seated.map(([, , fact]) => fact),
  };
}

/** One confirmed applicant gets a seat, and with it the admission ticket. */
export function seat(
  session: ExamSession,
  application: Application,
  at: Seat,
  now: Date,
): [Application, ExamSeat, Fact] {
  if (application.status !== 'confirmed') throw applicationWrongStep(application);
  const { id, accountId, division, university, faculty } = application;
  const taker: ExamSeat = {
    ...{ applicationId: id, sessionId: session.id, accountId, division, university, faculty, ...at },
    ...{ scoreHundredths: null, isAbsent: false, updatedAt: now },
  };
  const ticketed = ExamTicketIssued(id, {
    ...about(application),
    ...{ ticket: at.ticket, site: at.site, seat: `${at.room} ${at.seat}号`, startsAt: rfc3339(session.startsAt) },
  });
  return [next(application, 'ticketed', now), taker, ticketed];
}

export function wrongStep({ status }: Pick<ExamSession, 'status'>): Refusal {
  return new Refusal('exam.wrong-step', { status });
}

type Frame = Pick<ExamSession, 'id' | 'season' | 'division' | 'ordinal' | 'status' | 'version'>;

function fill(frame: Frame, { name, startsAt, endsAt, sites }: ChangeExamSessionRequest, now: Date): ExamSession {
  const times = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
  if (times.endsAt <= times.startsAt) throw new Refusal('exam.times', { pointer: '/endsAt' });
  return { ...frame, name, ...times, sites, updatedAt: now, version: frame.version + 1 };
}

function step(session: ExamSession, status: ExamSessionStatus, now: Date): ExamSession {
  return { ...session, status, updatedAt: now, version: session.version + 1 };
}
