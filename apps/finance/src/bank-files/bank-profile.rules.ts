import type { BankColumn, BankLayout, BankProfile } from './bank-profile.js';

export type ProfileProblemCode =
  | 'field-missing'
  | 'field-twice'
  | 'amount-without-unit'
  | 'width-missing'
  | 'titles-in-fixed-width'
  | 'code-missing'
  | 'code-twice';

export interface ProfileProblem {
  readonly code: ProfileProblemCode;
  /** The field, heading or code concerned. */
  readonly where: string;
}

const amounts: readonly string[] = ['amount', 'total', 'acceptedTotal', 'failedTotal'];

/** What makes a profile unusable, before a file of it is ever written or read. */
export function profileProblems({ shape, payment, returns, codes }: BankProfile): ProfileProblem[] {
  if (shape.kind === 'neutral') return [];
  const layouts: readonly BankLayout<string, string, string>[] = [payment, returns];
  const rows = layouts.flatMap(({ header, detail, trailer }) => [header ?? [], detail, trailer ?? []]);
  const problems: ProfileProblem[] = [
    ...missing(payment.detail, ['reference', 'name', 'account', 'amount']),
    ...missing(returns.detail, ['reference', 'amount', 'status']),
    ...rows.flatMap(twice),
    ...rows.flat().flatMap((column) => {
      const unitless = 'field' in column && amounts.includes(column.field) && column.amount === undefined;
      return unitless ? [{ code: 'amount-without-unit', where: column.title } as const] : [];
    }),
  ];
  if (shape.kind === 'fixed') {
    const narrow = rows.flat().filter(({ width }) => width === undefined || width < 1);
    problems.push(...narrow.map(({ title }) => ({ code: 'width-missing', where: title }) as const));
    if (payment.titles || returns.titles) problems.push({ code: 'titles-in-fixed-width', where: shape.kind });
  }
  return [...problems, ...codeProblems(codes)];
}

function missing(columns: readonly BankColumn<string>[], fields: readonly string[]): ProfileProblem[] {
  const present = columns.map((column) => ('field' in column ? column.field : ''));
  return fields.filter((field) => !present.includes(field)).map((where) => ({ code: 'field-missing', where }));
}

function twice(columns: readonly BankColumn<string>[]): ProfileProblem[] {
  const fields = columns.flatMap((column) => ('field' in column ? [column.field] : []));
  return repeated(fields).map((where) => ({ code: 'field-twice', where }));
}

function codeProblems(codes: BankProfile['codes']): ProfileProblem[] {
  const lacking = (['S', 'F'] as const).filter((status) => codes[status].length === 0);
  return [
    ...lacking.map((where) => ({ code: 'code-missing', where }) as const),
    ...repeated(Object.values(codes).flat()).map((where) => ({ code: 'code-twice', where }) as const),
  ];
}

function repeated(words: readonly string[]): string[] {
  return [...new Set(words.filter((word, index) => words.indexOf(word) !== index))];
}
