import { type Role, servingOffices } from '../roles.js';

const offices: readonly Role[] = [...servingOffices, 'auditor'];

/** Service counties, quotas and posts. */
export const postsPermissions = {
  'service-county.read': offices,
  'service-county.apply': ['county.officer'],
  'service-county.register': ['region.officer'],
  'service-county.decide': ['region.approver'],
  'service-county.file': ['national.officer'],
  'service-county.activate': ['region.officer'],
  'service-county.reapply': ['county.approver'],
  'local-key-county.keep': ['region.officer'],
  'placement-block.propose-lifting': ['region.officer'],
  'placement-block.decide-lifting': ['region.approver'],
  'quota.read': offices,
  'quota.prepare': ['region.officer'],
  'quota.approve': ['region.approver'],
  'post.read': [...offices, 'unit.officer'],
  'post.prepare': ['county.officer'],
  'post.declare': ['county.approver'],
  'post.confirm': ['region.officer'],
  'post.return': ['region.officer', 'national.approver'],
  'post.approve': ['national.approver'],
  'post.open': ['region.officer'],
  'post.close': ['county.approver', 'region.officer'],
  'post.exempt': ['region.approver'],
} as const satisfies Record<string, readonly Role[]>;
