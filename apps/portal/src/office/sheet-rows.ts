import { isLegalDate } from '@xibu/domain/dates';
import { readYuan } from '../ui/fields.js';

/** A column of a sheet that is pasted: its heading as people write it, and how a cell is read. */
export interface SheetColumn {
  readonly key: string;
  readonly label: string;
  /** `money` in yuan becomes fen; `share` in percent becomes parts per million. */
  readonly kind: 'text' | 'money' | 'count' | 'date' | 'share' | 'choice';
  /** For `choice`: either the word or the code may stand in the cell. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly optional?: boolean;
}

export interface SheetFault {
  /** The first line is 1, headings included. */
  readonly line: number;
  readonly column: string;
  readonly fault: 'missing' | 'money' | 'count' | 'date' | 'share' | 'choice';
  readonly found: string;
}

export type SheetRow = Readonly<Record<string, string | number | null>>;

export interface ReadSheet {
  readonly rows: readonly SheetRow[];
  readonly faults: readonly SheetFault[];
}

/** Rows copied out of a spreadsheet (tabs) or a CSV file; a first line of headings may order the columns anew. */
export function readSheet(text: string, columns: readonly SheetColumn[]): ReadSheet {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, index) => ({ cells: cellsOf(line), line: index + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [first] = lines;
  const headed = first !== undefined && columns.some(({ label }) => first.cells.includes(label));
  const order = headed ? columns.map(({ label }) => first.cells.indexOf(label)) : columns.map((_, index) => index);
  const read = lines.slice(headed ? 1 : 0).map(({ cells, line }) => {
    const pairs = columns.map((column, index) => {
      const found = cells[order[index] ?? -1] ?? '';
      return { column, found, ...cellIn(column, found) };
    });
    const faults = pairs.flatMap(({ column, found, fault }) =>
      fault ? [{ line, column: column.label, fault, found }] : [],
    );
    return { row: Object.fromEntries(pairs.map(({ column, value }) => [column.key, value])), faults };
  });
  return { rows: read.map(({ row }) => row), faults: read.flatMap(({ faults }) => faults) };
}

type Cell = { readonly value: string | number | null; readonly fault?: SheetFault['fault'] };

function cellIn({ kind, choices = [], optional }: SheetColumn, found: string): Cell {
  if (found === '') return optional ? { value: null } : { value: null, fault: 'missing' };
  switch (kind) {
    case 'money': {
      const fen = readYuan(found);
      return typeof fen === 'number' ? { value: fen } : { value: null, fault: 'money' };
    }
    case 'count':
      return /^\d{1,9}$/.test(found) ? { value: Number(found) } : { value: null, fault: 'count' };
    case 'share': {
      const [, whole = '', part = ''] = /^(\d{1,3})(?:\.(\d{1,4}))?%?$/.exec(found) ?? [];
      if (whole === '') return { value: null, fault: 'share' };
      return { value: Number(whole) * 10_000 + Number(part.padEnd(4, '0')) };
    }
    case 'date': {
      const date = found.replace(/^(\d{4})[./](\d{1,2})[./](\d{1,2})$/, (_, year, month, day) =>
        [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-'),
      );
      return isLegalDate(date) ? { value: date } : { value: null, fault: 'date' };
    }
    case 'choice': {
      const choice = choices.find(({ value, label }) => value === found || label === found);
      return choice ? { value: choice.value } : { value: null, fault: 'choice' };
    }
    default:
      return { value: found };
  }
}

/** Tabs where there are any, else commas; a cell in double quotes may hold a comma. */
function cellsOf(line: string): readonly string[] {
  const cells = line.includes('\t')
    ? line.split('\t')
    : [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
        quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
      );
  return cells.map((cell) => cell.normalize('NFKC').trim());
}
