import { assessmentPermissions } from './assessment/permissions.js';
import type { DivisionRange } from './divisions.js';
import { financePermissions } from './finance/permissions.js';
import { notificationsPermissions } from './notifications/permissions.js';
import { placementPermissions } from './placement/permissions.js';
import { platformPermissions } from './platform/permissions.js';
import { programmePermissions } from './programme/permissions.js';
import { recruitmentPermissions } from './recruitment/permissions.js';
import type { Role } from './roles.js';

/** Which roles may do what; the one table that guards, pages and the access matrix read. */
export const permissions = {
  ...platformPermissions,
  ...programmePermissions,
  ...recruitmentPermissions,
  ...placementPermissions,
  ...financePermissions,
  ...assessmentPermissions,
  ...notificationsPermissions,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** Who asks: the claims of the signed token, nothing looked up. */
export interface Actor {
  readonly account: string;
  readonly roles: readonly Role[];
  readonly office: string | null;
  readonly officeName: string | null;
  readonly name: string;
  /** Scope on the serving side; null for people, universities and units. */
  readonly divisions: DivisionRange | null;
  /** Scope on the recruiting side: the code of a university, and of a faculty below it. */
  readonly university: string | null;
  readonly faculty: string | null;
  /** Scope of a service unit, below its county. */
  readonly unit: string | null;
}

export function may(actor: Pick<Actor, 'roles'>, permission: Permission): boolean {
  const allowed: readonly Role[] = permissions[permission];
  return actor.roles.some((role) => allowed.includes(role));
}
