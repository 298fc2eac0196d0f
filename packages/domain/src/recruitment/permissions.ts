import { allOffices, type Role } from '../roles.js';

export const recruitmentPermissions = {
  'application.own': ['person'],
  'application.read': allOffices,
  'application.review-faculty': ['faculty.officer'],
  'application.review-university': ['university.officer', 'university.approver'],
  'application.review-any': ['faculty.officer', 'university.officer', 'university.approver'],
  'application.reveal': ['faculty.officer', 'university.officer', 'university.approver', 'region.officer'],
} as const satisfies Record<string, readonly Role[]>;
