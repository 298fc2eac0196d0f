import type { OfficeTier } from '../programme-terms.js';

/** Which codes an office needs: `division` on the serving side; `university` and, below it, `faculty` on the other. */
export interface OpenOfficeRequest {
  readonly tier: OfficeTier;
  /** Six digits; for a unit its county. */
  readonly division?: number;
  /** The ministry's code, or the five digits. */
  readonly university?: string;
  /** Name of the faculty, as applicants write it. */
  readonly faculty?: string;
  /** Code of the unit; given by the system (`152201-001`) when it is left out. */
  readonly unit?: string;
  /** Left out: made from the tables of divisions and universities. A unit must give its name. */
  readonly name?: string;
  readonly dutyPhone?: string;
}

export interface OpenOfficesRequest {
  readonly offices: readonly OpenOfficeRequest[];
}

/** What became of one row of a bulk opening; `index` counts from 0. */
export interface OpenedRow {
  readonly index: number;
  readonly done: boolean;
  readonly id?: string;
  /** Code of the Refusal when it was not done. */
  readonly code?: string;
}

export interface OfficeView {
  readonly id: string;
  readonly tier: OfficeTier;
  readonly name: string;
  readonly parentId: string | null;
  readonly division: number | null;
  readonly university: string | null;
  readonly faculty: string | null;
  readonly unit: string | null;
  readonly dutyPhone: string | null;
  readonly status: 'open' | 'closed';
  readonly closedReason: string | null;
  readonly version: number;
}

export interface OfficeRow {
  readonly id: string;
  readonly tier: OfficeTier;
  readonly name: string;
  readonly parentId: string | null;
  readonly parentName: string | null;
  readonly division: number | null;
  readonly university: string | null;
  readonly status: 'open' | 'closed';
  /** Open accounts; 0 at a county or university is a vacancy. */
  readonly officers: number;
  readonly version: number;
}

/** What everybody may see of an office: a row of the directory and of pickers. */
export interface DirectoryRow {
  readonly id: string;
  readonly tier: OfficeTier;
  readonly name: string;
  readonly dutyPhone: string | null;
  readonly division: number | null;
  readonly university: string | null;
  readonly faculty: string | null;
  readonly unit: string | null;
  readonly parentId: string | null;
  readonly parentName: string | null;
}

export interface ReasonRequest {
  readonly reason: string;
}

export interface RenameOfficeRequest {
  readonly name: string;
}

export interface OfficeContactRequest {
  readonly dutyPhone: string;
}
