import { isLegalDate } from '@xibu/domain';
import { type BankColumn, BankFileFault, type BankLayout, type BankProfile } from './bank-profile.js';
import { fenOf, yuanOf } from './payment-file.js';
import { type ReturnStatus, returnStatuses } from './return-file.js';

/** Fields by their neutral names, written as the neutral files write them. */
export type Values = Readonly<Record<string, string>>;

export interface BankDocument {
  readonly header: Values;
  readonly details: readonly Values[];
  readonly trailer: Values;
}

type AnyLayout = BankLayout<string, string, string>;
type Columns = readonly BankColumn<string>[];
type Codes = BankProfile['codes'];

const counts: readonly string[] = ['count', 'acceptedCount', 'failedCount'];

/** A row of cells, and the columns that it was or will be made by. */
export interface CellRow {
  readonly cells: readonly string[];
  readonly columns: Columns;
}

/** A document in the rows of a bank: header, headings, details, trailer. */
export function cellsOf(document: BankDocument, layout: AnyLayout, codes: Codes): CellRow[] {
  const row = (columns: Columns, values: Values): CellRow => ({
    columns,
    cells: columns.map((column) => written(column, values, codes)),
  });
  return [
    ...(layout.header ? [row(layout.header, document.header)] : []),
    ...(layout.titles ? [{ columns: layout.detail, cells: layout.detail.map(({ title }) => title) }] : []),
    ...document.details.map((values) => row(layout.detail, values)),
    ...(layout.trailer ? [row(layout.trailer, document.trailer)] : []),
  ];
}

/** Which columns each of a number of rows has, by the place in which it stands. */
export function columnsAt(layout: AnyLayout, row: number, rows: number): Columns {
  if (row === 1 && layout.header) return layout.header;
  return row === rows && layout.trailer ? layout.trailer : layout.detail;
}

/** The rows of a bank as a document. Fields that the bank leaves out are absent. */
export function documentOf(rows: readonly (readonly string[])[], layout: AnyLayout, codes: Codes): BankDocument {
  const before = Number(layout.header !== null) + Number(layout.titles);
  const after = Number(layout.trailer !== null);
  if (rows.length < before + after) throw new BankFileFault(rows.length + 1, 1, 'the row is missing');
  const read = (at: number): Values => valuesOf(rows[at] ?? [], columnsAt(layout, at + 1, rows.length), at + 1, codes);
  if (layout.titles) mustBeTitles(rows[before - 1] ?? [], layout.detail, before);
  return {
    header: layout.header ? read(0) : {},
    details: rows.slice(before, rows.length - after).map((_, index) => read(before + index)),
    trailer: layout.trailer ? read(rows.length - 1) : {},
  };
}

function mustBeTitles(cells: readonly string[], columns: Columns, row: number): void {
  const wrong = columns.findIndex(({ title }, index) => cells[index] !== title);
  if (wrong >= 0) throw new BankFileFault(row, wrong + 1, `the heading must be "${columns[wrong]?.title}"`);
}

function valuesOf(cells: readonly string[], columns: Columns, row: number, codes: Codes): Values {
  if (cells.length !== columns.length) {
    const column = Math.min(cells.length, columns.length) + 1;
    throw new BankFileFault(row, column, `the row has ${cells.length} columns, not ${columns.length}`);
  }
  const values: Record<string, string> = {};
  for (const [index, column] of columns.entries()) {
    const fault = (reason: string) => new BankFileFault(row, index + 1, `${column.title}: ${reason}`);
    const cell = cells[index] ?? '';
    if ('constant' in column) {
      if (cell !== column.constant) throw fault(`"${cell}" must be "${column.constant}"`);
    } else values[column.field] = understood(column, cell, codes, fault);
  }
  return values;
}

function written(column: BankColumn<string>, values: Values, codes: Codes): string {
  if ('constant' in column) return column.constant;
  const value = values[column.field] ?? '';
  if (column.field === 'status') return codes[value as ReturnStatus][0] ?? '';
  if (column.amount === 'fen') return String(fenOf(value));
  return column.date === 'yyyymmdd' ? value.replaceAll('-', '') : value;
}

function understood(
  { amount, date, field }: BankColumn<string> & { readonly field: string },
  cell: string,
  codes: Codes,
  fault: (reason: string) => BankFileFault,
): string {
  if (field === 'status') {
    const status = returnStatuses.find((each) => codes[each].includes(cell));
    if (!status) throw fault(`"${cell}" is no code of this bank`);
    return status;
  }
  if (amount === 'fen') {
    if (!/^\d+$/.test(cell)) throw fault(`"${cell}" is not an amount in fen`);
    return yuanOf(BigInt(cell));
  }
  if (amount === 'yuan') {
    const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(cell) ? cell.replaceAll(',', '') : cell;
    const [, whole, decimals = ''] = /^(\d+)(?:\.(\d{1,2}))?$/.exec(plain) ?? [];
    if (whole === undefined) throw fault(`"${cell}" is not an amount in yuan`);
    return `${whole}.${decimals.padEnd(2, '0')}`;
  }
  if (counts.includes(field) && !/^\d+$/.test(cell)) throw fault(`"${cell}" is not a number`);
  if (date === undefined || cell === '') return cell;
  if (/^0+$/.test(cell)) return '';
  const text = date === 'yyyymmdd' ? cell.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3') : cell;
  if (!isLegalDate(text)) throw fault(`"${cell}" is not a date`);
  return text;
}
