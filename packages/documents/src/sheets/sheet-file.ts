import { csvOfJoined, type JoinedRows } from './joined-rows.js';
import { csvHead, type Sheet, writeCsv, writeSheet } from './write-sheet.js';

const kinds = {
  csv: { write: writeCsv, type: 'text/csv; charset=utf-8' },
  xlsx: { write: writeSheet, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
} as const;

export interface SheetFile {
  readonly bytes: Buffer;
  /** With its ending. */
  readonly name: string;
  /** The media type. */
  readonly type: string;
}

/** A spreadsheet as a file of the wanted kind, named by its title unless it is called otherwise. */
export async function sheetFile(sheet: Sheet, format: keyof typeof kinds, name = sheet.title): Promise<SheetFile> {
  const { write, type } = kinds[format];
  return { bytes: await write(sheet), name: `${name}.${format}`, type };
}

/** The CSV file of rows that come put together, byte for byte that of {@link sheetFile}; null as {@link csvOfJoined}. */
export function joinedSheetFile(
  { title, columns }: Pick<Sheet, 'title' | 'columns'>,
  joined: JoinedRows,
): SheetFile | null {
  const lines = csvOfJoined(joined, columns);
  if (lines === null) return null;
  return { bytes: Buffer.from(csvHead(columns) + lines, 'utf8'), name: `${title}.csv`, type: kinds.csv.type };
}
