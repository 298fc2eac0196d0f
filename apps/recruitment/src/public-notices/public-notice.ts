import type { PublicNoticeLine } from '@xibu/domain/recruitment/api';

/** 公示: the list of those whom a university means to send, open to everybody for a few days. */
export interface PublicNotice {
  readonly id: string;
  readonly season: string;
  readonly division: number;
  readonly university: string;
  readonly universityName: string;
  /** YYYY-MM-DD, both included. */
  readonly opensOn: string;
  readonly closesOn: string;
  readonly status: 'open' | 'closed';
  readonly people: number;
  readonly openedBy: string;
}

/** Which applicant stands behind a line of a notice; nobody outside sees it. */
export interface NoticeEntry {
  readonly applicationId: string;
  readonly noticeId: string;
  readonly line: number;
  readonly accountId: string;
  readonly division: number;
  readonly university: string | null;
  readonly faculty: string | null;
}

/** What everybody sees of that line. */
export type MaskedLine = PublicNoticeLine;
