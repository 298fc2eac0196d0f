import { type Role, servingOffices } from '../roles.js';

const offices: readonly Role[] = [...servingOffices, 'auditor'];
const county: readonly Role[] = ['county.officer', 'county.approver'];

/** People in service: from report-in to the last day. */
export const volunteersPermissions = {
  'volunteer.own': ['person'],
  'volunteer.read': [...offices, 'unit.officer', 'university.officer', 'university.approver'],
  'volunteer.check-in': ['region.officer'],
  'volunteer.close-report-in': ['region.officer'],
  'volunteer.confirm-on-post': county,
  'volunteer.waive-cover': ['region.approver'],
  'training.read': offices,
  'training.hold': ['region.officer'],
  'dispatch.read': offices,
  'dispatch.prepare': ['region.officer'],
  'dispatch.confirm': ['county.officer'],
  'agreement.read': [...offices, 'unit.officer', 'person'],
  'agreement.sign': ['person', 'unit.officer', ...county],
  'agreement.allow-late': ['region.approver'],
  'registration.own': ['person'],
  'leave.read': [...offices, 'unit.officer', 'person'],
  'leave.ask': ['person'],
  'leave.decide': ['unit.officer', ...county, 'region.officer', 'region.approver'],
  'leave.return': ['unit.officer'],
  'post-change.read': [...offices, 'unit.officer', 'person'],
  'post-change.ask': ['person', 'unit.officer'],
  'post-change.decide': ['county.approver', 'league-city.approver', 'region.approver'],
  'departure.read': [...offices, 'unit.officer', 'person'],
  'departure.ask': ['person'],
  'departure.agree': county,
  'departure.propose': county,
  'departure.record-death': ['county.approver'],
  'departure.decide': ['region.approver'],
  'extension.read': [...offices, 'person'],
  'extension.ask': ['person'],
  'extension.agree': county,
  'extension.decide': ['region.approver'],
} as const satisfies Record<string, readonly Role[]>;
