import type { LeaveKind, LegalDate } from '@xibu/domain';
import type { LeaveStatus, LeaveView } from '@xibu/domain/placement/api';

export type LeaveTier = 'unit' | 'county' | 'region';

/** 请假 of a volunteer; both days included. */
export interface Leave {
  readonly id: string;
  readonly volunteerId: string;
  readonly number: string;
  readonly accountId: string;
  readonly county: number;
  readonly unit: string;
  readonly kind: LeaveKind;
  readonly from: LegalDate;
  readonly to: LegalDate;
  readonly days: number;
  readonly reason: string;
  readonly destination: string;
  /** The hospital's note, sealed: it says something of a person's health. */
  readonly hospitalNoteSealed: string | null;
  readonly status: LeaveStatus;
  readonly waitsFor: LeaveTier | null;
  readonly opinions: LeaveView['opinions'];
  readonly overdueDays: number;
  /** First day back on post. */
  readonly returnedOn: LegalDate | null;
  /** Version of the rulebook by whose tiers and caps it goes. */
  readonly decidedBy: string;
  readonly updatedAt: Date;
  readonly version: number;
}

/** Counts against the caps and may not be overlapped. */
export function counts({ status }: Pick<Leave, 'status'>): boolean {
  return status !== 'refused' && status !== 'cancelled';
}
