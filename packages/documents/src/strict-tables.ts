import { createHash } from 'node:crypto';

/**
 * The tables that strangers recompute (placement rounds, subsidy runs): UTF-8 without BOM, LF, one header line,
 * commas, no quotes and no spaces. Strict in both directions, because their bytes are what is digested.
 */
export class TableFault extends Error {
  constructor(
    readonly file: string,
    /** Line from 1 (the header), 0 when the file as a whole is meant. */
    readonly line: number,
    readonly column: string,
    readonly reason: string,
  ) {
    super(`${file}${line ? `, line ${line}` : ''}${column ? `, column ${column}` : ''}: ${reason}`);
    this.name = 'TableFault';
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The rows of a strict table, fields as text in the order of `columns`. Throws a {@link TableFault}. */
export function readTable(file: string, bytes: Uint8Array, columns: readonly string[]): string[][] {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    throw new TableFault(file, 0, '', 'is not UTF-8');
  }
  if (text.startsWith('\uFEFF')) throw new TableFault(file, 1, '', 'starts with a byte order mark');
  if (!text.endsWith('\n')) throw new TableFault(file, 0, '', 'the last line does not end with a line feed');
  const lines = text.slice(0, -1).split('\n');
  if (lines[0] !== columns.join(',')) throw new TableFault(file, 1, '', `the header must be "${columns.join(',')}"`);
  return lines.slice(1).map((line, index) => {
    const number = index + 2;
    if (/["\s]/.test(line)) {
      const at = line.split(',').findIndex((field) => /["\s]/.test(field));
      throw new TableFault(file, number, columns[at] ?? '', 'holds a quote, a space or a carriage return');
    }
    const fields = line.split(',');
    if (fields.length !== columns.length) {
      throw new TableFault(file, number, '', `has ${fields.length} fields, not ${columns.length}`);
    }
    return fields;
  });
}

const partLength = 1 << 16;

/** The bytes of a strict table. Rows may come one by one: of millions no more than their bytes is kept. */
export function writeTable(columns: readonly string[], rows: Iterable<readonly (string | number | bigint)[]>): Buffer {
  const parts: Buffer[] = [];
  let text = `${columns.join(',')}\n`;
  for (const row of rows) {
    text += `${row.join(',')}\n`;
    if (text.length < partLength) continue;
    parts.push(Buffer.from(text, 'utf8'));
    text = '';
  }
  parts.push(Buffer.from(text, 'utf8'));
  return Buffer.concat(parts);
}

/** Order by Unicode code point; JavaScript's own `<` orders by UTF-16 unit, which differs beyond the basic plane. */
export function byCodePoint(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left, 'utf8'), Buffer.from(right, 'utf8'));
}

/** SHA-256 over, for each file in the order given: name, LF, length in bytes, LF, bytes. Hexadecimal. */
export function digestOfFiles(files: readonly (readonly [name: string, bytes: Uint8Array])[]): string {
  const hash = createHash('sha256');
  for (const [name, bytes] of files) hash.update(`${name}\n${bytes.length}\n`).update(bytes);
  return hash.digest('hex');
}

const comma = 0x2c;
const lineFeed = 0x0a;
const zero = 0x30;

/** 1 for the bytes of `[A-Za-z0-9_-]`, the alphabet of every id in a published table. */
const idBytes = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[A-Za-z0-9_-]/.test(String.fromCharCode(byte)) ? 1 : 0,
);

/**
 * Walks a strict table of millions of rows without making a text of every field. It refuses what `readTable` refuses;
 * beyond that a field has to be read as an id or as a number, and is refused there when it is neither.
 *
 * `while (cursor.next()) { cursor.id(0); cursor.integer(1); }`
 */
export class TableCursor {
  /** Line of the current row from 1, the header being line 1. */
  line = 1;
  /** Where the fields of the current row begin, and the byte after their end. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  private readonly text: Buffer;
  private at: number;

  constructor(
    readonly file: string,
    readonly bytes: Uint8Array,
    readonly columns: readonly string[],
  ) {
    this.text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    this.from = new Int32Array(columns.length);
    this.to = new Int32Array(columns.length);
    const header = `${columns.join(',')}\n`;
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
      throw new TableFault(file, 1, '', 'starts with a byte order mark');
    }
    if (this.text.toString('latin1', 0, header.length) !== header) {
      throw new TableFault(file, 1, '', `the header must be "${columns.join(',')}" and end with a line feed`);
    }
    if (bytes[bytes.length - 1] !== lineFeed) {
      throw new TableFault(file, 0, '', 'the last line does not end with a line feed');
    }
    this.at = header.length;
  }

  /** Moves to the next row; false after the last one. */
  next(): boolean {
    const { bytes, from, to } = this;
    const last = from.length - 1;
    let at = this.at;
    if (at >= bytes.length) return false;
    this.line += 1;
    let column = 0;
    from[0] = at;
    for (let byte = bytes[at] as number; byte !== lineFeed; byte = bytes[++at] as number) {
      if (byte !== comma) continue;
      if (column === last) throw this.wrongWidth();
      to[column++] = at;
      from[column] = at + 1;
    }
    if (column !== last) throw this.wrongWidth();
    to[last] = at;
    this.at = at + 1;
    return true;
  }

  /** How many rows the whole table has. */
  countRows(): number {
    let lines = 0;
    for (let at = this.text.indexOf(lineFeed); at >= 0; at = this.text.indexOf(lineFeed, at + 1)) lines += 1;
    return lines - 1;
  }

  isEmpty(column: number): boolean {
    return this.from[column] === this.to[column];
  }

  /** The field as an id of 1 to 40 of `[A-Za-z0-9_-]`. */
  id(column: number): string {
    const from = this.from[column] as number;
    const to = this.to[column] as number;
    for (let at = from; at < to; at += 1) if (!idBytes[this.bytes[at] as number]) throw this.notAnId(column);
    if (to === from || to - from > 40) throw this.notAnId(column);
    return this.text.toString('latin1', from, to);
  }

  /** The field as an integer from 0 to 2^53 - 1, without sign and without leading zeros. */
  integer(column: number): number {
    const from = this.from[column] as number;
    const to = this.to[column] as number;
    if (to === from) throw this.fault(column, 'is empty, where a number is needed');
    let value = 0;
    for (let at = from; at < to; at += 1) {
      const digit = (this.bytes[at] as number) - zero;
      if (digit < 0 || digit > 9) throw this.fault(column, 'is not a number of digits only');
      value = value * 10 + digit;
    }
    if (to - from > 1 && this.bytes[from] === zero) throw this.fault(column, 'has a leading zero');
    if (value > Number.MAX_SAFE_INTEGER) throw this.fault(column, `is larger than ${Number.MAX_SAFE_INTEGER}`);
    return value;
  }

  /** Whether the field holds exactly this ASCII text. */
  holds(column: number, text: string): boolean {
    const from = this.from[column] as number;
    if ((this.to[column] as number) - from !== text.length) return false;
    for (let at = 0; at < text.length; at += 1) if (this.bytes[from + at] !== text.charCodeAt(at)) return false;
    return true;
  }

  /** The fault of the current row, for the caller to throw. */
  fault(column: number, reason: string): TableFault {
    return new TableFault(this.file, this.line, this.columns[column] ?? '', reason);
  }

  private notAnId(column: number): TableFault {
    return this.fault(column, 'is not an id of 1 to 40 letters, digits, "_" or "-"');
  }

  private wrongWidth(): TableFault {
    let end = this.from[0] as number;
    while (this.bytes[end] !== lineFeed) end += 1;
    const fields = this.text.toString('latin1', this.from[0], end).split(',').length;
    return new TableFault(this.file, this.line, '', `has ${fields} fields, not ${this.columns.length}`);
  }
}
