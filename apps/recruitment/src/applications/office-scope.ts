import type { Actor } from '@xibu/domain';

/** A condition of a list with `?` for its values. */
export type Condition = readonly [string, ...unknown[]];

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
  return divisions !== null && divisions.from <= row.division && row.division <= divisions.to;
}

/** Conditions as one text with `$1`, `$2` … and their values, for a question that is no list. */
export function whereOf(conditions: readonly Condition[]): { readonly text: string; readonly values: unknown[] } {
  const values: unknown[] = [];
  const parts = conditions.map(([condition, ...given]) => {
    let at = 0;
    const numbered = condition.replace(/\?/g, () => {
      values.push(given[at]);
      at += 1;
      return `$${values.length}`;
    });
    return `(${numbered})`;
  });
  return { text: parts.join(' and '), values };
}
