import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** The same folder seen from `src` and from `dist`. */
const folder = join(import.meta.dirname, '..', 'data');

/** A value made at the first call and kept: nothing is read before somebody asks. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The rows of one file of `data`, read once, each row frozen. An empty cell is ''. */
export function rowsOf<Row extends object>(
  file: string,
  read: (cells: Readonly<Record<string, string>>) => Row,
): () => readonly Readonly<Row>[] {
  return once(() => {
    const cells: Record<string, string>[] = parse(readFileSync(join(folder, file)), { columns: true, bom: false });
    return Object.freeze(cells.map((row) => Object.freeze(read(row))));
  });
}

/** A cell that must be there; a hole in a table is a fault of the table. */
export function cell(cells: Readonly<Record<string, string>>, column: string): string {
  const text = cells[column];
  if (text === undefined) throw new Error(`reference table without column ${column}`);
  return text;
}

/** A cell that may be empty. */
export function cellOrNull(cells: Readonly<Record<string, string>>, column: string): string | null {
  return cell(cells, column) || null;
}

/** Rows by a key, made once. */
export function byKey<Row>(rows: () => readonly Row[], key: (row: Row) => string): () => ReadonlyMap<string, Row> {
  return once(() => new Map(rows().map((row) => [key(row), row])));
}
