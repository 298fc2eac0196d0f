import type { DataOf, Fact } from '@xibu/domain';
import type { PlacementDecided } from '@xibu/domain/placement/events';
import type { Application } from '../applications/application.js';
import { isEnded } from '../applications/application.js';
import { next, wrongStep } from '../applications/application.rules.js';
import type { Loss } from '../losses/loss.js';
import { lossOf } from '../losses/loss.rules.js';
import type { Preselection } from './preselection.js';

export interface Followed {
  readonly application: Application;
  readonly preselection: Preselection;
  /** Set when the seat went to somebody who had left before the round told: it is free again. */
  readonly loss: Loss | null;
  readonly facts: readonly Fact[];
}

/**
 * What becomes of an applicant when a round is published: with a post preselected, without one on the reserve (后备入选库).
 * A later round may place a reserve, or place a preselected person elsewhere. Who left while the round was under way does
 * not come back; a seat that such a person was given is lost at once.
 */
export function follow(application: Application, decided: DataOf<typeof PlacementDecided>, now: Date): Followed {
  const preselection = preselectionOf(application, decided, now);
  if (isEnded(application)) {
    if (decided.outcome === 'unplaced') return { application, preselection, loss: null, facts: [] };
    const [loss, fact] = lossOf(application, preselection, 'withdrawn', now);
    return { application, preselection, loss, facts: [fact] };
  }
  const from: readonly Application['status'][] =
    decided.outcome === 'placed' ? ['qualified', 'reserve', 'preselected'] : ['qualified', 'reserve'];
  if (!from.includes(application.status)) throw wrongStep(application);
  const status = decided.outcome === 'placed' ? 'preselected' : 'reserve';
  const followed = application.status === status ? application : next(application, status, now);
  return { application: followed, preselection, loss: null, facts: [] };
}

function preselectionOf(
  { id, season, accountId, division, university, faculty }: Application,
  { roundId, outcome, postId, postTitle, county }: DataOf<typeof PlacementDecided>,
  now: Date,
): Preselection {
  return {
    ...{ applicationId: id, season, accountId, division, university, faculty, roundId, outcome },
    ...{ postId, postTitle, county, decidedAt: now },
  };
}
