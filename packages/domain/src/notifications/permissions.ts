import { everybody, type Role } from '../roles.js';

export const notificationsPermissions = {
  'message.own': everybody,
  'delivery.read': ['operator', 'auditor', 'region.officer'],
} as const satisfies Record<string, readonly Role[]>;
