import type exceljs from 'exceljs';
import type { Say } from './columns.js';
import { decodeCsv, parseCsv, withoutApostrophe } from './csv.js';

/** The first tab of a file as text, whatever kind of file it is. */
export interface RawSheet {
  /** `number` is the row of the sheet from 1; empty rows of an XLSX file may be left out. */
  readonly lines: readonly { readonly number: number; readonly cells: readonly string[] }[];
}

/** More than any list of the programme; a small file that claims it is a trap. */
const mostBytesInflated = 300 * 1024 * 1024;

export async function readRaw(bytes: Uint8Array): Promise<RawSheet | { readonly unreadable: Say }> {
  if (isWorkbook(bytes)) {
    if (inflatedSize(Buffer.from(bytes)) > mostBytesInflated) {
      return { unreadable: { zh: '文件解压后过大', en: 'the file is too large once unpacked' } };
    }
    const workbook = await loadWorkbook(bytes);
    const tab = workbook?.worksheets[0];
    return tab ? { lines: linesOf(tab) } : unreadable;
  }
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    return { unreadable: { zh: '不支持旧版.xls，请另存为.xlsx', en: 'an old .xls file; save it as .xlsx' } };
  }
  try {
    const rows = parseCsv(decodeCsv(bytes));
    return { lines: rows.map((cells, index) => ({ number: index + 1, cells: cells.map(withoutApostrophe) })) };
  } catch (error) {
    if (error instanceof SyntaxError) return unreadable;
    throw error;
  }
}

const unreadable = { unreadable: { zh: '不是可以读取的表格文件', en: 'not a spreadsheet that can be read' } };

export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Undefined for a file that begins like a workbook and is none. */
export async function loadWorkbook(bytes: Uint8Array): Promise<exceljs.Workbook | undefined> {
  const { default: library } = await import('exceljs');
  const workbook = new library.Workbook();
  try {
    // The declarations of the library want the Buffer of an older Node.
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as exceljs.Buffer);
  } catch (error) {
    // Whatever the parsers of the library complain about, for the person who sent the file it means the same.
    if (error instanceof Error) return undefined;
    throw error;
  }
  return workbook;
}

function linesOf(tab: exceljs.Worksheet): RawSheet['lines'] {
  const lines: { number: number; cells: string[] }[] = [];
  tab.eachRow({ includeEmpty: false }, (row, number) => {
    const cells: string[] = [];
    for (let column = 1; column <= row.cellCount; column += 1) cells.push(plain(row.getCell(column).value));
    lines.push({ number, cells });
  });
  return lines;
}

/** What a cell shows, from any of the shapes in which the library gives it. */
function plain(value: exceljs.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'number') return numberText(value);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('text' in value) return plain(value.text);
  if ('result' in value) return plain(value.result);
  return '';
}

/** Excel keeps fifteen digits: 0.1 + 0.2 is shown as 0.3. */
function numberText(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  return Number.isInteger(value)
    ? value.toLocaleString('en', { useGrouping: false })
    : String(Number(value.toPrecision(15)));
}

/** The sizes that the directory of a zip file states, added up; infinite where it cannot be read. */
function inflatedSize(bytes: Buffer): number {
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'));
  if (end < 0 || end + 20 > bytes.length) return Number.POSITIVE_INFINITY;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  let sum = 0;
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > bytes.length) return Number.POSITIVE_INFINITY;
    sum += bytes.readUInt32LE(at + 24);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return sum;
}
