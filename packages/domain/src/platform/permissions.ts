import type { Role } from '../roles.js';

export const platformPermissions = {
  'operations.read': ['operator', 'auditor'],
  'operations.act': ['operator'],
  'audit.read': ['auditor'],
} as const satisfies Record<string, readonly Role[]>;
