import { addMonths, type Month } from '@xibu/domain';
import type { Tx } from '@xibu/platform';
import { replacementProblem } from '../bank-files/payment-line.rules.js';
import { groupBy } from '../subsidy-runs/dated-rows.rules.js';
import { readLines, type StoredLine } from './payment-lines.js';
import { referenceOf } from './reference.rules.js';
import { nextSerial } from './write-lines.js';

/**
 * Writes the lines that pay again what came back, and pay at last what could not be paid before. What came back is tried
 * again on another card than the one it was sent to, or on the word of the office; the rest goes on waiting.
 */
export async function replaceLines(tx: Tx, county: number, upTo: Month, now: Date): Promise<string[]> {
  const old = await readLines(
    tx,
    `l.division = $1 and l.month <= $2 and l.state in ('returned', 'not-payable')
       and not exists (select from payment_line n where n.replaces = l.reference)
       and exists (select from bank_card c where c.account_id = l.account_id and c.status = 'confirmed'
                   and (l.state = 'not-payable' or l.retry is not null
                        or c.id not in (select b.card_id from batch_line b where b.reference = l.reference and b.batch_id = l.batch_id)))
       and not exists (select from payment_hold h where h.account_id = l.account_id and h.lifted is null)`,
    [county, upTo],
    'for update of l',
  );
  const written: string[] = [];
  for (const [month, lines] of groupBy(old, (line) => line.month)) {
    const books = await booksFor(tx, county, month as Month);
    let serial = await nextSerial(tx, month, county);
    for (const line of lines) {
      const reference = referenceOf(month as Month, county, serial);
      serial += 1;
      await writeReplacement(tx, line, reference, { books, now });
      written.push(reference);
    }
  }
  return written;
}

async function writeReplacement(
  tx: Tx,
  line: StoredLine,
  reference: string,
  { books, now }: { readonly books: Month; readonly now: Date },
): Promise<void> {
  const problem = replacementProblem(line, { ...line, reference, replaces: line.reference }, []);
  if (problem) throw new Error(`${reference} cannot replace ${line.reference}: ${problem}`);
  await tx.query(
    `insert into payment_line (reference, run_id, account_id, person, division, month, book_month, fen, split, state,
                               replaces, created_at)
     select $1, run_id, account_id, person, division, month, $3, fen, split, 'waiting', reference, $4
     from payment_line where reference = $2`,
    [reference, line.reference, books, now],
  );
  if (books !== line.bookMonth) await carry(tx, line.reference, books, 'late-payment');
}

/** The books in which something new about a month is entered: its own, or the first open ones after it. */
export async function booksFor(tx: Tx, county: number, month: Month): Promise<Month> {
  const rows: { month: Month }[] = await tx.query(
    `select month from month_close where division = $1 and status = 'closed' and month >= $2`,
    [county, month],
  );
  const closed = new Set(rows.map((row) => row.month));
  let books = month;
  while (closed.has(books)) books = addMonths(books, 1);
  return books;
}

/** A line of closed books shows up again in the open ones; the closed ones stay as they were. */
export async function carry(
  tx: Tx,
  reference: string,
  into: Month,
  cause: 'late-return' | 'late-payment',
): Promise<void> {
  await tx.query(
    `insert into carried_line (reference, division, account_id, into_month, cause)
     select reference, division, account_id, $2, $3 from payment_line where reference = $1
     on conflict (reference) do nothing`,
    [reference, into, cause],
  );
}
