import type { LegalDate, Month } from '@xibu/domain';
import type { Signature } from '../offices/signature.js';

/** 考勤确认: a unit's word on a month. */
export interface Attendance {
  readonly id: string;
  readonly month: Month;
  readonly division: number;
  readonly unit: string;
  /** How many people had a day of service there. */
  readonly people: number;
  readonly confirmed: Signature;
  readonly corrected: (Signature & { readonly reason: string }) | null;
  readonly version: number;
}

/** A day on which somebody served and is not paid. */
export interface UnpaidDay {
  readonly accountId: string;
  readonly day: LegalDate;
  readonly reason: string;
}

/** A stretch of service at the unit. */
export interface Stay {
  readonly accountId: string;
  readonly division: number;
  readonly from: LegalDate;
  readonly to: LegalDate | null;
}
