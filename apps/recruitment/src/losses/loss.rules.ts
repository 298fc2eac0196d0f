import type { Fact } from '@xibu/domain';
import { ApplicationLost, type LossReason } from '@xibu/domain/recruitment/events';
import type { Application } from '../applications/application.js';
import { about, next, wrongStep } from '../applications/application.rules.js';
import type { Preselection } from '../preselections/preselection.js';
import type { Loss } from './loss.js';

type Status = Application['status'];

/** From where each kind of loss is possible. */
const possibleFrom: Readonly<Record<LossReason, readonly Status[]>> = {
  withdrawn: ['preselected', 'health-passed', 'noticed'],
  health: ['preselected'],
  objection: ['noticed'],
  declined: ['admitted'],
  'no-show': ['admitted'],
  'no-diploma': ['admitted'],
};

export type SeatHeld = Pick<Preselection, 'postId' | 'postTitle' | 'county'> | null;

/** Ends an application that holds a seat: the seat is free again, and as many are taken on in its place. */
export function lose(
  application: Application,
  seat: SeatHeld,
  reason: LossReason,
  now: Date,
): [Application, Loss, Fact] {
  if (!possibleFrom[reason].includes(application.status)) throw wrongStep(application);
  const [loss, fact] = lossOf(application, seat, reason, now);
  return [next(application, reason === 'health' ? 'health-failed' : 'lost', now), loss, fact];
}

export function lossOf(application: Application, seat: SeatHeld, reason: LossReason, now: Date): [Loss, Fact] {
  const { id, season, accountId, division, university, faculty } = application;
  const { postId, postTitle, county } = seat ?? { postId: null, postTitle: null, county: null };
  const loss: Loss = {
    ...{ applicationId: id, season, accountId, division, university, faculty, reason },
    ...{ postId, postTitle, county, lostAt: now },
  };
  return [loss, ApplicationLost(id, { ...about(application), postId, reason })];
}
