import type { Role } from '../roles.js';

export const programmePermissions = {} as const satisfies Record<string, readonly Role[]>;
