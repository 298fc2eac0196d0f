import type { Role } from '../roles.js';
import { postsPermissions } from './posts-permissions.js';
import { roundsPermissions } from './rounds-permissions.js';

export const placementPermissions = {
  ...postsPermissions,
  ...roundsPermissions,
} as const satisfies Record<string, readonly Role[]>;
