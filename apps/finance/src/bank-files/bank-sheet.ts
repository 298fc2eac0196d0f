import ExcelJS from 'exceljs';
import { BankFileFault } from './bank-profile.js';

/** The bytes of a workbook in which every cell is text. Same rows and day, same bytes. */
export async function sheetBytes(rows: readonly (readonly string[])[], sheet: string, date: string): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date(`${date}T00:00:00Z`);
  workbook.modified = workbook.created;
  const page = workbook.addWorksheet(sheet);
  for (const cells of rows) page.addRow([...cells]).eachCell((cell) => (cell.numFmt = '@'));
  const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
  forgetTimes(bytes);
  return bytes;
}

/** The cells of the first sheet as text; empty rows at the end do not count. */
export async function sheetCells(bytes: Uint8Array): Promise<string[][]> {
  const workbook = new ExcelJS.Workbook();
  try {
    // A copy in an ArrayBuffer of its own, because a Buffer may be a window on a larger one.
    await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  } catch (error) {
    throw new BankFileFault(0, 0, `is not a workbook (${error instanceof Error ? error.message : String(error)})`);
  }
  const [page] = workbook.worksheets;
  if (!page) throw new BankFileFault(0, 0, 'the workbook has no sheet');
  const rows: string[][] = [];
  page.eachRow({ includeEmpty: true }, (row) => {
    const cells = Array.from({ length: row.cellCount }, (_, index) => textOf(row.getCell(index + 1).value));
    rows.push(cells);
  });
  while (rows.at(-1)?.every((cell) => cell === '')) rows.pop();
  return rows;
}

function textOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : value.toFixed(2);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return textOf(value.text);
  return 'result' in value ? textOf(value.result) : '';
}

/** A workbook is a ZIP whose entries carry the time of writing; without it the same batch gives the same bytes. */
function forgetTimes(zip: Buffer): void {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  let at = zip.readUInt32LE(end + 16);
  for (let entries = zip.readUInt16LE(end + 10); entries > 0; entries -= 1) {
    const local = zip.readUInt32LE(at + 42);
    zip.writeUInt32LE(firstDosDay, at + 12);
    zip.writeUInt32LE(firstDosDay, local + 10);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}

/** 1980-01-01 00:00, the beginning of time in a ZIP. */
const firstDosDay = 0x0021_0000;
