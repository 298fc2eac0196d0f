import type { Role } from '../roles.js';

export const recruitmentPermissions = {} as const satisfies Record<string, readonly Role[]>;
