import { once } from 'node:events';
import { PassThrough, type Writable } from 'node:stream';
import { type CellValue, type SheetColumn, textOf } from './columns.js';
import { csvField } from './csv.js';

export type SheetRow = Readonly<Record<string, CellValue | undefined>>;

export interface Sheet {
  /** The name of the tab and of the document. */
  readonly title: string;
  readonly columns: readonly SheetColumn[];
  /** Read once, one row at a time: a cursor may stand behind it. */
  readonly rows: Iterable<SheetRow> | AsyncIterable<SheetRow>;
}

/** An XLSX file: the header in the first row, frozen, with a filter. */
export async function writeSheet(sheet: Sheet): Promise<Buffer> {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  await Promise.all([once(stream, 'end'), writeSheetTo(sheet, stream)]);
  return Buffer.concat(chunks);
}

/** Writes an XLSX file into a stream and ends it. Rows are let go once written; only what the reader is slow to take waits. */
export async function writeSheetTo(sheet: Sheet, stream: Writable): Promise<void> {
  // Two seconds to load: only for whoever asks for a workbook.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  workbook.title = sheet.title;
  const tab = workbook.addWorksheet(tabName(sheet.title), { views: [{ state: 'frozen', ySplit: 1 }] });
  tab.columns = sheet.columns.map((column) => ({
    header: column.header,
    key: column.key,
    width: column.width ?? Math.max(10, column.header.length * 2 + 4),
    style: { numFmt: formats[column.kind] },
  }));
  tab.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: Math.max(1, sheet.columns.length) } };
  const head = tab.getRow(1);
  head.font = { bold: true };
  head.alignment = { vertical: 'middle', wrapText: true };
  head.commit();
  let count = 0;
  for await (const row of sheet.rows) {
    tab.addRow(sheet.columns.map((column) => cellOf(row[column.key], column))).commit();
    count += 1;
    // Lets the zip stream write what has gathered.
    if (count % 2_000 === 0) await new Promise(setImmediate);
  }
  tab.commit();
  await workbook.commit();
}

/** A CSV file in UTF-8 with a byte order mark, so that Excel reads the Chinese. Long digits are safe only in XLSX. */
export async function writeCsv(sheet: Sheet): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of csvChunks(sheet)) chunks.push(Buffer.from(chunk, 'utf8'));
  return Buffer.concat(chunks);
}

/** The text of a CSV file piece by piece, the byte order mark first; for `Readable.from`. */
export async function* csvChunks(sheet: Sheet): AsyncGenerator<string> {
  let text = csvHead(sheet.columns);
  for await (const row of sheet.rows) {
    const fields = sheet.columns.map(({ key, kind }) => csvField(textOf(row[key], kind), kind === 'text'));
    text += `${fields.join(',')}\r\n`;
    if (text.length > 65_536) {
      yield text;
      text = '';
    }
  }
  if (text !== '') yield text;
}

/** The byte order mark and the line of headers. */
export function csvHead(columns: readonly SheetColumn[]): string {
  return `\uFEFF${columns.map(({ header }) => csvField(header, true)).join(',')}\r\n`;
}

const formats: Readonly<Record<SheetColumn['kind'], string>> = {
  text: '@',
  integer: '0',
  fen: '#,##0.00',
  date: 'yyyy-mm-dd',
  'yes-no': '@',
};

function cellOf(value: CellValue | undefined, { kind }: SheetColumn): string | number | Date | null {
  if (value === null || value === undefined) return null;
  if (kind === 'integer') return Number(value);
  if (kind === 'fen') return Number(textOf(value, 'fen'));
  if (kind === 'date') return new Date(`${String(value)}T00:00:00Z`);
  return printable(textOf(value, kind));
}

/** Control characters have no place in XML. */
function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
}

function tabName(title: string): string {
  return (
    title
      .replace(/[\\/*?:[\]']/g, ' ')
      .trim()
      .slice(0, 31) || '1'
  );
}
