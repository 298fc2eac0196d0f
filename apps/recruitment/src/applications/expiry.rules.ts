import type { Fact, Milestone } from '@xibu/domain';
import { type ApplicationStatus, applicationStatuses } from '@xibu/domain/recruitment/api';
import { ApplicationExpired } from '@xibu/domain/recruitment/events';

/**
 * The step whose closing ends an application that still stands there. Nobody expires with a score: from then on it is the
 * region's turn, and its being late is not held against the applicant. Whoever was absent from the exam has no score.
 */
const deadlines: Partial<Record<ApplicationStatus, Milestone>> = {
  draft: 'registration',
  returned: 'registration',
  submitted: 'review',
  'faculty-passed': 'review',
  'university-passed': 'confirmation',
  confirmed: 'exam',
  ticketed: 'ranking',
};

export function deadlineOf(status: ApplicationStatus): Milestone | null {
  return deadlines[status] ?? null;
}

/** Every pair of status and the milestone that ends it. */
export function allDeadlines(): { status: ApplicationStatus; milestone: Milestone }[] {
  return applicationStatuses.flatMap((status) => {
    const milestone = deadlineOf(status);
    return milestone ? [{ status, milestone }] : [];
  });
}

export interface Expired {
  readonly id: string;
  readonly accountId: string;
  readonly season: string;
  readonly university: string | null;
  readonly number: string | null;
  readonly was: ApplicationStatus;
  readonly noticeNumber: string;
}

/** Told to everybody who had handed something in; a draft was nobody's business but its writer's. */
export function expiryFacts(expired: readonly Expired[]): Fact[] {
  return expired
    .filter(({ number }) => number !== null)
    .map(({ id, accountId, season, university, was, noticeNumber }) =>
      ApplicationExpired(id, {
        ...{ applicationId: id, accountId, season, university: university ?? '' },
        ...{ status: was, noticeNumber },
      }),
    );
}
