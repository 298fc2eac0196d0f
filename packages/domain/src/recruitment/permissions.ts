import { allOffices, type Role } from '../roles.js';

const ofUniversity = ['faculty.officer', 'university.officer', 'university.approver'] as const;
const ofRegion = ['region.officer', 'region.approver'] as const;
/** Who looks over the region's shoulder. */
const above = ['national.officer', 'national.approver', 'auditor'] as const;

export const recruitmentPermissions = {
  'application.own': ['person'],
  'application.read': allOffices,
  'application.review-faculty': ['faculty.officer'],
  'application.review-university': ['university.officer', 'university.approver'],
  'application.review-any': ['faculty.officer', 'university.officer', 'university.approver'],
  'application.reveal': ['faculty.officer', 'university.officer', 'university.approver', 'region.officer'],
  /** The steps after the form, with dates and reasons: the person, and the offices that have to do with them. */
  'application.progress': ['person', ...ofUniversity, ...ofRegion, ...above],
  'application.print': ['person', ...ofUniversity, ...ofRegion],
  'exam.read': [...ofUniversity, ...ofRegion, ...above],
  'exam.manage': ['region.officer'],
  'qualified-list.read': [...ofRegion, ...above],
  'qualified-list.prepare': ['region.officer'],
  'qualified-list.approve': ['region.approver'],
  'health-exam.read': ['university.officer', 'university.approver', ...ofRegion],
  'health-exam.manage': ['university.officer', 'region.officer'],
  'public-notice.open': ['university.officer'],
  'public-notice.read': ['university.officer', 'university.approver', ...ofRegion, ...above],
  'objection.read': ['university.officer', 'university.approver', ...ofRegion],
  'objection.reveal': ['university.approver', 'region.officer'],
  'objection.decide': ['university.approver'],
  'admission.read': [...ofUniversity, ...ofRegion, ...above],
  'admission.admit': ['university.approver', 'region.approver'],
  'loss.read': [...ofUniversity, ...ofRegion, ...above],
  'teaching-group.read': [...ofRegion, ...above],
  'teaching-group.import': ['region.officer'],
} as const satisfies Record<string, readonly Role[]>;
