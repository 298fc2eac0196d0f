import { isUtf8 } from 'node:buffer';

/** A text that a spreadsheet would take for a formula begins with one of these, perhaps behind blanks. */
const formula = /^\s*[=+\-@\t\r]/;

/** A field as RFC 4180 writes it. A text that could be a formula gets an apostrophe before it, which Excel hides. */
export function csvField(text: string, isText: boolean): string {
  const safe = isText && formula.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Takes the apostrophe of {@link csvField} away again. */
export function withoutApostrophe(text: string): string {
  return text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text;
}

/** UTF-8 with or without byte order mark, else GB18030, in which Excel writes CSV files in China. */
export function decodeCsv(bytes: Uint8Array): string {
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'gb18030').decode(bytes);
}

/** The fields of each line; quoted fields may hold commas, line ends and doubled quotes. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/gy;
  let row: string[] = [];
  while (field.lastIndex < text.length) {
    const match = field.exec(text);
    if (!match) throw new SyntaxError(`CSV with a stray quote in line ${rows.length + 1}`);
    row.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] === ',') {
      if (field.lastIndex === text.length) row.push('');
      else continue;
    }
    rows.push(row);
    row = [];
  }
  return rows;
}
