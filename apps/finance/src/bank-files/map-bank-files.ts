import { isLegalDate, type LegalDate } from '@xibu/domain';
import { type BankDocument, type CellRow, cellsOf, columnsAt, documentOf, type Values } from './bank-cells.js';
import { type BankContext, BankFileFault, type BankLayout, type BankProfile } from './bank-profile.js';
import { sheetBytes, sheetCells } from './bank-sheet.js';
import { textBytes, textCells } from './bank-text.js';
import { fenOf, type PaymentFile, yuanOf } from './payment-file.js';
import { readPaymentFile } from './read-payment-file.js';
import type { ReturnFile, ReturnRow, ReturnStatus } from './return-file.js';
import { totalsOf } from './return-file.rules.js';
import { writePaymentFile, writeReturnFile } from './write-bank-files.js';

type AnyLayout = BankLayout<string, string, string>;

/** A payment file as a bank takes it. Same batch, same bytes. Text that does not fit is a BankFileFault. */
export async function writeBankPayment(profile: BankProfile, file: PaymentFile): Promise<Buffer> {
  if (profile.shape.kind === 'neutral') return writePaymentFile(file);
  const count = String(file.lines.length);
  const total = yuanOf(file.lines.reduce((sum, { fen }) => sum + BigInt(fen), 0n));
  const details = file.lines.map(({ reference, name, account, fen, summary }, index) => {
    return { seq: String(index + 1), reference, name, account, amount: yuanOf(BigInt(fen)), summary };
  });
  const header = { batch: file.batch, date: file.date, count, total };
  return bytesOf({ header, details, trailer: { count, total } }, profile, profile.payment, file.date);
}

/** Reads back what {@link writeBankPayment} wrote; counts and totals in it must be right. */
export async function readBankPayment(
  profile: BankProfile,
  bytes: Uint8Array,
  context: BankContext,
): Promise<PaymentFile> {
  if (profile.shape.kind === 'neutral') return readPaymentFile(bytes);
  const { header, details, trailer } = await read(bytes, profile, profile.payment);
  const lines = details.map(({ reference = '', name = '', account = '', amount = '', summary = '' }) => {
    return { reference, name, account, fen: Number(fenOf(amount)), summary };
  });
  const count = String(lines.length);
  const total = yuanOf(lines.reduce((sum, { fen }) => sum + BigInt(fen), 0n));
  for (const claimed of [header, trailer]) {
    if ((claimed.count ?? count) !== count || (claimed.total ?? total) !== total) {
      throw new BankFileFault(0, 0, `count and total are not those of the lines, ${count} and ${total}`);
    }
  }
  return { batch: header.batch ?? context.batch, date: dateOf(header, context), lines };
}

/**
 * A bank's return file as the neutral one, whose bytes the rules take in. What the bank claims of counts and totals is
 * carried over as it is, so that a difference is found there; what it leaves out is taken from its rows.
 */
export async function readBankReturn(
  profile: BankProfile,
  bytes: Uint8Array,
  context: BankContext,
): Promise<Uint8Array> {
  if (profile.shape.kind === 'neutral') return bytes;
  const { header, details, trailer } = await read(bytes, profile, profile.returns);
  const rows = details.map(rowOf);
  const right = totalsOf(rows);
  return writeReturnFile({
    batch: header.batch ?? context.batch,
    date: dateOf(header, context),
    count: BigInt(header.count ?? rows.length),
    rows,
    totals: {
      acceptedCount: trailer.acceptedCount === undefined ? right.acceptedCount : BigInt(trailer.acceptedCount),
      acceptedFen: trailer.acceptedTotal === undefined ? right.acceptedFen : fenOf(trailer.acceptedTotal),
      failedCount: trailer.failedCount === undefined ? right.failedCount : BigInt(trailer.failedCount),
      failedFen: trailer.failedTotal === undefined ? right.failedFen : fenOf(trailer.failedTotal),
    },
  });
}

/** A return file as a bank would send it: for rehearsals with a bank, and for tests. */
export async function writeBankReturn(profile: BankProfile, file: ReturnFile): Promise<Buffer> {
  if (profile.shape.kind === 'neutral') return writeReturnFile(file);
  const { batch, date, count, totals } = file;
  const details = file.rows.map(({ fen, ...row }): Values => ({ ...row, amount: yuanOf(fen) }));
  const trailer = {
    acceptedCount: String(totals.acceptedCount),
    acceptedTotal: yuanOf(totals.acceptedFen),
    failedCount: String(totals.failedCount),
    failedTotal: yuanOf(totals.failedFen),
  };
  return bytesOf({ header: { batch, date, count: String(count) }, details, trailer }, profile, profile.returns, date);
}

function rowOf(values: Values, index: number): ReturnRow {
  const { seq = String(index + 1), reference = '', amount = '', reason = '', bankReference = '' } = values;
  return {
    seq,
    reference,
    fen: fenOf(amount),
    status: values.status as ReturnStatus,
    reason,
    bankReference,
    valueDate: (values.valueDate ?? '') as LegalDate | '',
  };
}

function dateOf(header: Values, context: BankContext): LegalDate {
  const date = header.date ?? context.date;
  if (!isLegalDate(date)) throw new BankFileFault(0, 0, `"${date}" is not a date`);
  return date;
}

async function bytesOf(document: BankDocument, profile: BankProfile, layout: AnyLayout, date: string): Promise<Buffer> {
  const rows: CellRow[] = cellsOf(document, layout, profile.codes);
  if (profile.shape.kind === 'xlsx') {
    return sheetBytes(
      rows.map(({ cells }) => cells),
      profile.shape.sheet,
      date,
    );
  }
  if (profile.shape.kind === 'neutral') throw new TypeError('the neutral files are written as they are');
  return textBytes(rows, profile.shape);
}

async function read(bytes: Uint8Array, profile: BankProfile, layout: AnyLayout): Promise<BankDocument> {
  const { shape, codes } = profile;
  if (shape.kind === 'neutral') throw new TypeError('the neutral files are read as they are');
  if (shape.kind !== 'xlsx') {
    return documentOf(
      textCells(bytes, shape, (row, rows) => columnsAt(layout, row, rows)),
      layout,
      codes,
    );
  }
  const cells = await sheetCells(bytes);
  const whole = cells.map((row, index) => {
    // A sheet does not keep empty cells at the end of a row.
    const width = columnsAt(layout, index + 1, cells.length).length;
    return [...row, ...Array.from({ length: Math.max(width - row.length, 0) }, () => '')];
  });
  return documentOf(whole, layout, codes);
}
