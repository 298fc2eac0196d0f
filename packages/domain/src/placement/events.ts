import { fact } from '../facts.js';
import type { PostLevel, ProjectKind, Special } from '../programme-terms.js';

/** Key: post. */
export const PostOpened = fact<{
  readonly postId: string;
  readonly season: string;
  readonly county: number;
  readonly unit: string;
  readonly title: string;
  readonly special: Special;
  readonly level: PostLevel;
  readonly projectKind: ProjectKind;
  readonly seats: number;
  /** `152221-23-004`: what to sort by and to show; the same in every run of a season. */
  readonly code?: string;
  readonly unitName?: string;
}>('placement.post.opened.v1');
export const PostClosed = fact<{ readonly postId: string; readonly reason: string }>('placement.post.closed.v1');

/** Key: county code as text. */
export const CountyActivated = fact<{ readonly county: number; readonly season: string }>(
  'placement.county.activated.v1',
);
export const CountyBlocked = fact<{ readonly county: number; readonly season: string; readonly reason: string }>(
  'placement.county.blocked.v1',
);
/** A block of a season was lifted by decision, or the finding behind it was corrected. */
export const CountyUnblocked = fact<{ readonly county: number; readonly season: string; readonly reason: string }>(
  'placement.county.unblocked.v1',
);

/** Key: round. */
export const RoundFrozen = fact<{
  readonly roundId: string;
  readonly season: string;
  readonly inputDigest: string;
  readonly seedCommitment: string;
}>('placement.round.frozen.v1');
export const RoundPublished = fact<{
  readonly roundId: string;
  readonly season: string;
  readonly resultDigest: string;
  readonly placed: number;
  readonly unplaced: number;
}>('placement.round.published.v1');

/** Key: application. What a published round decided for one applicant. */
export const PlacementDecided = fact<{
  readonly roundId: string;
  readonly applicationId: string;
  readonly accountId: string;
  readonly season: string;
  readonly outcome: 'placed' | 'unplaced';
  readonly postId: string | null;
  readonly postTitle: string | null;
  readonly county: number | null;
  /** `152221-23-004`: what to sort by and to show. */
  readonly postCode?: string | null;
}>('placement.placement.decided.v1');

interface OfVolunteer {
  readonly volunteerId: string;
  /** 报名编号: the stable public number by which lists and files are ordered. */
  readonly number: string;
  readonly accountId: string;
  readonly applicationId: string;
  readonly season: string;
  readonly county: number;
}

/** Key of all that follow: volunteer. */
export const VolunteerCheckedIn = fact<OfVolunteer & { readonly on: string }>('placement.volunteer.checked-in.v1');
/** Did not report in, or came without a diploma: recruitment records the loss. */
export const VolunteerFailedToReport = fact<OfVolunteer & { readonly reason: 'no-show' | 'no-diploma' }>(
  'placement.volunteer.failed-to-report.v1',
);
export const VolunteerDispatched = fact<OfVolunteer & { readonly on: string }>('placement.volunteer.dispatched.v1');
export const AgreementSigned = fact<
  OfVolunteer & { readonly postId: string; readonly unit: string; readonly from: string; readonly to: string }
>('placement.volunteer.agreement-signed.v1');
export const VolunteerOnPost = fact<
  OfVolunteer & {
    readonly postId: string;
    readonly unit: string;
    readonly special: Special;
    readonly projectKind: ProjectKind;
    readonly on: string;
  }
>('placement.volunteer.on-post.v1');

/** One stretch of service at one place; half-open days; `paid` is false for leave that is not paid. */
export interface ServiceSpan {
  readonly from: string;
  readonly to: string | null;
  readonly county: number;
  readonly unit: string;
  readonly projectKind: ProjectKind;
  readonly paid: boolean;
}
/** The whole service of a volunteer as it stands now; replaces what was told before. */
export const ServiceRecorded = fact<OfVolunteer & { readonly spans: readonly ServiceSpan[] }>(
  'placement.volunteer.service-recorded.v1',
);
export const LeaveDecided = fact<
  OfVolunteer & { readonly leaveId: string; readonly from: string; readonly to: string; readonly approved: boolean }
>('placement.volunteer.leave-decided.v1');
export const LeaveOverdue = fact<OfVolunteer & { readonly leaveId: string; readonly days: number }>(
  'placement.volunteer.leave-overdue.v1',
);
export const PostChanged = fact<OfVolunteer & { readonly postId: string; readonly unit: string; readonly on: string }>(
  'placement.volunteer.post-changed.v1',
);
export const VolunteerLeft = fact<
  OfVolunteer & {
    /** The last day of service. */
    readonly on: string;
    readonly kind: 'completed' | 'early-exit' | 'terminated' | 'deceased';
  }
>('placement.volunteer.left.v1');
export const ServiceExtended = fact<OfVolunteer & { readonly from: string; readonly to: string }>(
  'placement.volunteer.extended.v1',
);
