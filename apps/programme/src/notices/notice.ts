import type { LegalDate } from '@xibu/domain';
import type { Office } from '../offices/office.js';

/** 公文: issued downward with its number; each office below that it is meant for gives a receipt. */
export interface Notice {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly text: string;
  readonly officeId: string;
  readonly issuedBy: string;
  readonly issuedByName: string;
  readonly issuedAt: Date;
  readonly isPublic: boolean;
  readonly receiptDueOn: LegalDate | null;
}

/** An office that a notice goes to, with the scope that its receipt is seen in. */
export type Recipient = Pick<Office, 'id' | 'scopeDivision' | 'university' | 'faculty' | 'unit'>;

/** 回执 of one office. */
export interface Receipt {
  readonly id: string;
  readonly noticeId: string;
  readonly officeId: string;
  readonly division: number | null;
  readonly university: string | null;
  readonly faculty: string | null;
  readonly unit: string | null;
  readonly readAt: Date | null;
  readonly readBy: string | null;
  readonly feedback: string | null;
}
