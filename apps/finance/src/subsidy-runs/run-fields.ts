import { readTable, TableFault } from '@xibu/documents';
import { isLegalDate, isMonth, type LegalDate, type Month } from '@xibu/domain';
import type { InputFile } from './run-folder.js';

/** One row of a strict table: its fields by column, each read with the shape it must have, or a TableFault. */
export class TableRow {
  constructor(
    readonly file: string,
    /** From 1, the header being 1. */
    readonly line: number,
    private readonly columns: readonly string[],
    readonly fields: readonly string[],
  ) {}

  fault(column: string, reason: string): TableFault {
    return new TableFault(this.file, this.line, column, reason);
  }

  text(column: string): string {
    return this.fields[this.columns.indexOf(column)] ?? '';
  }

  /** An id of at most `most` characters, for instance of a person, a project or a source. */
  id(column: string, most = 40): string {
    const text = this.text(column);
    if (!/^[A-Za-z0-9_:*-]+$/.test(text) || text.length > most) throw this.fault(column, `"${text}" is not an id`);
    return text;
  }

  /** A project that someone serves in, where `*` would say nothing. */
  exactId(column: string): string {
    const id = this.id(column);
    if (id === '*') throw this.fault(column, 'must name one, not "*"');
    return id;
  }

  division(column: string): string {
    const text = this.text(column);
    if (!/^\d{6}$/.test(text)) throw this.fault(column, `"${text}" is not a six-digit division code`);
    return text;
  }

  date(column: string): LegalDate {
    const text = this.text(column);
    if (!isLegalDate(text)) throw this.fault(column, `"${text}" is not a date`);
    return text;
  }

  month(column: string): Month {
    const text = this.text(column);
    if (!isMonth(text)) throw this.fault(column, `"${text}" is not a month`);
    return text;
  }

  period(): { readonly from: LegalDate; readonly to: LegalDate | null } {
    const from = this.date('from');
    const to = this.text('to') === '' ? null : this.date('to');
    if (to !== null && to <= from) throw this.fault('to', 'is not after the first day');
    return { from, to };
  }

  /** A whole number without leading zeros that a `number` holds exactly. */
  whole(column: string, least: number, most = Number.MAX_SAFE_INTEGER): number {
    const text = this.text(column);
    const value = Number(text);
    if (!/^(0|-?[1-9]\d*)$/.test(text) || !Number.isSafeInteger(value)) {
      throw this.fault(column, `"${text}" is not a whole number`);
    }
    if (value < least || value > most) throw this.fault(column, `${value} is out of range`);
    return value;
  }

  optionalWhole(column: string, least: number): number | null {
    return this.text(column) === '' ? null : this.whole(column, least);
  }

  flag(column: string): boolean {
    const text = this.text(column);
    if (text !== '0' && text !== '1') throw this.fault(column, `"${text}" is neither 0 nor 1`);
    return text === '1';
  }

  oneOf<Word extends string>(column: string, words: readonly Word[]): Word {
    const text = this.text(column);
    const word = words.find((each) => each === text);
    if (word === undefined) throw this.fault(column, `"${text}" is none of ${words.join(', ')}`);
    return word;
  }
}

export function rowsOf(file: InputFile, columns: readonly string[], bytes: Uint8Array): TableRow[] {
  return readTable(file, bytes, columns).map((fields, index) => new TableRow(file, index + 2, columns, fields));
}

/** The rows must rise by these columns, one by one; numbers are compared as numbers. */
export function mustRise(rows: readonly TableRow[], keys: readonly string[], numeric: readonly string[] = []): void {
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    if (!before) continue;
    const differing = keys.find((key) => row.text(key) !== before.text(key));
    if (differing === undefined) throw row.fault(keys.at(-1) ?? '', 'the row stands twice');
    const [now, then] = [row.text(differing), before.text(differing)];
    const falls = numeric.includes(differing) ? Number(now) < Number(then) : now < then;
    if (falls) throw row.fault(differing, `"${now}" must not follow "${then}"`);
  }
}
