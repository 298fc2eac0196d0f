import { joinedSheetFile, type Sheet, type SheetFile, type SheetRow, separators, sheetFile } from '@xibu/documents';
import {
  type Database,
  type ListDefinition,
  type ListQuery,
  readAll,
  readJoined,
  type SheetFormat,
} from '@xibu/platform';

/** What to export: a list whose columns say by themselves what the sheet shows. */
export interface ExportedList extends Pick<Sheet, 'title' | 'columns'> {
  readonly list: ListDefinition;
}

/** A list whole, within the reach of whoever asks. A CSV file is put together by the database, a workbook cell by cell. */
export async function exportList(
  database: Database,
  query: ListQuery,
  format: SheetFormat,
  { list, ...sheet }: ExportedList,
): Promise<SheetFile> {
  if (format === 'csv') {
    const joined = await database.transaction((tx) => readJoined(tx, query, list, sheet.columns, separators));
    const file = joinedSheetFile(sheet, joined);
    if (file) return file;
  }
  const rows = await database.transaction((tx) => readAll<SheetRow>(tx, query, list));
  return sheetFile({ ...sheet, rows }, format);
}
