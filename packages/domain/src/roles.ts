/**
 * Tier and duty of an account. `officer` prepares, `approver` decides: nobody holds both for the same record (four
 * eyes, design of the programme: quotas, post lists, rounds, subsidy runs, excellent lists, disqualifications).
 */
export const roles = [
  'person',
  'faculty.officer',
  'university.officer',
  'university.approver',
  'unit.officer',
  'county.officer',
  'county.approver',
  'county.finance-officer',
  'county.finance-approver',
  'league-city.officer',
  'league-city.approver',
  'region.officer',
  'region.approver',
  'region.finance-officer',
  'national.officer',
  'national.approver',
  'auditor',
  'operator',
] as const;

export type Role = (typeof roles)[number];

/** Every role of an office on the serving side, from county up. */
export const servingOffices: readonly Role[] = [
  ...(['county.officer', 'county.approver', 'county.finance-officer', 'county.finance-approver'] as const),
  ...(['league-city.officer', 'league-city.approver', 'region.officer', 'region.approver'] as const),
  ...(['region.finance-officer', 'national.officer', 'national.approver'] as const),
];

/** Every role but the person's own. */
export const allOffices: readonly Role[] = roles.filter((role) => role !== 'person');

export const everybody: readonly Role[] = roles;
