import { allOffices, everybody, type Role } from '../roles.js';

/** Offices that have others below them: they open, rename and close those, and open accounts there. */
const tiersAbove: readonly Role[] = [
  ...(['county.officer', 'county.approver', 'league-city.officer', 'league-city.approver'] as const),
  ...(['region.officer', 'region.approver', 'national.officer', 'national.approver'] as const),
  ...(['university.officer', 'university.approver'] as const),
];

/** Whoever decides the programme year of a region: prepared by an officer, decided by an approver. */
const prepares: readonly Role[] = ['region.officer', 'region.approver', 'national.officer', 'national.approver'];
const decides: readonly Role[] = ['region.approver', 'national.approver'];

export const programmePermissions = {
  'account.own': everybody,
  'account.second-factor': allOffices,
  'account.read': [...tiersAbove, 'auditor'],
  'account.manage': tiersAbove,
  'office.read': allOffices,
  'office.manage': tiersAbove,
  /** One's own telephone in the directory. */
  'office.contact': allOffices.filter((role) => role !== 'auditor' && role !== 'operator'),
  'season.open': decides,
  'season.read': allOffices,
  'milestone.propose': prepares,
  'milestone.decide': decides,
  'rulebook.read': allOffices,
  'rulebook.prepare': prepares,
  'rulebook.publish': decides,
  'notice.issue': tiersAbove,
  'notice.read': allOffices.filter((role) => role !== 'operator'),
} as const satisfies Record<string, readonly Role[]>;
