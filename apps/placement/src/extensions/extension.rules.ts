import { addDays, type Fact, Refusal, type Rulebook } from '@xibu/domain';
import type { DecideRequest } from '@xibu/domain/placement/api';
import { ServiceExtended } from '@xibu/domain/placement/events';
import { lastDayFrom } from '../agreements/agreement.rules.js';
import { ofVolunteer, servingStatuses, type Volunteer } from '../volunteers/volunteer.js';
import { requireStatus, step } from '../volunteers/volunteer.rules.js';
import { type Extension, seasonAfter } from './extension.js';

/** 服务期为 1 至 3 年 (notice 1): one year more, while the total stays within it. */
export function askExtension(
  volunteer: Volunteer,
  { id, reason }: { readonly id: string; readonly reason: string },
  book: Rulebook,
  now: Date,
): Extension {
  requireStatus(volunteer, ...servingStatuses);
  requireTerm(volunteer, book);
  if (volunteer.grades[volunteer.lastSeason] === 'fail') throw new Refusal('extension.no-pass');
  const { id: volunteerId, number, accountId, county, unit, lastSeason, termTo } = volunteer;
  if (termTo === null) throw new Refusal('volunteer.not-serving');
  const from = addDays(termTo, 1);
  return {
    ...{ id, volunteerId, number, accountId, county, unit, season: seasonAfter(lastSeason), reason },
    ...{ from, to: lastDayFrom(from, book), status: 'requested', agreedBy: null, decidedBy: null },
    ...{ decisionReason: null, updatedAt: now, version: 1 },
  };
}

function requireTerm({ termYears }: Volunteer, book: Rulebook): void {
  const max = book.values.serviceTermYearsMax;
  if (termYears + book.values.agreementYears <= max) return;
  throw new Refusal('extension.term-max', { max, clause: book.clauses.serviceTermYearsMax });
}

/** The county, which knows the volunteer, says yes or no first. */
export function agreeToExtension(
  extension: Extension,
  { approved, reason }: DecideRequest,
  account: string,
  now: Date,
): Extension {
  if (extension.status !== 'requested') throw new Refusal('extension.wrong-step', { status: extension.status });
  if (!approved && reason.trim() === '') throw new Refusal('reason.missing', { pointer: '/reason' });
  const status = approved ? ('county-agreed' as const) : ('refused' as const);
  return changed(extension, { status, agreedBy: account, decisionReason: reason }, now);
}

/** The region decides, after a pass in the assessment of the season. */
export function decideExtension(
  extension: Extension,
  volunteer: Volunteer,
  { approved, reason }: DecideRequest,
  account: string,
  now: Date,
): Extension {
  if (extension.status !== 'county-agreed') throw new Refusal('extension.wrong-step', { status: extension.status });
  if (extension.agreedBy === account) throw new Refusal('four-eyes.same-person');
  if (!approved && reason.trim() === '') throw new Refusal('reason.missing', { pointer: '/reason' });
  const grade = volunteer.grades[volunteer.lastSeason];
  if (approved && (grade === undefined || grade === 'fail')) throw new Refusal('extension.no-pass');
  const status = approved ? ('approved' as const) : ('refused' as const);
  return changed(extension, { status, decidedBy: account, decisionReason: reason }, now);
}

/** The term goes on for another year; the total is checked once more. */
export function extend(
  volunteer: Volunteer,
  extension: Extension,
  book: Rulebook,
  by: string,
  now: Date,
): [Volunteer, Fact] {
  requireStatus(volunteer, ...servingStatuses);
  requireTerm(volunteer, book);
  const { from, to, season: lastSeason } = extension;
  const term = { termTo: to, termYears: volunteer.termYears + book.values.agreementYears, lastSeason };
  const extended = step(volunteer, term, { step: 'extended', by, note: `${from} ${to}` }, now);
  return [extended, ServiceExtended(volunteer.id, { ...ofVolunteer(volunteer), from, to })];
}

function changed(extension: Extension, changes: Partial<Extension>, now: Date): Extension {
  return { ...extension, ...changes, updatedAt: now, version: extension.version + 1 };
}
