import { type Actor, liesIn } from '@xibu/domain';
import type { Condition } from '@xibu/platform';

/** Which columns of a table say whose row it is; all of them exist unless said otherwise. */
export interface ScopeColumns {
  readonly university?: false;
  readonly unit?: false;
}

/** The explicit filter of every list and count; row-level security says the same behind it. */
export function scopeOf(actor: Actor, columns: ScopeColumns = {}): Condition[] {
  if (actor.roles.includes('person')) return [['account_id = ?', actor.account]];
  if (actor.divisions) return [['county between ? and ?', actor.divisions.from, actor.divisions.to]];
  if (actor.unit && columns.unit !== false) return [['unit = ?', actor.unit]];
  if (actor.university && !actor.faculty && columns.university !== false) return [['university = ?', actor.university]];
  return [['false']];
}

interface Scoped {
  readonly accountId: string;
  readonly county: number;
  readonly unit: string;
  readonly university?: string;
}

/** The same for one record. */
export function isInScope(row: Scoped, actor: Actor): boolean {
  if (actor.roles.includes('person')) return row.accountId === actor.account;
  if (actor.divisions) return liesIn(row.county, actor.divisions);
  if (actor.unit) return row.unit === actor.unit;
  return actor.university !== null && !actor.faculty && row.university === actor.university;
}
