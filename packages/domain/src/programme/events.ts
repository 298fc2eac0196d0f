import { fact } from '../facts.js';
import type { Milestone, OfficeTier } from '../programme-terms.js';
import type { Role } from '../roles.js';
import type { Rulebook } from '../rulebook.js';

/** Key: office. `division` is the code that the office's scope hangs on; null on the recruiting side. */
export interface OfficeData {
  readonly officeId: string;
  readonly tier: OfficeTier;
  readonly name: string;
  readonly parentId: string | null;
  readonly division: number | null;
  readonly university: string | null;
  readonly faculty: string | null;
  readonly unit: string | null;
}
export const OfficeOpened = fact<OfficeData>('programme.office.opened.v1');
export const OfficeRenamed = fact<{ readonly officeId: string; readonly name: string }>('programme.office.renamed.v1');
export const OfficeClosed = fact<{ readonly officeId: string; readonly reason: string }>('programme.office.closed.v1');

/** Key: account. No personal data: names and addresses travel on the restricted contact topic. */
export const AccountOpened = fact<{
  readonly accountId: string;
  readonly officeId: string | null;
  readonly roles: readonly Role[];
}>('programme.account.opened.v1');
export const AccountClosed = fact<{ readonly accountId: string; readonly reason: string }>(
  'programme.account.closed.v1',
);

/** Key: account. Restricted topic: only notifications reads it. */
export const ContactChanged = fact<{
  readonly accountId: string;
  readonly officeId: string | null;
  readonly roles: readonly Role[];
  readonly name: string;
  readonly email: string | null;
  readonly mobile: string | null;
  readonly language: 'zh' | 'en';
}>('programme.contact.changed.v1');

/** Key: season. */
export const SeasonOpened = fact<{
  readonly season: string;
  readonly name: string;
  readonly region: number;
}>('programme.season.opened.v1');
/** Key: season. A later one for the same milestone replaces it; `noticeNumber` is the document that moved it. */
export const MilestoneSet = fact<{
  readonly season: string;
  readonly milestone: Milestone;
  /** RFC 3339; the first instant inside. */
  readonly opensAt: string;
  /** RFC 3339; the first instant no longer inside (24:00 of the last day). */
  readonly closesAt: string;
  readonly noticeNumber: string;
}>('programme.season.milestone-set.v1');

/** Key: season. */
export const RulebookPublished = fact<Rulebook>('programme.rulebook.published.v1');

/** Key: notice. */
export const NoticeIssued = fact<{
  readonly noticeId: string;
  readonly number: string;
  readonly title: string;
  readonly issuedBy: string;
  readonly recipients: readonly string[];
}>('programme.notice.issued.v1');
