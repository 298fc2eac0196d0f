import type { StepView } from './steps.js';

/** Days on which somebody served and is not paid. */
export interface UnpaidDays {
  readonly accountId: string;
  readonly days: readonly string[];
  readonly reason: string;
}

export interface HoldRequest {
  readonly accountId: string;
  readonly reason: string;
}

/** 考勤确认: what a unit says of a month. Whoever is not named was there on all of their days. */
export interface ConfirmAttendanceRequest {
  readonly month: string;
  readonly unpaid?: readonly UnpaidDays[];
  /** Payments to be held back until somebody lifts the hold. */
  readonly holds?: readonly HoldRequest[];
}

/** Replaces all unpaid days of the month that the unit had marked. */
export interface CorrectAttendanceRequest {
  readonly unpaid: readonly UnpaidDays[];
  readonly reason: string;
}

export interface AttendanceView {
  readonly id: string;
  readonly month: string;
  readonly county: number;
  readonly unit: string;
  readonly people: number;
  readonly unpaid: readonly UnpaidDays[];
  readonly confirmed: StepView;
  readonly corrected: (StepView & { readonly reason: string }) | null;
  readonly version: number;
}

/** A unit with people in service in the month; without `attendanceId` it has not confirmed yet. */
export interface AttendanceRow {
  readonly id: string;
  readonly month: string;
  readonly county: number;
  readonly unit: string;
  readonly unitName: string | null;
  readonly people: number;
  readonly state: 'confirmed' | 'missing';
  readonly attendanceId: string | null;
  readonly confirmed: StepView | null;
  readonly unpaidDays: number;
}

/** Somebody in service in the month at a unit, as the unit's form shows them. */
export interface AttendancePerson {
  readonly id: string;
  readonly accountId: string;
  readonly number: string | null;
  readonly name: string | null;
  readonly county: number;
  readonly unit: string;
  readonly from: string;
  readonly to: string | null;
  readonly project: string;
  readonly paid: boolean;
  readonly unpaidDays: number;
  readonly onHold: boolean;
  readonly state: 'confirmed' | 'missing';
}

export interface HoldView {
  readonly id: string;
  readonly accountId: string;
  readonly name: string | null;
  readonly county: number;
  readonly unit: string | null;
  readonly reason: string;
  readonly placed: StepView;
  readonly lifted: StepView | null;
  readonly liftReason: string | null;
  readonly version: number;
}
