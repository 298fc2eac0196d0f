import type { Fen, LegalDate } from '@xibu/domain';

export const paymentFormat = 'xibu-bank/1';
export const returnFormat = 'xibu-bank-return/1';

/** One person paid one amount, as the bank is told. */
export interface PaymentFileLine {
  /** `P` and 19 digits, unique for ever. */
  readonly reference: string;
  readonly name: string;
  readonly account: string;
  readonly fen: Fen;
  /** What the person reads on the statement. */
  readonly summary: string;
}

/** A batch as one file for one bank, lines in the order of their references. */
export interface PaymentFile {
  readonly batch: string;
  readonly date: LegalDate;
  readonly lines: readonly PaymentFileLine[];
}

export function isReference(text: string): boolean {
  return /^P\d{19}$/.test(text);
}

/** Text that bank files can carry: commas, quotes and line ends become a space. */
export function plainText(text: string): string {
  return text.replace(/\r\n|[,"\r\n]/g, ' ');
}

/** `1234.50` in fen; for text that is known to be `\d+\.\d\d`. */
export function fenOf(yuan: string): bigint {
  return BigInt(yuan.replace('.', ''));
}

/** Fen of any size as `1234.50`. */
export function yuanOf(fen: bigint): string {
  const digits = String(fen).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
