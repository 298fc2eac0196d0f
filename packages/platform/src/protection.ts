/** Columns of a protected table that say whose row it is. At least one scope column each. */
export interface Ownership {
  /** Six-digit code as an integer: the serving side. */
  readonly division?: string;
  /** Code of the university: the recruiting side; with `faculty` below it. */
  readonly university?: string;
  readonly faculty?: string;
  readonly unit?: string;
  /** The account of the person themselves. */
  readonly account?: string;
}

const setting = (name: string): string => `nullif(current_setting('xibu.${name}', true), '')`;
const divisionFrom = `${setting('division_from')}::int`;
const divisionTo = `${setting('division_to')}::int`;

/** In a select of its own: so it is worked out once for the statement, and not again for every row. */
const once = (expression: string): string => `(select ${expression})`;

/**
 * Statements that put a table under row-level security: the second wall behind the explicit filters. Only comparisons
 * with transaction-local settings, never a look into a table (a policy that does so is forty times slower); a missing
 * setting compares as null and shows nothing.
 */
export function protect(table: string, by: Ownership): string[] {
  const clauses = [once(`${divisionFrom} = 0 and ${divisionTo} = 999999`)];
  if (by.division) {
    clauses.push(`${by.division} between ${once(divisionFrom)} and ${once(divisionTo)}`);
  }
  if (by.university) {
    const faculty = by.faculty
      ? ` and (${once(setting('faculty'))} is null or ${by.faculty} = ${once(setting('faculty'))})`
      : ` and ${once(setting('faculty'))} is null`;
    clauses.push(`(${by.university} = ${once(setting('university'))}${faculty})`);
  }
  if (by.unit) clauses.push(`${by.unit}::text = ${once(setting('unit'))}`);
  if (by.account) clauses.push(`${by.account}::text = ${once(setting('account'))}`);
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy ${table}_scope on ${table} using (${clauses.join('\n or ')})`,
  ];
}

/** The statement that lets the audit trail see every change of a table; `key` is its primary key column. */
export function audited(table: string, key = 'id'): string {
  return `create trigger ${table}_audit after insert or update or delete on ${table}
    for each row execute function record_audit('${key}')`;
}

/** The same for a table whose rows many requests change together; for one that was {@link audited} until now. */
export function auditedTogether(table: string, key = 'id'): string[] {
  return [
    `drop trigger ${table}_audit on ${table}`,
    `create trigger ${table}_audit after insert or delete on ${table}
      for each row execute function record_audit('${key}')`,
    `create trigger ${table}_audit_changes after update on ${table}
      referencing old table as rows_before new table as rows_after
      for each statement execute function record_changes('${key}')`,
  ];
}
