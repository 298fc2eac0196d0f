import type { Actor, Month } from '@xibu/domain';
import type { Tx } from '@xibu/platform';
import type { ReturnOutcome } from '../bank-files/return-file.js';
import type { Batch } from '../batches/batch.js';
import { budgetYearOf, post } from '../ledger/post.js';
import type { Entry } from '../ledger/posting.js';
import { entriesOfPayment, reversal } from '../ledger/posting.rules.js';
import type { StoredLine } from '../payments/payment-lines.js';
import { booksFor, carry } from '../payments/replace-lines.js';

export interface AnsweredBatch {
  readonly batch: Batch;
  readonly file: { readonly id: string; readonly name: string };
  readonly outcome: ReturnOutcome;
  /** Those that it moved. */
  readonly lines: ReadonlyMap<string, StoredLine>;
}

/**
 * Posts what a return file means: accepted money has left the bank account, returned money has come back to it. What
 * comes back after its month was closed is entered in the open one, and has to be paid again there.
 */
export async function bookAnswers(
  tx: Tx,
  { batch, file, outcome: { steps }, lines }: AnsweredBatch,
  actor: Actor,
  now: Date,
): Promise<void> {
  const books = new Map<string, Month>();
  const entries = new Map<Month, Entry[]>();
  for (const { reference, before, after } of steps) {
    const line = lines.get(reference);
    if (!line) continue;
    const standing = line.bookMonth as Month;
    const month = books.get(standing) ?? (await booksFor(tx, batch.division, standing));
    books.set(standing, month);
    if (month !== standing && after === 'returned') await carry(tx, reference, month, 'late-return');
    const paid = entriesOfPayment(line.split, budgetYearOf(line.month));
    const moved = after === 'accepted' ? paid : before === 'accepted' && after === 'returned' ? reversal(paid) : [];
    const known = entries.get(month);
    if (known) known.push(...moved);
    else entries.set(month, [...moved]);
  }
  for (const [bookMonth, posted] of entries) {
    const subject = `${file.id}:${bookMonth}`;
    const words = `银行回盘 ${batch.number} ${file.name}`;
    await post(tx, { kind: 'bank-answer', subject, division: batch.division, bookMonth, words }, posted, actor, now);
  }
}
