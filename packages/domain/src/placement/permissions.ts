import type { Role } from '../roles.js';
import { postsPermissions } from './posts-permissions.js';
import { roundsPermissions } from './rounds-permissions.js';
import { volunteersPermissions } from './volunteers-permissions.js';

export const placementPermissions = {
  ...postsPermissions,
  ...roundsPermissions,
  ...volunteersPermissions,
} as const satisfies Record<string, readonly Role[]>;
