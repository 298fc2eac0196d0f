import type { Role } from '../roles.js';

export const financePermissions = {} as const satisfies Record<string, readonly Role[]>;
