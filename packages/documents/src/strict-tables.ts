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

/** The bytes of a strict table. */
export function writeTable(columns: readonly string[], rows: Iterable<readonly (string | number | bigint)[]>): Buffer {
  const lines = [columns.join(',')];
  for (const row of rows) lines.push(row.join(','));
  return Buffer.from(`${lines.join('\n')}\n`, 'utf8');
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
