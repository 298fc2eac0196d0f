import { type Role, servingOffices } from '../roles.js';

/** Ranked lists and placement rounds. */
export const roundsPermissions = {
  'ranking.own': ['person'],
  'ranking.read': ['region.officer', 'region.approver', 'auditor'],
  'round.read': [...servingOffices, 'auditor'],
  'round.prepare': ['region.officer'],
  'round.diagnose': ['region.officer', 'region.approver', 'auditor'],
  'round.publish': ['region.approver'],
  'round.annul': ['region.officer', 'region.approver'],
  'round.explain': ['person', 'region.officer', 'region.approver', 'auditor'],
} as const satisfies Record<string, readonly Role[]>;
