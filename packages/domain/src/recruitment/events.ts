import { fact } from '../facts.js';
import type { Special } from '../programme-terms.js';

interface OfApplication {
  readonly applicationId: string;
  readonly accountId: string;
  readonly season: string;
  readonly university: string;
}

/** Key of all that follow: application, unless said otherwise. */
export const ApplicationSubmitted = fact<OfApplication & { readonly faculty: string; readonly number: string }>(
  'recruitment.application.submitted.v1',
);
export const ApplicationFacultyPassed = fact<OfApplication>('recruitment.application.faculty-passed.v1');
export const ApplicationUniversityPassed = fact<OfApplication>('recruitment.application.university-passed.v1');
export const ApplicationRejected = fact<
  OfApplication & { readonly stage: 'faculty' | 'university'; readonly reason: string }
>('recruitment.application.rejected.v1');
/** 退回补正: the applicant may correct the form and submit it again within the window. */
export const ApplicationReturned = fact<
  OfApplication & { readonly stage: 'faculty' | 'university'; readonly reason: string }
>('recruitment.application.returned.v1');
/** 在招募平台确认: the applicant confirmed on the regional platform and chose places and specials (notice 2.2.3). */
export const ApplicationConfirmed = fact<
  OfApplication & {
    readonly counties: readonly number[];
    readonly specials: readonly Special[];
    readonly acceptsReassignment: boolean;
  }
>('recruitment.application.confirmed.v1');
export const ExamTicketIssued = fact<
  OfApplication & { readonly ticket: string; readonly site: string; readonly seat: string; readonly startsAt: string }
>('recruitment.application.ticket-issued.v1');
export const ExamScored = fact<OfApplication & { readonly scoreHundredths: number }>(
  'recruitment.application.scored.v1',
);
/**
 * On the qualified list: may take part in a placement round. `code` is anonymous; `classes` gives, by special, the
 * preference class of published-round §1 (0 is best).
 */
export const ApplicationQualified = fact<
  OfApplication & {
    readonly code: string;
    readonly scoreHundredths: number;
    readonly classes: Readonly<Record<Special, number>>;
    readonly counties: readonly number[];
    readonly specials: readonly Special[];
    readonly acceptsReassignment: boolean;
  }
>('recruitment.application.qualified.v1');
/** Scored and not on the qualified list, with the rules that say so; the applicant is told. */
export const ApplicationNotQualified = fact<
  OfApplication & {
    readonly scoreHundredths: number;
    readonly minimumScoreHundredths: number;
    readonly reasons: readonly NotQualifiedReason[];
  }
>('recruitment.application.not-qualified.v1');
export type NotQualifiedReason = 'below-minimum';
export const HealthExamDecided = fact<OfApplication & { readonly passed: boolean }>(
  'recruitment.application.health-decided.v1',
);
export const PublicNoticeOpened = fact<OfApplication & { readonly opensOn: string; readonly closesOn: string }>(
  'recruitment.application.notice-opened.v1',
);
export const ApplicationAdmitted = fact<
  OfApplication & {
    readonly postId: string;
    readonly county: number;
    readonly confirmationNumber: string;
    /** 报名编号: the stable public number by which later lists and files are ordered. */
    readonly number: string;
    /** `teaching-group`: 研究生支教团, by a list of their own; `open` went through exam and round. */
    readonly track?: 'open' | 'teaching-group';
  }
>('recruitment.application.admitted.v1');
/** The admitted person has said that they will come. A "no" is {@link ApplicationLost}. */
export const AdmissionAccepted = fact<OfApplication & { readonly confirmationNumber: string }>(
  'recruitment.application.accepted.v1',
);
/** Lost before dispatch: opens an equal backfill (notice 2.3.2). */
export const ApplicationLost = fact<OfApplication & { readonly postId: string | null; readonly reason: LossReason }>(
  'recruitment.application.lost.v1',
);
export type LossReason = 'declined' | 'no-show' | 'no-diploma' | 'health' | 'objection' | 'withdrawn';
export const ApplicationWithdrawn = fact<OfApplication>('recruitment.application.withdrawn.v1');
/** The window of the next step closed while the application stood at `status`. */
export const ApplicationExpired = fact<OfApplication & { readonly status: string; readonly noticeNumber: string }>(
  'recruitment.application.expired.v1',
);

/**
 * Key: account. Restricted topic: the services that print a person's name or pay them keep this copy. The identity
 * number is sealed with the field key that these services share.
 */
export const PersonIdentified = fact<{
  readonly accountId: string;
  /**
   * A public number that stays with the person, for instance that of their first application: what pay lists and bank
   * files are sorted by, so that they come out alike wherever the season is run.
   */
  readonly number?: string;
  readonly name: string;
  /** GB/T 2261.1: 1 male, 2 female. */
  readonly sex: string;
  readonly birthDate: string;
  readonly identityNumberMasked: string;
  readonly identityNumberSealed: string;
  /** Code of the reference table. */
  readonly university: string;
  /** As the person wrote it. */
  readonly major: string;
  readonly firstDegreeGraduatesOn: string;
}>('recruitment.person.identified.v1');
