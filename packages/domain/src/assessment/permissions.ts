import type { Role } from '../roles.js';

export const assessmentPermissions = {} as const satisfies Record<string, readonly Role[]>;
