/**
 * What a column holds. `text` is text even where it looks like a number (identity numbers, phones). `fen` is a whole number
 * of fen in rows and yuan on the sheet. `date` is `YYYY-MM-DD` in rows. `yes-no` is a boolean, 是 and 否 on the sheet.
 */
export type CellKind = 'text' | 'integer' | 'fen' | 'date' | 'yes-no';

export type CellValue = string | number | boolean | null;

export interface SheetColumn {
  readonly key: string;
  readonly header: string;
  readonly kind: CellKind;
  /** In characters; by default as wide as the header asks for. */
  readonly width?: number;
}

/** A sentence for the person who made the file. */
export interface Say {
  readonly zh: string;
  readonly en: string;
}

/** A value as text: what a CSV file holds, and what somebody would type. */
export function textOf(value: CellValue | undefined, kind: CellKind): string {
  if (value === null || value === undefined) return '';
  if (kind === 'yes-no') return value === true ? '是' : '否';
  if (kind === 'fen') return yuanOf(Number(value));
  return String(value);
}

function yuanOf(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not a whole number of fen: ${fen}`);
  const whole = Math.floor(Math.abs(fen) / 100);
  return `${fen < 0 ? '-' : ''}${whole}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
}

/** What somebody typed, as a value of the kind, or the sentence that says what is wrong. An empty cell is null. */
export function valueOf(typed: string, kind: CellKind): { readonly value: CellValue } | { readonly wrong: Say } {
  const text = typed.trim();
  if (text === '') return { value: null };
  if (kind === 'text') return { value: text };
  const plain = text.normalize('NFKC');
  if (kind === 'integer') return integerOf(plain);
  if (kind === 'fen') return fenOf(plain);
  return kind === 'date' ? dateOf(plain) : yesNoOf(plain);
}

type Reading = ReturnType<typeof valueOf>;

function integerOf(text: string): Reading {
  const number = Number(text.replaceAll(',', ''));
  if (/^[+-]?[\d,]+$/.test(text) && Number.isSafeInteger(number)) return { value: number };
  return { wrong: { zh: '应为整数', en: 'must be a whole number' } };
}

function fenOf(text: string): Reading {
  const match = /^([+-]?)¥?(\d+)(?:\.(\d{1,2}))?元?$/.exec(text.replaceAll(',', ''));
  const fen = match ? Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0')) : Number.NaN;
  if (!Number.isSafeInteger(fen)) {
    return { wrong: { zh: '应为金额（元），最多两位小数', en: 'must be an amount in yuan with at most two decimals' } };
  }
  return { value: match?.[1] === '-' && fen > 0 ? -fen : fen };
}

function dateOf(text: string): Reading {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const [year = 0, month = 0, day = 0] = (match?.slice(1) ?? []).map(Number);
  if (day >= 1 && day <= daysOf(year, month)) {
    return {
      value: `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    };
  }
  return { wrong: { zh: '应为日期，例如2023-08-01', en: 'must be a date, for instance 2023-08-01' } };
}

/** Days of a month, 0 for a month that does not exist. */
function daysOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function yesNoOf(text: string): Reading {
  if (/^(是|y|yes|true|1|√)$/i.test(text)) return { value: true };
  if (/^(否|n|no|false|0|×)$/i.test(text)) return { value: false };
  return { wrong: { zh: '应填“是”或“否”', en: 'must be 是 (yes) or 否 (no)' } };
}

/** A, B, … Z, AA for columns from 1. */
export function letterOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? letterOf(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}
