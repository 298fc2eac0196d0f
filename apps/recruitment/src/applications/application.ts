import type {
  ApplicationForm,
  ApplicationStatus,
  ConfirmApplicationRequest,
  EligibilityCheck,
  ReviewView,
} from '@xibu/domain/recruitment/api';

/** The form without what is sealed: the identity number stands in a column of its own. */
export type OpenForm = Partial<Omit<ApplicationForm, 'identityNumber'>>;

/** 报名: one person's application for one season, from the first saved draft to admission or its end. */
export interface Application {
  readonly id: string;
  readonly season: string;
  readonly accountId: string;
  readonly status: ApplicationStatus;
  /** The region that recruits, as its division code: the serving side's scope. */
  readonly division: number;
  /** The recruiting side's scope; null while the draft does not name them. */
  readonly university: string | null;
  readonly faculty: string | null;
  /** 报名编号, printed on the form; given at the first submission. */
  readonly number: string | null;
  readonly form: OpenForm;
  /** AES-256-GCM; null while the draft lacks it. */
  readonly identitySealed: string | null;
  /** Keyed index of the identity number: nobody applies twice in a season. */
  readonly identityIndex: string | null;
  readonly checks: readonly EligibilityCheck[];
  readonly reviews: readonly ReviewView[];
  readonly confirmation: ConfirmApplicationRequest | null;
  /** SHA-256 of what was submitted. */
  readonly receipt: string | null;
  readonly submittedAt: Date | null;
  /** Version of the rulebook that decided the last step. */
  readonly decidedBy: string | null;
  /** 研究生支教团 comes by a list of its own; everybody else by sign-up. */
  readonly track: 'open' | 'teaching-group';
  /** Number of that list. */
  readonly listNumber: string | null;
  readonly updatedAt: Date;
  /** Counts the changes; what If-Match names. */
  readonly version: number;
}

/** May the applicant still change the form? */
export function isEditable({ status }: Pick<Application, 'status'>): boolean {
  return status === 'draft' || status === 'returned';
}

/** Holds a seat of a post: whoever ends from here on leaves a gap that is filled again (notice 2.3.2). */
export function holdsSeat({ status }: Pick<Application, 'status'>): boolean {
  return ['preselected', 'health-passed', 'noticed', 'admitted'].includes(status);
}

/** Over for good: a new application of the same person may not follow in the same season, but nothing blocks others. */
export function isEnded({ status }: Pick<Application, 'status'>): boolean {
  return ['rejected', 'not-qualified', 'health-failed', 'lost', 'withdrawn', 'expired'].includes(status);
}
