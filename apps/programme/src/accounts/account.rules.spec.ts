import { describe, expect, test } from '@jest/globals';
import { type OfficeTier, officeTiers, type Role, roles } from '@xibu/domain';
import { AccountClosed, AccountOpened, ContactChanged } from '@xibu/domain/programme/events';
import { refusalOf } from '@xibu/platform/testing-refusals';
import { expectShape, sampleOf } from '@xibu/platform/testing-samples';
import type { Office } from '../offices/office.js';
import { type Account, actorOf } from './account.js';
import {
  changeContact,
  closeByOffice,
  closeOwn,
  openForOffice,
  register,
  requireMayHelp,
  rolesOfTier,
  setLanguage,
} from './account.rules.js';
import { readDetails } from './person-details.rules.js';

const now = new Date('2023-04-01T09:00:00+08:00');
const details = { name: '那仁图雅', loginName: 'narentuya', email: 'n@example.org', mobile: '13900000002' };
const sealed = {
  ...{ loginSealed: 'l', loginIndex: 'li', emailSealed: 'e', emailIndex: 'ei', mobileSealed: 'm' },
};
const making = { id: 'account-1', now, language: 'zh' as const, isDemo: false, demoIsOn: false };

function office(tier: OfficeTier, place: Partial<Office> = {}): Office {
  return {
    ...{ id: `id-${tier}`, tier, name: tier, parentId: 'above', division: null, university: null, faculty: null },
    ...{ unit: null, scopeDivision: place.division ?? 150000, dutyPhone: null, status: 'open', closedReason: null },
    ...{ openedAt: now, version: 1, ...place },
  };
}
const offices: Record<OfficeTier, Office> = {
  national: office('national', { division: 0, scopeDivision: 0 }),
  region: office('region', { division: 150000 }),
  'league-city': office('league-city', { division: 152200 }),
  county: office('county', { division: 152202 }),
  unit: office('unit', { division: 152202, unit: '152202-001' }),
  university: office('university', { university: 'u1' }),
  faculty: office('faculty', { university: 'u1', faculty: 'f1' }),
};
const nation = { office: offices.national, roles: ['national.approver' as Role] };

const appoint = (tier: OfficeTier, given: readonly Role[], by = nation) =>
  openForOffice({ ...details, roles: given }, sealed, offices[tier], by, making);

describe.each(officeTiers)('an office of tier %s', (tier) => {
  test.each(roles.filter((role) => rolesOfTier[tier].includes(role)))('has %s', (role) => {
    expect(refusalOf(() => appoint(tier, [role]))).toBe('no refusal');
  });
  test.each(roles.filter((role) => !rolesOfTier[tier].includes(role)))('does not have %s', (role) => {
    expect(refusalOf(() => appoint(tier, [role]))).toBe('account.role-of-other-tier');
  });
});

test.each<[Role, Role, string]>([
  ['county.officer', 'county.approver', 'account.roles-conflict'],
  ['county.finance-approver', 'county.finance-officer', 'account.roles-conflict'],
  ['county.officer', 'county.finance-officer', 'no refusal'],
])('%s and %s in one account: %s', (left, right, answer) => {
  expect(refusalOf(() => appoint('county', [left, right]))).toBe(answer);
});

test('an office appoints for itself and below, never above or beside', () => {
  const by = (tier: OfficeTier, role: Role) => ({ office: offices[tier], roles: [role] });
  expect(refusalOf(() => appoint('county', ['county.officer'], by('county', 'county.officer')))).toBe('no refusal');
  expect(refusalOf(() => appoint('unit', ['unit.officer'], by('county', 'county.officer')))).toBe('no refusal');
  const league = ['league-city.officer'] as const;
  expect(refusalOf(() => appoint('league-city', league, by('county', 'county.approver')))).toBe('office.not-above');
  expect(refusalOf(() => appoint('university', ['university.officer'], by('county', 'county.officer')))).toBe(
    'office.not-above',
  );
});

test('an approver is appointed from above or by an approver, never by the officer whose work they approve', () => {
  const own = (role: Role) => ({ office: offices.county, roles: [role] });
  expect(refusalOf(() => appoint('county', ['county.approver'], own('county.officer')))).toBe(
    'account.approver-needed',
  );
  expect(refusalOf(() => appoint('county', ['county.finance-approver'], own('county.officer')))).toBe(
    'account.approver-needed',
  );
  expect(refusalOf(() => appoint('county', ['county.approver'], own('county.approver')))).toBe('no refusal');
  const above = { office: offices['league-city'], roles: ['league-city.officer' as Role] };
  expect(refusalOf(() => appoint('county', ['county.approver'], above))).toBe('no refusal');
  const officer = { office: offices.national, roles: ['national.officer' as Role] };
  expect(refusalOf(() => appoint('national', ['operator'], officer))).toBe('account.approver-needed');
});

test('nobody is appointed to a closed office', () => {
  const closed = { ...offices.county, status: 'closed' as const };
  expect(
    refusalOf(() => openForOffice({ ...details, roles: ['county.officer'] }, sealed, closed, nation, making)),
  ).toBe('office.closed');
});

test('a new account carries the scope of its office, and tells it without a name', () => {
  const [account, opened, contact] = appoint('county', ['county.officer']);
  expect(account).toMatchObject({ officeId: 'id-county', division: 152202, status: 'open', loginSealed: 'l' });
  expect(JSON.stringify(account)).not.toContain('narentuya');
  expectShape(sampleOf(AccountOpened), opened?.data);
  expect(JSON.stringify(opened)).not.toContain('那仁');
  expectShape(sampleOf(ContactChanged), contact?.data);
});

test('a demonstration account is opened in a demonstration only', () => {
  const demo = { ...making, isDemo: true };
  expect(refusalOf(() => register(details, sealed, demo))).toBe('account.demo-off');
  expect(register(details, sealed, { ...demo, demoIsOn: true })[0]).toMatchObject({ isDemo: true, roles: ['person'] });
});

const [person] = register(details, sealed, making);
const [officer] = appoint('county', ['county.officer']);
const closed: Account = { ...officer, status: 'closed', closedReason: 'x' };
const closing = (account: Account, reason = '调离', asker = 'other', by = offices.region) =>
  closeByOffice(account, offices.county, by, reason, asker);

test('a closed account keeps no address', () => {
  const [after, fact] = closing(officer);
  expect(after).toMatchObject({ status: 'closed', closedReason: '调离', emailSealed: null, mobileSealed: null });
  expectShape(sampleOf(AccountClosed), fact.data);
  expect(closeOwn(person)[0]).toMatchObject({ status: 'closed', emailIndex: null });
});

test.each<[string, () => unknown, string]>([
  ['closing one’s own account as an office', () => closing(officer, 'x', officer.id), 'account.own-not-here'],
  ['closing without a reason', () => closing(officer, ' '), 'reason.missing'],
  ['closing twice', () => closing(closed), 'account.closed'],
  ['closing from the side', () => closing(officer, 'x', 'other', offices.university), 'office.not-above'],
  ['an officer leaving by themselves', () => closeOwn(officer), 'account.own-not-here'],
  ['a person leaving twice', () => closeOwn({ ...person, status: 'closed' }), 'account.closed'],
  ['another address of a closed account', () => changeContact(closed, details, sealed), 'account.closed'],
  ['another language of a closed account', () => setLanguage(closed, 'en', details), 'account.closed'],
  [
    'helping oneself',
    () => requireMayHelp(officer, offices.county, offices.county, 'x', officer.id),
    'account.own-not-here',
  ],
  [
    'helping from below',
    () => requireMayHelp(officer, offices['league-city'], offices.county, 'x', 'o'),
    'office.not-above',
  ],
  [
    'helping without a reason',
    () => requireMayHelp(officer, offices.county, offices.region, '', 'o'),
    'reason.missing',
  ],
  [
    'helping a closed account',
    () => requireMayHelp(closed, offices.county, offices.region, 'x', 'o'),
    'account.closed',
  ],
])('%s is refused', (_, work, code) => {
  expect(refusalOf(work)).toBe(code);
});

test('another language is told to whoever writes to people', () => {
  const [changed, fact] = setLanguage(officer, 'en', details);
  expect(changed).toMatchObject({ language: 'en', version: 2 });
  expect(fact.data).toMatchObject({ language: 'en', name: '那仁图雅' });
});

test('what somebody typed is put right where it can be', () => {
  expect(
    readDetails({
      name: ' 阿依古丽 . 买买提',
      loginName: 'ａｙｉ.guli',
      email: 'A@Example.ORG',
      mobile: '+86 139-0000-0003',
    }),
  ).toEqual({ name: '阿依古丽·买买提', loginName: 'ayi.guli', email: 'a@example.org', mobile: '13900000003' });
});

test.each([
  [{ name: 'Bob' }, 'account.name-invalid'],
  [{ loginName: '1abc' }, 'account.login-invalid'],
  [{ loginName: 'abc' }, 'account.login-invalid'],
  [{ loginName: 'a@example.org' }, 'account.login-invalid'],
  [{ mobile: '12345' }, 'account.mobile-invalid'],
])('%j is refused', (change, code) => {
  expect(refusalOf(() => readDetails({ ...details, ...change }))).toBe(code);
});

test('the token says what an account may see: operators nobody’s data, units and schools no divisions', () => {
  const as = (tier: OfficeTier, role: Role) => actorOf(appoint(tier, [role])[0], offices[tier]);
  expect(as('league-city', 'league-city.officer').divisions).toEqual({ from: 152200, to: 152299 });
  expect(as('national', 'national.officer').divisions).toEqual({ from: 0, to: 999999 });
  expect(as('national', 'operator').divisions).toBeNull();
  expect(as('unit', 'unit.officer')).toMatchObject({ divisions: null, unit: '152202-001' });
  expect(as('faculty', 'faculty.officer')).toMatchObject({ divisions: null, university: 'u1', faculty: 'f1' });
  expect(actorOf(person, null)).toMatchObject({ roles: ['person'], office: null, divisions: null });
});
