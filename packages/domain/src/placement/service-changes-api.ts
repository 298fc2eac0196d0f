import type { LeaveKind } from '../programme-terms.js';
import type { DecideRequest, LeavingKind } from './volunteers-api.js';

export const leaveStatuses = [
  'requested',
  'unit-agreed',
  'county-agreed',
  'approved',
  'refused',
  'cancelled',
  'returned',
  'overdue',
] as const;
export type LeaveStatus = (typeof leaveStatuses)[number];
export interface AskLeaveRequest {
  readonly kind: LeaveKind;
  /** YYYY-MM-DD, both included. */
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly destination: string;
  /** Number or name of the hospital's note; required for sick leave, stored sealed. */
  readonly hospitalNote?: string;
}
export interface LeaveRow {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly county: number;
  readonly unit: string;
  readonly kind: LeaveKind;
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly status: LeaveStatus;
  /** Who has to act on it now; null when nobody has. */
  readonly waitsFor: 'unit' | 'county' | 'region' | null;
  readonly overdueDays: number;
  readonly returnedOn: string | null;
}
export interface LeaveView extends LeaveRow {
  readonly volunteerId: string;
  readonly reason: string;
  readonly destination: string;
  readonly hasHospitalNote: boolean;
  readonly opinions: readonly {
    readonly tier: string;
    readonly approved: boolean;
    readonly reason: string;
    readonly by: string;
    readonly at: string;
  }[];
}
export interface ReturnRequest {
  /** YYYY-MM-DD: the first day back on post. */
  readonly on: string;
}

export interface AskPostChangeRequest {
  /** Named by a unit; a volunteer asks for themselves. */
  readonly number?: string;
  readonly toPostId: string;
  readonly reason: string;
}
export interface DecidePostChangeRequest extends DecideRequest {
  /** YYYY-MM-DD: first day on the new post; today when left out. */
  readonly on?: string;
  /** Why an exception is made across league-cities. */
  readonly exceptionReason?: string;
}
export type DecidingTier = 'county' | 'league-city' | 'region';
export interface PostChangeView {
  readonly id: string;
  readonly number: string;
  readonly volunteerId: string;
  readonly fromPostId: string;
  readonly toPostId: string;
  readonly fromCounty: number;
  readonly toCounty: number;
  readonly tier: DecidingTier;
  readonly askedBy: 'volunteer' | 'unit';
  readonly reason: string;
  readonly status: 'requested' | 'approved' | 'refused';
  readonly on: string | null;
  readonly decisionReason: string | null;
  readonly exceptionReason: string | null;
}

export const terminationGrounds = ['breach', 'overdue', 'discipline', 'health', 'unit-fault'] as const;
export type TerminationGround = (typeof terminationGrounds)[number];
export interface AskDepartureRequest {
  /** YYYY-MM-DD */
  readonly lastDay: string;
  readonly reason: string;
}
export interface ProposeTerminationRequest extends AskDepartureRequest {
  readonly number: string;
  readonly ground: TerminationGround;
  /** What the volunteer said in their own defence, and when they were heard. */
  readonly hearingNote: string;
}
export interface RecordDeathRequest {
  readonly number: string;
  /** YYYY-MM-DD */
  readonly on: string;
  readonly reason: string;
}
export type DepartureStatus = 'requested' | 'county-agreed' | 'proposed' | 'approved' | 'refused' | 'done';
export interface DepartureView {
  readonly id: string;
  readonly number: string;
  readonly volunteerId: string;
  readonly county: number;
  readonly kind: Exclude<LeavingKind, 'completed'>;
  readonly ground: TerminationGround | null;
  readonly lastDay: string;
  readonly reason: string;
  readonly hearingNote: string | null;
  readonly status: DepartureStatus;
  readonly decisionReason: string | null;
}

export type ExtensionStatus = 'requested' | 'county-agreed' | 'approved' | 'refused';
export interface AskExtensionRequest {
  readonly reason: string;
}
export interface ExtensionView {
  readonly id: string;
  readonly number: string;
  readonly volunteerId: string;
  readonly county: number;
  /** The season into which the service goes on. */
  readonly season: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly status: ExtensionStatus;
  readonly decisionReason: string | null;
}
