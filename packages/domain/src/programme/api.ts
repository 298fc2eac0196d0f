import type { Actor } from '../access.js';
import type { Milestone, OfficeTier } from '../programme-terms.js';
import type { Role } from '../roles.js';
import type { Rulebook, RulebookValues } from '../rulebook.js';

export type Language = 'zh' | 'en';

// ---- offices (项目办)

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

// ---- accounts

/** Somebody opens an account for themselves. */
export interface RegisterAccountRequest {
  readonly name: string;
  readonly loginName: string;
  readonly email: string;
  readonly mobile: string;
  readonly password: string;
  readonly language?: Language;
  /** Listed on the sign-in page of a demonstration, with the demonstration's password. */
  readonly isDemo?: boolean;
}

/** An office opens an account for somebody who works there. */
export interface OpenAccountRequest {
  readonly officeId: string;
  readonly name: string;
  readonly loginName: string;
  readonly roles: readonly Role[];
  readonly email?: string;
  readonly mobile?: string;
  /** Used once; then the person chooses their own. */
  readonly password: string;
  /** False only where time is simulated: there nobody is at hand to choose another. */
  readonly isTemporary?: boolean;
  readonly isDemo?: boolean;
}

export interface OpenAccountsRequest {
  /** At most 500. */
  readonly accounts: readonly OpenAccountRequest[];
}

export interface OpenedAccount {
  readonly id: string;
}

/** An account as its own person sees it. */
export interface OwnAccountView {
  readonly id: string;
  readonly name: string;
  readonly loginName: string;
  readonly email: string | null;
  readonly mobile: string | null;
  readonly roles: readonly Role[];
  readonly officeName: string | null;
  readonly language: Language;
  readonly hasSecondFactor: boolean;
}

/** An account as offices see it: addresses masked. */
export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly loginName: string;
  readonly officeId: string | null;
  readonly officeName: string | null;
  readonly roles: readonly Role[];
  readonly email: string | null;
  readonly mobile: string | null;
  readonly status: 'open' | 'closed';
  readonly openedAt: string;
}

export interface ContactRequest {
  readonly email: string;
  readonly mobile: string;
}

export interface LanguageRequest {
  readonly language: Language;
}

export interface ChangePasswordRequest {
  readonly password: string;
  readonly newPassword: string;
}

export interface ResetPasswordRequest {
  /** Temporary: the person chooses their own when they sign in. */
  readonly password: string;
  readonly reason: string;
}

export interface CloseOwnAccountRequest {
  readonly password: string;
}

/** What an authenticator needs; shown once. */
export interface SecondFactorSecret {
  readonly secret: string;
  /** `otpauth://…`, for a QR code. */
  readonly uri: string;
}

// ---- sign-in and sessions

export interface SignInRequest {
  /** Login name or e-mail address. */
  readonly name: string;
  readonly password: string;
  /** Six digits, where a second factor is in use. */
  readonly code?: string;
  /** The password to replace a temporary one with. */
  readonly newPassword?: string;
}

/** `session` is a secret that only the gateway and machines see; pages get a cookie instead. */
export interface SignInAnswer {
  readonly session: string;
  /** RFC 3339, in real time. */
  readonly expiresAt: string;
  readonly actor: Actor;
}

/** Between gateway and programme only. */
export interface ExchangeRequest {
  readonly session: string;
}

export interface ExchangeAnswer {
  readonly token: string;
  /** RFC 3339, in real time. */
  readonly expiresAt: string;
  readonly sessionId: string;
  readonly actor: Actor;
}

export interface SessionRow {
  readonly id: string;
  readonly startedAt: string;
  readonly lastUsedAt: string;
  readonly expiresAt: string;
  readonly address: string | null;
  readonly device: string | null;
  readonly isCurrent: boolean;
}

export interface DemoAccount {
  readonly name: string;
  readonly password: string;
  readonly role: Role;
  readonly officeName: string | null;
}

/** What the first page needs before anybody has signed in. */
export interface WelcomeView {
  readonly season: SeasonView | null;
  /** Legal time, which a simulated year moves. */
  readonly now: string;
  readonly demo: boolean;
  /** Only in a demonstration. */
  readonly demoAccounts?: readonly DemoAccount[];
}

export interface SessionView extends WelcomeView {
  readonly actor: Actor;
  readonly language: Language;
}

// ---- seasons and milestones

export interface OpenSeasonRequest {
  /** `2023-2024` */
  readonly season: string;
  readonly name?: string;
  /** Division of the region, for instance 150000. */
  readonly region: number;
}

/** RFC 3339; `closesAt` is the first instant no longer inside (24:00 of the last day). */
export interface MilestoneWindow {
  readonly milestone: Milestone;
  readonly opensAt: string;
  readonly closesAt: string;
}

export interface MilestoneView extends MilestoneWindow {
  readonly noticeNumber: string;
}

export interface SeasonView {
  readonly season: string;
  readonly name: string;
  readonly region: number;
  readonly regionName: string;
  readonly milestones: readonly MilestoneView[];
  /** The published rules in force today. */
  readonly values?: RulebookValues;
}

/** One notice sets or moves one or several windows. */
export interface ProposeMilestonesRequest {
  readonly noticeNumber: string;
  readonly windows: readonly MilestoneWindow[];
  readonly reason?: string;
}

export const changeStatuses = ['proposed', 'set', 'rejected'] as const;
export type ChangeStatus = (typeof changeStatuses)[number];

export interface MilestoneChangeView {
  readonly id: string;
  readonly season: string;
  readonly noticeNumber: string;
  readonly windows: readonly MilestoneWindow[];
  readonly reason: string | null;
  readonly status: ChangeStatus;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly decisionReason: string | null;
}

// ---- rulebooks

export interface PrepareRulebookRequest {
  readonly season: string;
  /** YYYY-MM-DD */
  readonly validFrom: string;
  readonly values: RulebookValues;
  readonly clauses: Rulebook['clauses'];
}

export type SaveRulebookRequest = Omit<PrepareRulebookRequest, 'season'>;

export interface FirstRulebookRequest {
  readonly season: string;
}

export const rulebookStatuses = ['draft', 'published', 'discarded'] as const;
export type RulebookStatus = (typeof rulebookStatuses)[number];

export interface RulebookRow {
  readonly id: string;
  readonly season: string;
  readonly bookVersion: string;
  readonly status: RulebookStatus;
  readonly validFrom: string;
  readonly preparedBy: string;
  readonly publishedBy: string | null;
  readonly publishedAt: string | null;
  /** For If-Match. */
  readonly version: number;
}

export interface RulebookView extends RulebookRow {
  readonly values: RulebookValues;
  readonly clauses: Rulebook['clauses'];
}

// ---- notices (公文)

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

// ---- first start

/** One account of those that the system begins with. */
export interface FoundingAccount {
  readonly name: string;
  readonly loginName: string;
  readonly password: string;
  readonly email?: string;
  readonly mobile?: string;
  readonly isTemporary?: boolean;
  readonly isDemo?: boolean;
}

export const foundingPosts = [
  'nationalOfficer',
  'nationalApprover',
  'regionOfficer',
  'regionApprover',
  'operator',
  'auditor',
] as const;
export type FoundingPost = (typeof foundingPosts)[number];

export interface FoundationRequest extends Readonly<Record<FoundingPost, FoundingAccount>> {
  readonly key: string;
  /** Division of the region that begins, for instance 150000. */
  readonly region: number;
}

export interface FoundationAnswer {
  readonly nationalOfficeId: string;
  readonly regionOfficeId: string;
  /** Account ids by the name of the account in the request. */
  readonly accounts: Readonly<Record<FoundingPost, string>>;
}
