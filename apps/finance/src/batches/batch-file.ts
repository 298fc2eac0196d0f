import { createHash } from 'node:crypto';
import { Refusal } from '@xibu/domain';
import type { Sealing, Tx } from '@xibu/platform';
import { BankFileFault, type BankProfile } from '../bank-files/bank-profile.js';
import { writeBankPayment } from '../bank-files/map-bank-files.js';
import type { PaymentFile } from '../bank-files/payment-file.js';
import type { Batch } from './batch.js';

/** What the person reads on the statement of the bank. */
export function summaryOf(month: string): string {
  return `西部计划${month.slice(0, 4)}年${month.slice(5)}月补贴`;
}

export function fileDigest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The bytes for the bank; a name or number that its format cannot hold is an answer that says which row. */
export async function bytesOfBatch(profile: BankProfile, file: PaymentFile): Promise<Buffer> {
  try {
    return await writeBankPayment(profile, file);
  } catch (error) {
    if (!(error instanceof BankFileFault)) throw error;
    throw new Refusal('batch.does-not-fit', { pointer: '/profile', row: error.row, reason: error.reason });
  }
}

/** The file of a batch from its frozen lines. */
export async function fileOf(tx: Tx, { id, number, dated }: Batch, sealing: Sealing): Promise<PaymentFile> {
  const lines: { reference: string; name: string; card: string; fen: number; summary: string }[] = await tx.query(
    `select reference, name, card_sealed "card", fen::float8 "fen", summary from batch_line where batch_id = $1 order by seq`,
    [id],
  );
  return {
    ...{ batch: number, date: dated },
    lines: lines.map(({ card, ...line }) => ({ ...line, account: sealing.open(card) })),
  };
}
