import { createHash } from 'node:crypto';
import { type PaymentFile, paymentFormat, plainText, returnFormat, yuanOf } from './payment-file.js';
import type { ReturnFile } from './return-file.js';

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The bytes of a neutral payment file; the trailer seals all that stands before it. Same batch, same bytes. */
export function writePaymentFile({ batch, date, lines }: PaymentFile): Buffer {
  const count = lines.length;
  const total = yuanOf(lines.reduce((sum, { fen }) => sum + BigInt(fen), 0n));
  const rows = lines.map(({ reference, name, account, fen, summary }, index) =>
    ['D', index + 1, reference, plainText(name), plainText(account), yuanOf(BigInt(fen)), plainText(summary)].join(','),
  );
  const sealed = [`H,${paymentFormat},${batch},${date},${count},${total}`, ...rows].map((row) => `${row}\n`).join('');
  return Buffer.from(`${sealed}T,${count},${total},${sha256(sealed)}\n`, 'utf8');
}

/** The bytes of a neutral return file, with the count and the totals that the file claims. */
export function writeReturnFile({ batch, date, count, rows, totals }: ReturnFile): Buffer {
  const lines = rows.map(({ seq, reference, fen, status, reason, bankReference, valueDate }) =>
    ['D', seq, reference, yuanOf(fen), status, reason, bankReference, valueDate].map(plainText).join(','),
  );
  const { acceptedCount, acceptedFen, failedCount, failedFen } = totals;
  const trailer = ['T', acceptedCount, yuanOf(acceptedFen), failedCount, yuanOf(failedFen)].join(',');
  return Buffer.from(`${[`H,${returnFormat},${batch},${date},${count}`, ...lines, trailer].join('\n')}\n`, 'utf8');
}
