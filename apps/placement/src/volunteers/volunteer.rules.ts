import type { DataOf } from '@xibu/domain';
import { Refusal, rfc3339 } from '@xibu/domain';
import type { VolunteerStatus } from '@xibu/domain/placement/api';
import type { ApplicationAdmitted, LossReason } from '@xibu/domain/recruitment/events';
import type { HeldPost, PersonCopy, Volunteer } from './volunteer.js';

/** Who did a step, and what they noted. */
export interface Note {
  readonly step: string;
  readonly by: string;
  readonly note?: string;
}

/** The next state of a volunteer, with one line more in the history. */
export function step(
  volunteer: Volunteer,
  changes: Partial<Volunteer>,
  { step, by, note }: Note,
  now: Date,
): Volunteer {
  const line = { at: rfc3339(now), step, by, note: note ?? null };
  const { history, version } = volunteer;
  return { ...volunteer, ...changes, history: [...history, line], updatedAt: now, version: version + 1 };
}

export function requireStatus(volunteer: Volunteer, ...allowed: readonly VolunteerStatus[]): void {
  if (!allowed.includes(volunteer.status)) throw wrongStep(volunteer);
}

export function wrongStep({ number, status }: Pick<Volunteer, 'number' | 'status'>): Refusal {
  return new Refusal('volunteer.wrong-step', { number, status });
}

interface Expected {
  readonly id: string;
  readonly post: HeldPost;
  readonly unit: string;
  readonly county: number;
  readonly person: PersonCopy;
  readonly admittedAt: Date;
}

/** An admitted person is expected at report-in. */
export function expect(admitted: DataOf<typeof ApplicationAdmitted>, expected: Expected, now: Date): Volunteer {
  const { number, season, accountId, applicationId, postId, confirmationNumber, track = 'open' } = admitted;
  const { id, post, unit, county, person, admittedAt } = expected;
  return {
    ...{ id, number, season, lastSeason: season, accountId, applicationId, status: 'admitted' },
    ...{ county, unit, postId, post, confirmationNumber, track, admittedAt, ...person },
    // The fact names the university; the copy of the person may not have come yet.
    university: admitted.university,
    ...{ cameWithoutDiploma: false, diploma: null, checkedInOn: null, dispatchId: null, dispatchedOn: null },
    ...{ termFrom: null, termTo: null, termYears: 0, registration: null, coverWaiver: null, onPostOn: null },
    ...{ stints: [], absences: [], spans: [], grades: {}, postChanges: 0 },
    ...{ leftOn: null, leftKind: null, lossReason: null },
    history: [{ at: rfc3339(admittedAt), step: 'admitted', by: '', note: confirmationNumber }],
    ...{ updatedAt: now, version: 1 },
  };
}

/** Lost before dispatch: the seat is free for an equal backfill (notice 2.3.2). Who is lost already stays so. */
export function lose(volunteer: Volunteer, reason: LossReason, now: Date): Volunteer {
  if (volunteer.status === 'lost') return volunteer;
  requireStatus(volunteer, 'admitted', 'checked-in', 'trained');
  return step(volunteer, { status: 'lost', lossReason: reason }, { step: 'lost', by: '', note: reason }, now);
}
