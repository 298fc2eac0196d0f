import type { SheetColumn } from './columns.js';
import { csvField } from './csv.js';

/** Rows that a database has put together as one text: {@link separators} between them, fields as a sheet shows them. */
export interface JoinedRows {
  readonly count: number;
  readonly text: string;
}

/** The signs of ASCII made for this; nothing is escaped. */
export const separators = { fields: '\u001F', rows: '\u001E' } as const;

/** Whatever {@link csvField} might change. In a list without any of it, only the separators have to be replaced. */
const awkward = /[",\r\n]|(?:^|[\u001E\u001F])[\s=+\-@]|\s(?:[\u001E\u001F]|$)/;

/**
 * The lines of a CSV file, without the header. Null where a value holds a separator, so that nobody can say where it
 * ends: nobody writes such a value but to do harm, and the rows have to be read one by one.
 */
export function csvOfJoined({ count, text }: JoinedRows, columns: readonly SheetColumn[]): string | null {
  if (count === 0) return '';
  if (timesIn(text, separators.rows) !== count - 1) return null;
  if (timesIn(text, separators.fields) !== count * (columns.length - 1)) return null;
  if (!awkward.test(text)) return `${text.replace(/\u001F/g, ',').replace(/\u001E/g, '\r\n')}\r\n`;
  const lines = text.split(separators.rows).map((row) => {
    const fields = row.split(separators.fields);
    return fields.map((field, at) => csvField(field, columns[at]?.kind === 'text')).join(',');
  });
  return `${lines.join('\r\n')}\r\n`;
}

function timesIn(text: string, sign: string): number {
  let times = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) times += 1;
  return times;
}
