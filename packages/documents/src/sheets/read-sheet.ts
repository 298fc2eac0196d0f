import { type CellValue, letterOf, type Say, type SheetColumn, valueOf } from './columns.js';
import { type RawSheet, readRaw } from './raw-sheet.js';

export interface ReadColumn extends SheetColumn {
  readonly isRequired?: boolean;
  /** Other headers under which people bring this column. */
  readonly aliases?: readonly string[];
  /** A rule beyond the kind; not asked for an empty cell. */
  readonly check?: (value: Exclude<CellValue, null>) => Say | undefined;
}

/** What is wrong with one cell, in the words of whoever opens the file: `C7`. */
export interface CellError extends Say {
  readonly cell: string;
  /** Row of the sheet, from 1. */
  readonly line: number;
  readonly header: string;
}

export interface ReadSheet {
  /** The rows in which nothing is wrong. */
  readonly rows: readonly { readonly line: number; readonly values: Readonly<Record<string, CellValue>> }[];
  readonly errors: readonly CellError[];
  /** Rows that hold anything, right or wrong, without the header. */
  readonly total: number;
  /** The letter of the column for each key. */
  readonly letters: Readonly<Record<string, string>>;
  /** Headers of the file that nobody asked for. */
  readonly ignored: readonly string[];
}

export interface ReadLimits {
  readonly mostRows?: number;
}

const headerWithin = 10;

/**
 * Reads the first tab of an XLSX file, or a CSV file. The header may stand below a title, within the first ten rows, its
 * columns in any order. Never throws for what a person can do wrong in a file; every complaint names its cell.
 */
export async function readSheet(
  bytes: Uint8Array,
  columns: readonly ReadColumn[],
  { mostRows = 50_000 }: ReadLimits = {},
): Promise<ReadSheet> {
  const raw = await readRaw(bytes);
  if ('unreadable' in raw) return empty([errorAt('A1', 1, '', raw.unreadable)]);
  const header = findHeader(raw, columns);
  if ('missing' in header) return empty(header.missing);
  const body = raw.lines.filter((line) => line.number > header.line && line.cells.some((cell) => cell !== ''));
  if (body.length > mostRows) {
    const say = {
      zh: `最多${mostRows}行，本文件有${body.length}行`,
      en: `at most ${mostRows} rows, the file has ${body.length}`,
    };
    return empty([errorAt('A1', 1, '', say)]);
  }
  const rows: { line: number; values: Record<string, CellValue> }[] = [];
  const errors: CellError[] = [];
  for (const line of body) {
    const { values, wrong } = readLine(line.cells, line.number, columns, header.at);
    if (wrong.length > 0) errors.push(...wrong);
    else rows.push({ line: line.number, values });
  }
  const letters = Object.fromEntries([...header.at].map(([key, index]) => [key, letterOf(index + 1)]));
  return { rows, errors, total: body.length, letters, ignored: header.ignored };
}

/** A complaint that only the caller can make (known already, twice in the file), at the cell where it belongs. */
export function cellError(
  sheet: ReadSheet,
  line: number,
  column: Pick<SheetColumn, 'key' | 'header'>,
  say: Say,
): CellError {
  return errorAt(`${sheet.letters[column.key] ?? 'A'}${line}`, line, column.header, say);
}

/** `C7：应为整数`. */
export function sayCellError(error: CellError, language: 'zh' | 'en'): string {
  return language === 'zh' ? `${error.cell}：${error.header}${error.zh}` : `${error.cell}: ${error.header} ${error.en}`;
}

function errorAt(cell: string, line: number, header: string, { zh, en }: Say): CellError {
  return { cell, line, header, zh, en };
}

function empty(errors: readonly CellError[]): ReadSheet {
  return { rows: [], errors, total: 0, letters: {}, ignored: [] };
}

interface Header {
  readonly line: number;
  /** Index from 0 of the column for each key. */
  readonly at: ReadonlyMap<string, number>;
  readonly ignored: readonly string[];
}

/** The row that has most of the headers; all that are required must be in it, none of them twice. */
function findHeader(raw: RawSheet, columns: readonly ReadColumn[]): Header | { readonly missing: CellError[] } {
  let best: { line: number; names: string[]; hits: number } = { line: 1, names: [], hits: 0 };
  for (const { number, cells } of raw.lines.slice(0, headerWithin)) {
    const names = cells.map(plainHeader);
    const hits = columns.filter((column) => namesOf(column).some((name) => names.includes(name))).length;
    if (hits > best.hits) best = { line: number, names, hits };
  }
  const at = new Map<string, number>();
  const missing: CellError[] = [];
  const cell = `A${best.line}`;
  for (const column of columns) {
    const found = best.names.flatMap((name, index) => (namesOf(column).includes(name) ? [index] : []));
    const [index] = found;
    if (index !== undefined) at.set(column.key, index);
    else if (column.isRequired) {
      missing.push(errorAt(cell, best.line, column.header, { zh: '缺少这一列', en: 'this column is missing' }));
    }
    if (found.length > 1) {
      const where = `${letterOf((found[1] ?? 0) + 1)}${best.line}`;
      missing.push(
        errorAt(where, best.line, column.header, { zh: '这一列重复出现', en: 'this column is there twice' }),
      );
    }
  }
  const known = new Set(at.values());
  const ignored = best.names.filter((name, index) => name !== '' && !known.has(index));
  return missing.length > 0 ? { missing } : { line: best.line, at, ignored };
}

/** Headers are compared without blanks, stars and what stands in brackets: 姓名*（必填） is 姓名. */
function plainHeader(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\(.*?\)/g, '')
    .replace(/[\s*:]/g, '');
}

function namesOf(column: ReadColumn): string[] {
  return [column.header, ...(column.aliases ?? [])].map(plainHeader);
}

function readLine(
  cells: readonly string[],
  line: number,
  columns: readonly ReadColumn[],
  at: ReadonlyMap<string, number>,
): { readonly values: Record<string, CellValue>; readonly wrong: CellError[] } {
  const values: Record<string, CellValue> = {};
  const wrong: CellError[] = [];
  for (const column of columns) {
    const index = at.get(column.key);
    const reading = index === undefined ? { value: null } : valueOf(cells[index] ?? '', column.kind);
    const value = 'value' in reading ? reading.value : null;
    const say =
      'wrong' in reading
        ? reading.wrong
        : value === null
          ? column.isRequired && { zh: '不能为空', en: 'must not be empty' }
          : column.check?.(value);
    if (say) wrong.push(errorAt(`${letterOf((index ?? 0) + 1)}${line}`, line, column.header, say));
    values[column.key] = value;
  }
  return { values, wrong };
}
