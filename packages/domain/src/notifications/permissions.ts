import type { Role } from '../roles.js';

export const notificationsPermissions = {} as const satisfies Record<string, readonly Role[]>;
