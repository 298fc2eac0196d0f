import type { Special } from '../programme-terms.js';
import type { PreferenceCriterion, PreferenceGroups } from '../rulebook.js';
import type { NotQualifiedReason } from './events.js';

/** 考场: a room of a site; seats are numbered from 1. */
export interface ExamRoom {
  readonly name: string;
  readonly seats: number;
}

/** 考点 */
export interface ExamSite {
  readonly name: string;
  readonly address: string;
  readonly rooms: readonly ExamRoom[];
}

/** `planned` may still be changed; `open` is announced; `seated` has tickets; `closed` takes no more scores. */
export const examSessionStatuses = ['planned', 'open', 'seated', 'closed'] as const;
export type ExamSessionStatus = (typeof examSessionStatuses)[number];

export interface ChangeExamSessionRequest {
  readonly name: string;
  /** RFC 3339 */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly sites: readonly ExamSite[];
}

export interface PlanExamSessionRequest extends ChangeExamSessionRequest {
  readonly season: string;
}

export interface ExamSessionView extends PlanExamSessionRequest {
  readonly id: string;
  readonly status: ExamSessionStatus;
  /** Seats of all rooms together. */
  readonly capacity: number;
  readonly seated: number;
  readonly scored: number;
  readonly absent: number;
  /** For If-Match. */
  readonly version: number;
}

/** What everybody may know of a session that is announced. */
export interface ExamAnnouncement extends Omit<PlanExamSessionRequest, 'sites'> {
  readonly id: string;
  readonly sites: readonly Pick<ExamSite, 'name' | 'address'>[];
}

export interface SeatsAssigned {
  readonly seated: number;
  readonly left: number;
}

export interface ExamSeatRow {
  /** The application. */
  readonly id: string;
  readonly ticket: string;
  readonly name: string;
  readonly university: string;
  readonly faculty: string;
  readonly site: string;
  readonly room: string;
  readonly seat: number;
  readonly scoreHundredths: number | null;
  readonly isAbsent: boolean;
}

/** A score in hundredths, or absent: exactly one of the two. */
export interface ScoreRow {
  readonly ticket: string;
  readonly scoreHundredths?: number;
  readonly isAbsent?: boolean;
}

/** Rows, or a spreadsheet (XLSX or CSV) in base64: exactly one of the two. */
export interface ImportRequest<Row> {
  readonly rows?: readonly Row[];
  readonly file?: string;
}

/** What is wrong with one row of an import; `cell` for a spreadsheet. */
export interface ImportError {
  /** Row of the spreadsheet, or place in `rows` from 1. */
  readonly line: number;
  readonly cell: string | null;
  /** Code of the Refusal, when a rule said no. */
  readonly code: string | null;
  readonly zh: string;
  readonly en: string;
}

/** Rows that are right are taken in; rows that are not come back, named. */
export interface ImportOutcome {
  readonly total: number;
  readonly done: number;
  readonly errors: readonly ImportError[];
  /** The spreadsheet with a column of errors, in base64; null when all is well or rows came as JSON. */
  readonly file: string | null;
}

/** What a qualified list goes by. Kept with the list, so that it can be explained and made again. */
export interface RankingRule {
  readonly rulebook: string;
  readonly minimumScoreHundredths: number;
  readonly volunteeringHoursMin: number;
  readonly preferenceGroups: PreferenceGroups;
}

/** `replaced` when another was prepared before it was approved. */
export const qualifiedListStatuses = ['prepared', 'replaced', 'approved'] as const;
export type QualifiedListStatus = (typeof qualifiedListStatuses)[number];

export interface PrepareQualifiedListRequest {
  readonly season: string;
  /** 分数线; the rulebook's when it is not given. */
  readonly minimumScoreHundredths?: number;
}

export interface QualifiedListView {
  readonly id: string;
  readonly season: string;
  readonly status: QualifiedListStatus;
  readonly rule: RankingRule;
  readonly qualified: number;
  readonly notQualified: number;
  readonly preparedBy: string;
  readonly preparedAt: string;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
}

export type Classes = Readonly<Record<Special, number>>;
/** By special, the criteria that speak for the applicant. */
export type MetPreferences = Readonly<Record<Special, readonly PreferenceCriterion[]>>;

export interface QualifiedEntryRow {
  /** The application. */
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly university: string;
  readonly outcome: 'qualified' | 'not-qualified';
  readonly reasons: readonly NotQualifiedReason[];
  readonly scoreHundredths: number;
  readonly code: string;
  readonly classes: Classes;
  readonly met: MetPreferences;
}
