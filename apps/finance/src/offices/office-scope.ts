import { type Actor, liesIn, Refusal } from '@xibu/domain';
import type { Condition } from '@xibu/platform';

/** The explicit filter of every list and count of an office; row-level security says the same behind it. */
export function scopeOf({ divisions, unit, roles, account }: Actor, table: string, columns: ScopeColumns): Condition[] {
  if (roles.includes('person')) return columns.account ? [[`${table}.account_id = ?`, account]] : [['false']];
  if (unit) return columns.unit ? [[`${table}.unit = ?`, unit]] : [['false']];
  if (divisions) return [[`${table}.division between ? and ?`, divisions.from, divisions.to]];
  return [['false']];
}

/** Which scopes besides the division the table knows; what it does not know is hidden from them. */
export interface ScopeColumns {
  readonly account?: boolean;
  readonly unit?: boolean;
}

export interface Scoped {
  readonly division: number;
  readonly unit?: string | null;
  readonly accountId?: string;
}

/** The same for one record: an office's own, a unit's own, or the person's. */
export function isInScope(row: Scoped, { divisions, unit, roles, account }: Actor): boolean {
  if (roles.includes('person')) return row.accountId === account;
  if (unit) return row.unit === unit;
  return liesIn(row.division, divisions);
}

/** What lies outside the scope does not exist. */
export function found<Row extends Scoped>(row: Row | null | undefined, actor: Actor): Row {
  if (!row || !isInScope(row, actor)) throw new Refusal('record.unknown');
  return row;
}

/** Refuses a place that does not lie wholly within the actor's own. */
export function refuseForeignPlace(division: number, { divisions }: Actor, pointer: string): void {
  const span = division % 10000 === 0 ? 9999 : division % 100 === 0 ? 99 : 0;
  const within = liesIn(division, divisions) && liesIn(division + span, divisions);
  if (!within) throw new Refusal('finance.foreign-place', { pointer, place: division });
}
