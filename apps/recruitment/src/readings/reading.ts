import type { RevealedField } from '@xibu/domain/recruitment/api';

/** 查阅记录: that somebody opened a sealed field, and why. The person concerned sees it. */
export interface Reading {
  readonly id: string;
  /** Null when the field belongs to no applicant: the contact of whoever objected. */
  readonly applicationId: string | null;
  readonly accountId: string | null;
  readonly division: number;
  readonly university: string | null;
  readonly faculty: string | null;
  readonly field: RevealedField;
  /** The record that holds the field. */
  readonly subjectId: string;
  readonly reason: string;
  readonly readBy: string;
  readonly readByName: string;
  readonly officeName: string | null;
  readonly at: Date;
}
