import iconv from 'iconv-lite';
import type { CellRow } from './bank-cells.js';
import { type BankColumn, type BankEncoding, BankFileFault, type BankShape } from './bank-profile.js';
import { plainText } from './payment-file.js';

type Csv = Extract<BankShape, { kind: 'csv' }>;
type Fixed = Extract<BankShape, { kind: 'fixed' }>;
type Columns = readonly BankColumn<string>[];

/** The bytes of a text file. Text that does not fit its width is a fault: a shortened name or account is another one. */
export function textBytes(rows: readonly CellRow[], shape: Csv | Fixed): Buffer {
  const lines = rows.map((row, index) =>
    shape.kind === 'csv' ? separated(row, shape) : padded(row, shape.encoding, index + 1),
  );
  return Buffer.concat(lines.flatMap((line) => [line, Buffer.from(shape.lineEnd)]));
}

/** The cells of a text file. Which columns a line of fixed width has depends on its place among all lines. */
export function textCells(
  bytes: Uint8Array,
  shape: Csv | Fixed,
  columnsAt: (row: number, rows: number) => Columns,
): string[][] {
  const lines = linesOf(Buffer.from(bytes));
  return lines.map((line, index) => {
    const row = index + 1;
    if (shape.kind === 'csv') return fieldsOf(decoded(line, shape.encoding, row, 1), shape.separator);
    return cut(line, columnsAt(row, lines.length), shape.encoding, row);
  });
}

function separated({ cells }: CellRow, { separator, encoding }: Csv): Buffer {
  return iconv.encode(cells.map((cell) => plainText(cell).replaceAll(separator, ' ')).join(separator), encoding);
}

function padded({ cells, columns }: CellRow, encoding: BankEncoding, row: number): Buffer {
  return Buffer.concat(
    cells.map((cell, index) => {
      const { width = 0, align = 'left', fill = ' ', title = '' } = columns[index] ?? {};
      const bytes = iconv.encode(plainText(cell), encoding);
      if (bytes.length > width)
        throw new BankFileFault(row, index + 1, `${title}: "${cell}" does not fit ${width} bytes`);
      const room = Buffer.alloc(width - bytes.length, fill);
      return Buffer.concat(align === 'left' ? [bytes, room] : [room, bytes]);
    }),
  );
}

function cut(line: Buffer, columns: Columns, encoding: BankEncoding, row: number): string[] {
  let at = 0;
  const cells = columns.map(({ width = 0, align = 'left', fill = ' ', title }, index) => {
    const part = line.subarray(at, at + width);
    at += width;
    if (part.length < width) throw new BankFileFault(row, index + 1, `${title}: the line ends before ${width} bytes`);
    const text = decoded(part, encoding, row, index + 1);
    if (align === 'left') return text.trimEnd();
    return fill === '0' ? text.replace(/^0+(?=.)/, '') : text.trimStart();
  });
  if (at < line.length) throw new BankFileFault(row, columns.length + 1, `the line goes on after ${at} bytes`);
  return cells;
}

/** In both encodings the bytes of LF and CR occur in no other character. */
function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let from = 0;
  while (from < bytes.length) {
    const found = bytes.indexOf(0x0a, from);
    const end = found < 0 ? bytes.length : found;
    lines.push(bytes.subarray(from, end > from && bytes[end - 1] === 0x0d ? end - 1 : end));
    from = end + 1;
  }
  return lines;
}

/** Bytes that the encoding would not write back are not of this encoding. */
function decoded(bytes: Buffer, encoding: BankEncoding, row: number, column: number): string {
  const text = iconv.decode(bytes, encoding, { stripBOM: false });
  if (!iconv.encode(text, encoding).equals(bytes))
    throw new BankFileFault(row, column, `is not ${encoding.toUpperCase()}`);
  return row === 1 ? text.replace(/^\uFEFF/, '') : text;
}

/** Fields may stand in quotes, in which two quotes are one. */
function fieldsOf(line: string, separator: string): string[] {
  const fields: string[] = [];
  for (let at = 0; at <= line.length; ) {
    const [whole = '', inner = ''] = /^"((?:[^"]|"")*)"/.exec(line.slice(at)) ?? [];
    const after = at + whole.length;
    const quoted = whole !== '' && (after === line.length || line[after] === separator);
    const next = quoted ? after : line.indexOf(separator, at);
    const end = next < 0 ? line.length : next;
    fields.push(quoted ? inner.replaceAll('""', '"') : line.slice(at, end));
    at = end + 1;
  }
  return fields;
}
