import type { OfficeTier } from '../programme-terms.js';

export interface IssueNoticeRequest {
  /** 文号, for instance 内团联发〔2023〕6号. */
  readonly number: string;
  readonly title: string;
  readonly text: string;
  /** Everybody of these tiers within the issuer's scope, below the issuer. */
  readonly tiers: readonly OfficeTier[];
  /** Readable by everybody, without sign-in. */
  readonly isPublic: boolean;
  /** YYYY-MM-DD, the last day for the receipt; left out when none is asked for. */
  readonly receiptDueOn?: string;
}

export interface NoticeRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  /** The office that issued it. */
  readonly officeId: string;
  readonly issuedByName: string;
  readonly issuedAt: string;
  readonly isPublic: boolean;
  readonly receiptDueOn: string | null;
  /** When one's own office read it; null for unread and for notices of one's own. */
  readonly readAt: string | null;
}

export interface NoticeView extends NoticeRow {
  readonly text: string;
}

export interface PublicNoticeRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly issuedByName: string;
  readonly issuedAt: string;
}

export interface PublicNoticeView extends PublicNoticeRow {
  readonly text: string;
}

/** 回执 */
export interface ReceiveNoticeRequest {
  readonly feedback?: string;
}

export interface ReceiptRow {
  readonly id: string;
  readonly noticeId: string;
  readonly number: string;
  readonly title: string;
  readonly officeId: string;
  readonly officeName: string;
  readonly tier: OfficeTier;
  readonly dutyPhone: string | null;
  readonly receiptDueOn: string | null;
  readonly readAt: string | null;
  readonly readBy: string | null;
  readonly feedback: string | null;
}
