import { TableFault } from '@xibu/documents';
import { isLegalDate, type LegalDate } from '@xibu/domain';
import { fenOf, isReference, type PaymentFile, type PaymentFileLine, paymentFormat, yuanOf } from './payment-file.js';
import { sha256 } from './write-bank-files.js';

const headerColumns = ['H', 'format', 'batch', 'date', 'count', 'total'];
const rowColumns = ['D', 'seq', 'reference', 'name', 'account', 'amount', 'summary'];
const trailerColumns = ['T', 'count', 'total', 'sha256'];
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads a neutral payment file; whatever breaks the format, its seal included, is a TableFault with line and column. */
export function readPaymentFile(bytes: Uint8Array, name = 'payment.csv'): PaymentFile {
  const rows = rowsOf(bytes, name);
  const fault = (row: number, column: string, reason: string) => new TableFault(name, row, column, reason);
  if (rows.length < 2) throw fault(rows.length + 1, '', 'the trailer is missing');
  const must = (right: boolean, row: number, column: string, reason: string): void => {
    if (!right) throw fault(row, column, reason);
  };
  const [tag, format, batch = '', date = '', count, total] = fieldsOf(rows, 1, headerColumns, name);
  must(tag === 'H', 1, 'H', 'the header must begin with H');
  must(format === paymentFormat, 1, 'format', `must be ${paymentFormat}`);
  must(batch !== '', 1, 'batch', 'is empty');
  must(isLegalDate(date), 1, 'date', `"${date}" is not a date`);
  const lines = rows
    .slice(1, -1)
    .map((_, index) => lineOf(fieldsOf(rows, index + 2, rowColumns, name), index + 1, must));
  mustBeOnePerAccount(lines, fault);
  const [rightCount, rightTotal] = [
    String(lines.length),
    yuanOf(lines.reduce((sum, { fen }) => sum + BigInt(fen), 0n)),
  ];
  must(count === rightCount, 1, 'count', `is ${count}, there are ${rightCount} lines`);
  must(total === rightTotal, 1, 'total', `is ${total}, the lines come to ${rightTotal}`);
  const last = rows.length;
  const [end, endCount, endTotal, seal] = fieldsOf(rows, last, trailerColumns, name);
  must(end === 'T', last, 'T', 'the trailer must begin with T');
  must(endCount === rightCount, last, 'count', `is ${endCount}, there are ${rightCount} lines`);
  must(endTotal === rightTotal, last, 'total', `is ${endTotal}, the lines come to ${rightTotal}`);
  const sealed = sha256(
    rows
      .slice(0, -1)
      .map((row) => `${row}\n`)
      .join(''),
  );
  must(seal === sealed, last, 'sha256', 'is not the digest of the bytes before this line');
  return { batch, date: date as LegalDate, lines };
}

type Must = (right: boolean, row: number, column: string, reason: string) => void;

function lineOf(fields: readonly string[], seq: number, must: Must): PaymentFileLine {
  const [tag, number, reference = '', name = '', account = '', amount = '', summary = ''] = fields;
  const row = seq + 1;
  must(tag === 'D', row, 'D', 'a line must begin with D');
  must(number === String(seq), row, 'seq', `"${number}" must be ${seq}`);
  must(isReference(reference), row, 'reference', `"${reference}" is not P and 19 digits`);
  must(name !== '', row, 'name', 'is empty');
  must(account !== '' && !account.includes(' '), row, 'account', `"${account}" is not an account`);
  must(/^(0|[1-9]\d*)\.\d\d$/.test(amount), row, 'amount', `"${amount}" is not an amount in yuan with two decimals`);
  const fen = Number(fenOf(amount));
  must(
    fen >= 1 && Number.isSafeInteger(fen),
    row,
    'amount',
    'must be at least 0.01, and an amount that can be kept exactly',
  );
  return { reference, name, account, fen, summary };
}

function mustBeOnePerAccount(
  lines: readonly PaymentFileLine[],
  fault: (row: number, column: string, reason: string) => TableFault,
): void {
  const accounts = new Set<string>();
  for (const [index, { reference, account }] of lines.entries()) {
    const before = lines[index - 1];
    if (before && before.reference >= reference) {
      throw fault(index + 2, 'reference', 'lines stand in the order of their references, each once');
    }
    if (accounts.has(account)) throw fault(index + 2, 'account', 'two lines share an account');
    accounts.add(account);
  }
}

function rowsOf(bytes: Uint8Array, name: string): string[] {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    throw new TableFault(name, 0, '', 'is not UTF-8');
  }
  if (!text.endsWith('\n')) throw new TableFault(name, 0, '', 'the last line does not end with a line feed');
  return text.slice(0, -1).split('\n');
}

function fieldsOf(rows: readonly string[], row: number, columns: readonly string[], name: string): string[] {
  const text = rows[row - 1] ?? '';
  const fields = text.split(',');
  if (fields.length !== columns.length) {
    const column = columns[Math.min(fields.length, columns.length - 1)] ?? '';
    throw new TableFault(name, row, column, `the line has ${fields.length} fields, not ${columns.length}`);
  }
  const quoted = fields.findIndex((field) => /["\r]/.test(field));
  if (quoted >= 0) throw new TableFault(name, row, columns[quoted] ?? '', 'holds a quote or a carriage return');
  return fields;
}
