import { dateOf, Refusal } from '@xibu/domain';
import type { Volunteer } from '../volunteers/volunteer.js';
import { requireStatus, step } from '../volunteers/volunteer.rules.js';
import type { Training } from './training.js';

/** Attendance may be noted from the day of the session on, and corrected later. */
export function hold(training: Training, now: Date): Training {
  if (training.status === 'cancelled') throw new Refusal('training.cancelled');
  if (dateOf(now) < training.heldOn) throw new Refusal('training.not-held-yet');
  return { ...training, status: 'held', updatedAt: now, version: training.version + 1 };
}

export function cancel(training: Training, now: Date): Training {
  if (training.status === 'cancelled') throw new Refusal('training.cancelled');
  return { ...training, status: 'cancelled', updatedAt: now, version: training.version + 1 };
}

/** Only people who reported in can have attended. Those who were trained or dispatched since may be corrected. */
export function requireAttendable(volunteer: Volunteer): Volunteer {
  requireStatus(volunteer, 'checked-in', 'trained');
  return volunteer;
}

/** A session as far as being trained is concerned; one that is given again has the same title. */
export type Course = Pick<Training, 'title' | 'heldOn'>;

/**
 * 派遣前培训 (notice 2.3.1): trained is who attended, in one of its sessions, every required course held since they
 * reported in. Null when nothing changes.
 */
export function train(
  volunteer: Volunteer,
  required: readonly Course[],
  attended: ReadonlySet<string>,
  by: string,
  now: Date,
): Volunteer | null {
  const owed = required.filter(({ heldOn }) => heldOn >= (volunteer.checkedInOn ?? heldOn));
  const isTrained = attended.size > 0 && owed.every(({ title }) => attended.has(title));
  if (isTrained === (volunteer.status === 'trained')) return null;
  // On a hand-over list already: the county has been told to fetch this person.
  if (volunteer.dispatchId !== null) return null;
  const status = isTrained ? 'trained' : 'checked-in';
  return step(volunteer, { status }, { step: isTrained ? 'trained' : 'training-incomplete', by }, now);
}
