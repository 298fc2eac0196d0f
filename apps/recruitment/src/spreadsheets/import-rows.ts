import { type CellError, type CellValue, type ReadColumn, readSheet, withErrorColumn } from '@xibu/documents';
import { Refusal, sayRefusal } from '@xibu/domain';
import type { ImportError, ImportOutcome, ImportRequest } from '@xibu/domain/recruitment/api';

/** A row with the line that people know it by. */
export interface ImportedRow<Row> {
  readonly line: number;
  readonly row: Row;
}

export interface Imported<Row> {
  readonly total: number;
  readonly rows: readonly ImportedRow<Row>[];
  /** Cells that could not be read at all. */
  readonly unreadable: readonly CellError[];
  /** The spreadsheet as it came; null when rows came as JSON. */
  readonly bytes: Buffer | null;
}

/** Reads what was sent: rows as they are, or a spreadsheet by its headers. */
export async function readImport<Row>(
  { rows, file }: ImportRequest<Row>,
  columns: readonly ReadColumn[],
  rowOf: (values: Readonly<Record<string, CellValue>>) => Row,
): Promise<Imported<Row>> {
  if ((rows === undefined) === (file === undefined)) throw new Refusal('import.rows-or-file', { pointer: '/rows' });
  if (rows) {
    return { total: rows.length, rows: rows.map((row, at) => ({ line: at + 1, row })), unreadable: [], bytes: null };
  }
  const bytes = Buffer.from(file ?? '', 'base64');
  const sheet = await readSheet(bytes, columns, { mostRows: 20_000 });
  return {
    total: sheet.total,
    rows: sheet.rows.map(({ line, values }) => ({ line, row: rowOf(values) })),
    unreadable: sheet.errors,
    bytes,
  };
}

export interface Decided<Row, Result> {
  readonly results: readonly Result[];
  readonly refused: readonly { readonly imported: ImportedRow<Row>; readonly refusal: Refusal }[];
}

/** Decides row by row: a Refusal stops its own row only; anything else is a fault of the whole. */
export function decideEach<Row, Result>(
  rows: readonly ImportedRow<Row>[],
  decide: (row: Row) => Result,
): Decided<Row, Result> {
  const results: Result[] = [];
  const refused: { imported: ImportedRow<Row>; refusal: Refusal }[] = [];
  for (const imported of rows) {
    try {
      results.push(decide(imported.row));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push({ imported, refusal: error });
    }
  }
  return { results, refused };
}

/** A row that names the same thing as one before it is refused, whatever it says. */
export function refuseSecond(seen: Set<string>, key: string): void {
  if (seen.has(key)) throw new Refusal('import.twice');
  seen.add(key);
}

/** What the sender is told: how many rows were taken in, and for every other row why not. */
export async function outcomeOf<Row>(
  imported: Imported<Row>,
  { results, refused }: Decided<Row, unknown>,
): Promise<ImportOutcome> {
  const cells = [...imported.unreadable, ...refused.map(({ imported: { line }, refusal }) => cellOf(line, refusal))];
  const unread: ImportError[] = imported.unreadable.map(({ line, cell, header, zh, en }) => ({
    ...{ line, cell, code: null },
    ...{ zh: `${header}${zh}`, en: `${header} ${en}` },
  }));
  const said: ImportError[] = refused.map(({ imported: { line }, refusal }) => ({
    ...{ line, cell: imported.bytes ? `A${line}` : null, code: refusal.code },
    ...{ zh: sayRefusal(refusal, 'zh'), en: sayRefusal(refusal, 'en') },
  }));
  return {
    total: imported.total,
    done: results.length,
    errors: [...unread, ...said].sort((left, right) => left.line - right.line),
    file: imported.bytes && cells.length > 0 ? (await withErrorColumn(imported.bytes, cells)).toString('base64') : null,
  };
}

function cellOf(line: number, refusal: Refusal): CellError {
  return { line, cell: `A${line}`, header: '', zh: sayRefusal(refusal, 'zh'), en: sayRefusal(refusal, 'en') };
}
