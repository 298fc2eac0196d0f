import type { Actor } from '../access.js';
import type { Role } from '../roles.js';
import type { SeasonView } from './year-api.js';

export type Language = 'zh' | 'en';

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
