import type { Role } from '../roles.js';

export const placementPermissions = {} as const satisfies Record<string, readonly Role[]>;
