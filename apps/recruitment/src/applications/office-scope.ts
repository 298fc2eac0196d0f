import { type Actor, liesIn } from '@xibu/domain';
import type { Condition } from '@xibu/platform';

/** Columns that a table lacks are left out; a faculty sees nothing of what is the university's own. */
export interface ScopeColumns {
  readonly faculty: boolean;
}

/** The explicit filter of every list and count of an office; row-level security says the same behind it. */
export function scopeOf(
  { university, faculty, divisions }: Actor,
  table: string,
  columns: ScopeColumns = { faculty: true },
): Condition[] {
  if (university && faculty && !columns.faculty) return [['false']];
  if (university) {
    const below = faculty ? [[`${table}.faculty = ?`, faculty] as const] : [];
    return [[`${table}.university = ?`, university], ...below];
  }
  if (divisions) return [[`${table}.division between ? and ?`, divisions.from, divisions.to]];
  return [['false']];
}

export interface Scoped {
  readonly accountId?: string;
  readonly division: number;
  readonly university: string | null;
  readonly faculty?: string | null;
}

/** The same for one record: an office's own, or the person's. */
export function isInScope(row: Scoped, { account, university, faculty, divisions, roles }: Actor): boolean {
  if (roles.includes('person')) return row.accountId === account;
  if (university) return row.university === university && (!faculty || row.faculty === faculty);
  return liesIn(row.division, divisions);
}
