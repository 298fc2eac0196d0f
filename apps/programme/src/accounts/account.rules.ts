import { type Fact, type OfficeTier, Refusal, type Role } from '@xibu/domain';
import type { Language } from '@xibu/domain/programme/api';
import { AccountClosed, AccountOpened, ContactChanged } from '@xibu/domain/programme/events';
import { isBelow, type Office } from '../offices/office.js';
import { requireReason } from '../offices/office.rules.js';
import { type Account, isPerson } from './account.js';
import type { PersonDetails } from './person-details.rules.js';

/** Which duties an office of a tier has. */
export const rolesOfTier: Readonly<Record<OfficeTier, readonly Role[]>> = {
  national: ['national.officer', 'national.approver', 'auditor', 'operator'],
  region: ['region.officer', 'region.approver', 'region.finance-officer', 'auditor'],
  'league-city': ['league-city.officer', 'league-city.approver'],
  county: ['county.officer', 'county.approver', 'county.finance-officer', 'county.finance-approver'],
  unit: ['unit.officer'],
  university: ['university.officer', 'university.approver'],
  faculty: ['faculty.officer'],
};

/** What is stored of a person’s details: sealed, with the indexes that keep them unique. */
export type SealedDetails = Pick<Account, 'loginSealed' | 'loginIndex' | 'emailSealed' | 'emailIndex' | 'mobileSealed'>;

export interface Making {
  readonly id: string;
  readonly now: Date;
  readonly language: Language;
  readonly isDemo: boolean;
  /** True only where nobody real signs in. */
  readonly demoIsOn: boolean;
}

/** Somebody opens an account for themselves. */
export function register(details: PersonDetails, sealed: SealedDetails, making: Making): [Account, ...Fact[]] {
  const nowhere = { division: null, university: null, faculty: null, unit: null };
  return opened({ ...details, ...sealed, ...nowhere, officeId: null, roles: ['person'] }, making);
}

/** An office opens an account for itself or for an office below (domain: 2.3, the named officer). */
export function openForOffice(
  details: PersonDetails & { readonly roles: readonly Role[] },
  sealed: SealedDetails,
  office: Office,
  by: { readonly office: Office; readonly roles: readonly Role[] },
  making: Making,
): [Account, ...Fact[]] {
  requireMayAppoint(office, details.roles, by);
  const { scopeDivision: division, university, faculty, unit } = office;
  return opened({ ...details, ...sealed, division, university, faculty, unit, officeId: office.id }, making);
}

/** Duties that fit the tier, never both hands of the same decision, and an approver only from above or by an approver. */
export function requireMayAppoint(
  office: Office,
  roles: readonly Role[],
  by: { readonly office: Office; readonly roles: readonly Role[] },
): void {
  requireAbove(office, by.office);
  if (office.status === 'closed') throw new Refusal('office.closed');
  const foreign = roles.find((role) => !rolesOfTier[office.tier].includes(role));
  if (foreign) throw new Refusal('account.role-of-other-tier', { pointer: '/roles', role: foreign });
  if (roles.some((role) => roles.some((other) => other !== role && other === counterpart(role)))) {
    throw new Refusal('account.roles-conflict', { pointer: '/roles' });
  }
  const decides = roles.some((role) => role.endsWith('approver') || role === 'auditor' || role === 'operator');
  if (decides && office.id === by.office.id && !by.roles.some((role) => role.endsWith('.approver'))) {
    throw new Refusal('account.approver-needed', { pointer: '/roles' });
  }
}

/** An account of an office is closed by that office or one above; with a reason, and never one’s own. */
export function closeByOffice(account: Account, office: Office, by: Office, reason: string, asker: string) {
  if (account.id === asker) throw new Refusal('account.own-not-here');
  requireAbove(office, by);
  return closed(account, requireReason(reason));
}

/** A person may give up their own account; an office’s account is the office’s to close. */
export function closeOwn(account: Account): [Account, Fact] {
  if (!isPerson(account)) throw new Refusal('account.own-not-here');
  return closed(account, '本人注销');
}

/** What must be true before an office sets another password for somebody. */
export function requireMayHelp(account: Account, office: Office, by: Office, reason: string, asker: string): void {
  if (account.id === asker) throw new Refusal('account.own-not-here');
  requireAbove(office, by);
  requireOpen(account);
  requireReason(reason);
}

export function changeContact(account: Account, details: PersonDetails, sealed: SealedDetails): [Account, Fact] {
  requireOpen(account);
  const { emailSealed, emailIndex, mobileSealed } = sealed;
  const changed = { ...account, emailSealed, emailIndex, mobileSealed, version: account.version + 1 };
  return [changed, contact(changed, details)];
}

export function setLanguage(account: Account, language: Language, details: PersonDetails): [Account, Fact] {
  requireOpen(account);
  const changed = { ...account, language, version: account.version + 1 };
  return [changed, contact(changed, details)];
}

/** Addresses go with the account: nobody writes to it any more. */
export function closed(account: Account, reason: string): [Account, Fact] {
  requireOpen(account);
  const without = { emailSealed: null, emailIndex: null, mobileSealed: null };
  return [
    { ...account, ...without, status: 'closed', closedReason: reason, version: account.version + 1 },
    AccountClosed(account.id, { accountId: account.id, reason }),
  ];
}

function opened(
  given: PersonDetails &
    SealedDetails &
    Pick<Account, 'officeId' | 'roles' | 'division' | 'university' | 'faculty' | 'unit'>,
  { id, now, language, isDemo, demoIsOn }: Making,
): [Account, ...Fact[]] {
  if (isDemo && !demoIsOn) throw new Refusal('account.demo-off', { pointer: '/isDemo' });
  const { loginName: _, email, mobile, ...stored } = given;
  const account: Account = {
    ...stored,
    ...{ id, language, isDemo, status: 'open', closedReason: null, openedAt: now, version: 1 },
  };
  const { officeId, roles } = account;
  const details = { name: given.name, loginName: given.loginName, email, mobile };
  return [account, AccountOpened(id, { accountId: id, officeId, roles }), contact(account, details)];
}

function contact(account: Account, { name, email, mobile }: PersonDetails): Fact {
  const { id: accountId, officeId, roles, language } = account;
  return ContactChanged(accountId, { accountId, officeId, roles, name, email, mobile, language });
}

function requireAbove(office: Office, by: Office): void {
  if (office.id !== by.id && !isBelow(office, by)) throw new Refusal('office.not-above');
}

function requireOpen(account: Account): void {
  if (account.status === 'closed') throw new Refusal('account.closed');
}

/** The other hand of the same decision: whoever prepares it may not hold both. */
function counterpart(role: Role): string {
  return role.endsWith('officer') ? role.replace(/officer$/, 'approver') : '';
}
