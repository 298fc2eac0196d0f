import type { LegalDate, Period } from '@xibu/domain';

/** A row, and the place in the order of decisions at which it was decided. */
export interface DecidedRow<Row extends Period> {
  readonly row: Row;
  readonly seq: number;
}

/**
 * What is in force: of rows about the same subject, those of a later decision cut out of the earlier ones the days that
 * they cover. Rows of one decision stand beside each other. Nothing is lost: what was cut stays in its decision.
 */
export function inForce<Row extends Period>(rows: readonly DecidedRow<Row>[], subjectOf: (row: Row) => string): Row[] {
  const bySubject = new Map<string, DecidedRow<Row>[]>();
  for (const each of rows) {
    const subject = subjectOf(each.row);
    const known = bySubject.get(subject);
    if (known) known.push(each);
    else bySubject.set(subject, [each]);
  }
  return [...bySubject.values()].flatMap((same) =>
    same.flatMap(({ row, seq }) => {
      const later = same.filter((other) => other.seq > seq).map((other) => other.row);
      return without(row, later).map((period) => ({ ...row, ...period }));
    }),
  );
}

/** The parts of a period that lie outside all of the others. */
export function without(period: Period, others: readonly Period[]): Period[] {
  return others.reduce<Period[]>(
    (parts, other) => parts.flatMap((part) => difference(part, other)),
    [{ from: period.from, to: period.to }],
  );
}

function difference(part: Period, cut: Period): Period[] {
  const apart = (cut.to !== null && cut.to <= part.from) || (part.to !== null && part.to <= cut.from);
  if (apart) return [part];
  const before = part.from < cut.from ? [{ from: part.from, to: cut.from }] : [];
  const after = cut.to !== null && (part.to === null || cut.to < part.to) ? [{ from: cut.to, to: part.to }] : [];
  return [...before, ...after];
}

/**
 * The rows as though they had been in force on `day` already, for a dry run on a month before they begin: of each subject
 * the first ones reach back to it.
 */
export function asIfFrom<Row extends Period>(
  rows: readonly Row[],
  day: LegalDate,
  subjectOf: (row: Row) => string,
): Row[] {
  const first = new Map<string, LegalDate>();
  for (const row of rows) {
    const known = first.get(subjectOf(row));
    if (known === undefined || row.from < known) first.set(subjectOf(row), row.from);
  }
  return rows.map((row) => (row.from > day && row.from === first.get(subjectOf(row)) ? { ...row, from: day } : row));
}
