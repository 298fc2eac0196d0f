import type { Special } from '../programme-terms.js';

export * from './admission-api.js';
export * from './exam-api.js';

/** 报名到录取: where an application stands. The order is the order of the year. */
export const applicationStatuses = [
  'draft',
  'submitted',
  'returned',
  'rejected',
  'faculty-passed',
  'university-passed',
  'confirmed',
  'ticketed',
  'scored',
  'qualified',
  'not-qualified',
  'preselected',
  'reserve',
  'health-passed',
  'health-failed',
  'noticed',
  'admitted',
  'lost',
  'withdrawn',
  'expired',
] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

/** 应届毕业生 or 研究生 (notice 2.2.2). */
export const applicantCategories = ['fresh-graduate', 'postgraduate'] as const;
export type ApplicantCategory = (typeof applicantCategories)[number];

/** 《报名登记表》, as the applicant fills it in. Codes are those of the reference tables. */
export interface ApplicationForm {
  readonly name: string;
  readonly identityNumber: string;
  readonly ethnicGroup: string;
  readonly politicalStatus: string;
  /** Six-digit division of origin. */
  readonly nativePlace: number;
  readonly mobile: string;
  readonly email: string;
  readonly emergencyName: string;
  readonly emergencyMobile: string;
  readonly university: string;
  readonly faculty: string;
  readonly majorCode: string;
  readonly majorName: string;
  readonly isTeacherTraining: boolean;
  readonly education: string;
  readonly degree: string;
  readonly category: ApplicantCategory;
  /** YYYY-MM-DD */
  readonly graduatesOn: string;
  readonly volunteerHours: number;
  /** Posts held in League or student bodies; empty when none. */
  readonly studentLeaderPosts: string;
  readonly skills: string;
  readonly awards: string;
  readonly hasWorkExperience: boolean;
  /** 意向服务省 */
  readonly preferredProvince: number;
  readonly specials: readonly Special[];
  readonly termYears: number;
  readonly acceptsReassignment: boolean;
}

/** What is saved while filling in: any part of the form. */
export type SaveDraftRequest = Partial<ApplicationForm>;

export interface StartApplicationRequest {
  /** `2023-2024` */
  readonly season: string;
}

export interface SubmitApplicationRequest {
  /** 承诺书: everything stated is true (S0: 保证信息真实有效). */
  readonly declared: boolean;
}

export const reviewDecisions = ['pass', 'return', 'reject'] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];

export interface ReviewApplicationRequest {
  readonly decision: ReviewDecision;
  /** Required to return or to reject; the applicant reads it. */
  readonly opinion: string;
  /** 谈话记录: the faculty has talked with the applicant (needed to pass there). */
  readonly talked?: boolean;
}

/** 在招募平台报名确认信息，并选择意向服务地 (notice 2.2.3). */
export interface ConfirmApplicationRequest {
  readonly counties: readonly number[];
  readonly specials: readonly Special[];
  readonly acceptsReassignment: boolean;
}

/** One rule that the system looked at, for applicant and reviewers. */
export interface EligibilityCheck {
  readonly rule: 'university-listed' | 'category' | 'identity-number' | 'graduation' | 'division-known' | 'no-double';
  readonly outcome: 'met' | 'not-met' | 'attention';
  readonly clause: string;
}

export interface ReviewView {
  readonly stage: 'faculty' | 'university';
  readonly decision: ReviewDecision;
  readonly opinion: string;
  readonly by: string;
  readonly at: string;
}

/** What proves a submission to anybody who holds the form. */
export interface ReceiptProof {
  /** Compact JWS (EdDSA) over number (`n`), digest of the form (`d`) and time of submission (`t`). */
  readonly signed: string;
  /** Goes into the digest beside the form. Only the person is given it. */
  readonly salt: string;
}

/** The public half of the key that signs receipts, JWK. */
export interface ReceiptKey {
  readonly algorithm: 'EdDSA';
  readonly publicKey: object;
}

/** Whether a receipt is ours and belongs to the form that somebody holds. */
export interface ReceiptCheck {
  readonly isValid: boolean;
  readonly reason: 'forged' | 'other-form' | null;
  readonly number: string | null;
  readonly submittedAt: string | null;
}

export interface ApplicationView {
  readonly id: string;
  readonly season: string;
  readonly number: string | null;
  readonly status: ApplicationStatus;
  /** The form with identity number and phones masked for everybody but the person themselves. */
  readonly form: SaveDraftRequest;
  readonly checks: readonly EligibilityCheck[];
  readonly reviews: readonly ReviewView[];
  readonly confirmation: ConfirmApplicationRequest | null;
  /** Digest of what was submitted. */
  readonly receipt: string | null;
  /** For the person themselves, from the submission on. */
  readonly proof?: ReceiptProof;
  readonly submittedAt: string | null;
  readonly updatedAt: string;
  /** For If-Match. */
  readonly version: number;
}

export interface ApplicationRow {
  readonly id: string;
  readonly number: string | null;
  readonly name: string;
  readonly status: ApplicationStatus;
  readonly university: string;
  readonly faculty: string;
  readonly majorName: string;
  readonly submittedAt: string | null;
}

export interface BulkReviewRequest extends ReviewApplicationRequest {
  readonly ids: readonly string[];
}

/** What became of one row of a bulk request. */
export interface RowResult {
  readonly id: string;
  readonly done: boolean;
  readonly status?: string;
  /** Code of the Refusal when it was not done. */
  readonly code?: string;
}
