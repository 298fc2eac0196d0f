import type { StreamableFile } from '@nestjs/common';
import { type Sheet, type SheetColumn, type SheetRow, sheetFile } from '@xibu/documents';
import {
  type ExportableQuery,
  fileAnswer,
  type ListDefinition,
  type Page,
  readAll,
  readPage,
  type Tx,
} from '@xibu/platform';

export type ListAnswer<Row> = Page<Row> | StreamableFile;

/** A page of a list, or the very same list whole as a spreadsheet, as the query asks. */
export async function listAnswer<Row extends object>(
  tx: Tx,
  query: ExportableQuery,
  list: ListDefinition,
  sheet: { readonly title: string; readonly columns: readonly SheetColumn[] },
  sheetRowOf: (row: Row) => object = (row) => row,
): Promise<ListAnswer<Row>> {
  if (!query.format) return readPage<Row>(tx, query, list);
  const rows = await readAll<Row>(tx, query, list);
  const whole: Sheet = { ...sheet, rows: rows.map((row) => cellsOf(sheetRowOf(row))) };
  return fileAnswer(await sheetFile(whole, query.format));
}

/** Several words in one cell stand side by side. */
function cellsOf(row: object): SheetRow {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, Array.isArray(value) ? value.join('、') : value]),
  );
}
