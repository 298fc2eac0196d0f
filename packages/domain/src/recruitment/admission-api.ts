import type { LossReason, NotQualifiedReason } from './events.js';
import type { Classes, ImportRequest, MetPreferences } from './exam-api.js';

export interface OpenHealthExamRequest {
  readonly season: string;
  /** The region names one, or none for everybody; a university's batch is its own. */
  readonly university?: string;
  readonly hospital: string;
  /** YYYY-MM-DD */
  readonly heldOn: string;
}

export interface HealthExamView {
  readonly id: string;
  readonly season: string;
  readonly university: string | null;
  readonly hospital: string;
  readonly heldOn: string;
  readonly status: 'open' | 'closed';
  readonly passed: number;
  readonly failed: number;
}

export interface HealthResultRow {
  /** 报名编号 */
  readonly number: string;
  readonly passed: boolean;
  /** The hospital's conclusion; needed when not passed. Stored sealed. */
  readonly conclusion?: string;
}

export interface OpenPublicNoticeRequest {
  readonly season: string;
}

/** What anybody sees of a notice. */
export interface PublicNoticeView {
  readonly id: string;
  readonly season: string;
  readonly university: string;
  readonly universityName: string;
  /** YYYY-MM-DD, both included. */
  readonly opensOn: string;
  readonly closesOn: string;
  readonly status: 'open' | 'closed';
  readonly people: number;
}

/** One masked person of a public list; `line` is what an objection names. */
export interface PublicNoticeLine {
  readonly line: number;
  readonly name: string;
  readonly faculty: string;
  readonly major: string;
  readonly county: string;
  readonly post: string;
}

export interface PublicNoticeEntryRow {
  /** The application. */
  readonly id: string;
  readonly line: number;
  readonly number: string;
  readonly name: string;
  readonly status: string;
  readonly openObjections: number;
}

export interface FileObjectionRequest {
  readonly line: number;
  /** Telephone or e-mail of whoever objects; stored sealed. */
  readonly contact: string;
  readonly reason: string;
}

export interface ObjectionRow {
  readonly id: string;
  readonly noticeId: string;
  readonly line: number;
  readonly university: string;
  readonly applicationId: string;
  readonly name: string;
  readonly status: 'open' | 'upheld' | 'dismissed';
  readonly receivedAt: string;
  readonly decidedAt: string | null;
}

export interface ObjectionView extends Omit<ObjectionRow, 'name'> {
  readonly reason: string;
  readonly decisionReason: string | null;
}

export interface DecideObjectionRequest {
  readonly reason: string;
}

export interface AdmitRequest {
  readonly ids: readonly string[];
}

export type AdmissionAnswer = 'accepted' | 'declined';

export interface AdmissionRow {
  /** The application. */
  readonly id: string;
  readonly confirmationNumber: string;
  readonly name: string;
  readonly university: string;
  readonly faculty: string;
  readonly county: number;
  readonly postId: string;
  readonly postTitle: string;
  readonly track: 'open' | 'teaching-group';
  readonly answer: AdmissionAnswer | null;
  readonly status: string;
  readonly admittedOn: string;
}

/** What a printed document says when it is checked; never more than the paper shows. */
export interface DocumentCheck {
  readonly isValid: boolean;
  /**
   * `forged` (not signed by this programme, or altered), `other-number`, `unknown`, `superseded` (the record changed since
   * it was printed), `void` (the admission ended).
   */
  readonly reason: 'forged' | 'other-number' | 'unknown' | 'superseded' | 'void' | null;
  readonly number: string;
  /** Masked. */
  readonly holder: string | null;
  readonly issuedOn: string | null;
}

export interface LossRow {
  /** The application. */
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly university: string;
  readonly reason: LossReason;
  readonly postId: string | null;
  readonly postTitle: string | null;
  readonly county: number | null;
  readonly lostAt: string;
  /** Whether a reserve has taken the seat. */
  readonly isFilled: boolean;
}

/** 等额补招: seats of a post that were lost and not taken again. */
export interface BackfillNeedRow {
  /** The post. */
  readonly id: string;
  readonly postTitle: string;
  readonly county: number;
  readonly lost: number;
  readonly filled: number;
  readonly needed: number;
}

/** 研究生支教团: one member of a list that was recruited by its own way. */
export interface TeachingGroupRow {
  readonly accountId: string;
  readonly name: string;
  readonly identityNumber: string;
  readonly mobile: string;
  readonly university: string;
  readonly faculty: string;
  readonly majorCode: string;
  readonly majorName: string;
  /** YYYY-MM-DD */
  readonly graduatesOn: string;
  readonly postId: string;
}

export interface ImportTeachingGroupRequest extends ImportRequest<TeachingGroupRow> {
  readonly season: string;
  /** 名单文号: the document by which the group was recruited. */
  readonly listNumber: string;
}

export interface TeachingGroupListRow {
  /** The list number. */
  readonly id: string;
  readonly season: string;
  readonly people: number;
  readonly lost: number;
  readonly importedAt: string;
}

export const revealedFields = ['identityNumber', 'healthConclusion', 'objectionContact'] as const;
export type RevealedField = (typeof revealedFields)[number];

export interface RevealRequest {
  readonly reason: string;
  readonly field?: 'identityNumber' | 'healthConclusion';
}

export interface Revealed {
  readonly field: RevealedField;
  readonly value: string;
}

/** Who looked at what of a person, and why. */
export interface ReadingView {
  readonly at: string;
  readonly field: RevealedField;
  readonly by: string;
  readonly office: string | null;
  readonly reason: string;
}

/** Where an application stands after the form, each step with its dates and reasons; null while it is ahead. */
export interface ApplicationProgress {
  readonly exam: {
    readonly session: string;
    readonly startsAt: string;
    readonly ticket: string;
    readonly site: string;
    readonly address: string;
    readonly room: string;
    readonly seat: number;
    readonly scoreHundredths: number | null;
    readonly isAbsent: boolean;
  } | null;
  readonly ranking: {
    readonly outcome: 'qualified' | 'not-qualified';
    readonly reasons: readonly NotQualifiedReason[];
    readonly scoreHundredths: number;
    readonly minimumScoreHundredths: number;
    /** The anonymous code of the published round; only for the person. */
    readonly code: string | null;
    readonly classes: Classes;
    readonly met: MetPreferences;
    readonly decidedAt: string;
  } | null;
  readonly placement: {
    readonly roundId: string;
    readonly outcome: 'placed' | 'unplaced';
    readonly postId: string | null;
    readonly postTitle: string | null;
    readonly county: number | null;
    readonly decidedAt: string;
  } | null;
  readonly health: { readonly hospital: string; readonly passed: boolean; readonly decidedAt: string } | null;
  readonly notice: {
    readonly noticeId: string;
    readonly line: number;
    readonly opensOn: string;
    readonly closesOn: string;
    readonly status: 'open' | 'closed';
  } | null;
  readonly admission: {
    readonly confirmationNumber: string;
    readonly admittedAt: string;
    readonly answer: AdmissionAnswer | null;
    readonly answeredAt: string | null;
  } | null;
  readonly loss: { readonly reason: LossReason; readonly lostAt: string } | null;
}

export const countedBy = ['university', 'faculty', 'status'] as const;
export type CountedBy = (typeof countedBy)[number];

/** Applications by where they stand; each number is a link to the list with the same filters. */
export interface ApplicationCounts {
  readonly by: CountedBy;
  readonly total: number;
  readonly rows: readonly {
    readonly key: string;
    readonly name: string;
    /** Set for faculties. */
    readonly university: string | null;
    readonly total: number;
    readonly byStatus: Readonly<Record<string, number>>;
  }[];
}

/** A row of a table of codes, for pickers. */
export interface ReferenceRow {
  readonly code: string;
  readonly name: string;
  /** What tells rows of one name apart: province and city, the division above, the class of a major. */
  readonly around: string | null;
}
