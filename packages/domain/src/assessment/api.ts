import type { Grade } from '../programme-terms.js';

export const reportStatuses = ['due', 'submitted', 'league-checked', 'region-checked'] as const;
export type ReportStatus = (typeof reportStatuses)[number];

/** 在岗情况和安全事故月报: numbers of one county for one month; a zero report is a report (notice part four §4). */
export interface ReportContent {
  readonly onPost: number;
  readonly onLeave: number;
  readonly absent: number;
  readonly left: number;
  readonly ill: number;
  readonly accidents: number;
  readonly dormitoriesChecked: boolean;
  readonly problems: string;
  /** Needed when `onPost` differs from what the system counts. */
  readonly explanation: string;
}

export interface ReportRow {
  readonly id: string;
  readonly county: number;
  readonly month: string;
  readonly status: ReportStatus;
  readonly dueOn: string;
  readonly submittedAt: string | null;
  readonly late: boolean;
  readonly expectedOnPost: number;
  readonly content: ReportContent | null;
}

export const incidentKinds = [
  'traffic',
  'drowning',
  'gas',
  'fire',
  'natural-disaster',
  'illness',
  'crime',
  'mental-health',
  'other',
] as const;
export type IncidentKind = (typeof incidentKinds)[number];
/** Levels are configuration: the sources name none. */
export const incidentLevels = ['general', 'serious', 'grave'] as const;
export type IncidentLevel = (typeof incidentLevels)[number];
export const incidentStatuses = ['reported', 'responding', 'closed', 'concluded'] as const;
export type IncidentStatus = (typeof incidentStatuses)[number];

export interface ReportIncidentRequest {
  readonly unit: string;
  readonly kind: IncidentKind;
  readonly level: IncidentLevel;
  /** RFC 3339. */
  readonly happenedAt: string;
  readonly place: string;
  readonly people: number;
  readonly account: string;
}
export interface ConcludeIncidentRequest {
  readonly managementFault: boolean;
  readonly finding: string;
}

export const ticketStatuses = ['open', 'transferring', 'answered', 'closed'] as const;
export type TicketStatus = (typeof ticketStatuses)[number];
export const ticketTopics = ['pay', 'work', 'life', 'policy', 'safety', 'harassment', 'other'] as const;
export type TicketTopic = (typeof ticketTopics)[number];

export const assessmentStatuses = ['open', 'summarised', 'unit-opined', 'graded', 'final'] as const;
export type AssessmentStatus = (typeof assessmentStatuses)[number];

export interface AssessmentRow {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly season: string;
  readonly county: number;
  readonly unit: string;
  readonly status: AssessmentStatus;
  readonly unitScore: number | null;
  readonly grade: Grade | null;
}
export interface GradeRow {
  readonly id: string;
  readonly grade: Grade;
  readonly opinion: string;
}
/** The pool of 优秀 of a region: who may still be excellent (notice 3.3). */
export interface ExcellentPool {
  readonly season: string;
  readonly onPost: number;
  readonly max: number;
  readonly excellent: number;
  readonly clause: string;
}

export const officeRatings = ['excellent', 'pass', 'fail'] as const;
export type OfficeRatingGrade = (typeof officeRatings)[number];

export interface CertificateView {
  readonly number: string;
  readonly holder: string;
  readonly serviceFrom: string;
  readonly serviceTo: string;
  readonly serviceDays: number;
  readonly startOfWork: string;
  readonly grade: Grade;
  readonly issuedOn: string;
  readonly revoked: boolean;
  readonly revokedReason: string | null;
}
