import type exceljs from 'exceljs';
import { csvField, decodeCsv, parseCsv } from './csv.js';
import { isWorkbook, loadWorkbook } from './raw-sheet.js';
import { type CellError, sayCellError } from './read-sheet.js';

const heading = { zh: '错误说明', en: 'Errors' } as const;

/**
 * The file that somebody sent, with one more column that says in each row what is wrong with it, so that it can be put
 * right and sent again. Everything else stays: an XLSX file comes back as XLSX, a CSV file as CSV.
 */
export async function withErrorColumn(
  bytes: Uint8Array,
  errors: readonly CellError[],
  language: 'zh' | 'en' = 'zh',
): Promise<Buffer> {
  const texts = new Map<number, string[]>();
  for (const error of errors) {
    const said = texts.get(error.line) ?? [];
    said.push(sayCellError(error, language));
    texts.set(error.line, said);
  }
  const joined = new Map([...texts].map(([line, said]) => [line, said.join('；')]));
  const workbook = isWorkbook(bytes) ? await loadWorkbook(bytes) : undefined;
  return workbook ? inWorkbook(workbook, joined, errors, language) : inCsv(bytes, joined, language);
}

async function inWorkbook(
  workbook: exceljs.Workbook,
  texts: ReadonlyMap<number, string>,
  errors: readonly CellError[],
  language: 'zh' | 'en',
): Promise<Buffer> {
  const tab = workbook.worksheets[0];
  if (tab) {
    const column = freeColumn(tab, language);
    tab.getColumn(column).width = 48;
    tab.getColumn(column).eachCell((cell) => {
      cell.value = null;
    });
    tab.getCell(firstLine(tab), column).value = heading[language];
    for (const [line, text] of texts) {
      const cell = tab.getCell(line, column);
      cell.value = line === firstLine(tab) ? `${heading[language]}：${text}` : text;
      cell.font = { color: { argb: 'FFB3261E' } };
      cell.alignment = { wrapText: true, vertical: 'top' };
    }
    for (const { cell } of errors) {
      tab.getCell(cell).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFDE7E9' } };
    }
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** The first row that holds anything; the heading goes there. */
function firstLine(tab: exceljs.Worksheet): number {
  const numbers: number[] = [];
  tab.eachRow((_, number) => numbers.push(number));
  return numbers[0] ?? 1;
}

/** The column of an earlier return of the same file is used again. */
function freeColumn(tab: exceljs.Worksheet, language: 'zh' | 'en'): number {
  const last = tab.getRow(firstLine(tab)).getCell(tab.columnCount).text;
  return last.startsWith(heading[language]) ? tab.columnCount : tab.columnCount + 1;
}

function inCsv(bytes: Uint8Array, texts: ReadonlyMap<number, string>, language: 'zh' | 'en'): Buffer {
  const rows = parseCsv(decodeCsv(bytes));
  const width = Math.max(...rows.map((row) => row.length), 0);
  const lines = rows.map((row, index) => {
    const said = texts.get(index + 1) ?? '';
    const full = [...row, ...new Array<string>(width - row.length).fill('')];
    const last = index === 0 ? [heading[language], said].filter(Boolean).join('：') : said;
    return [...full.map((field) => csvField(field, false)), csvField(last, true)].join(',');
  });
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8');
}
