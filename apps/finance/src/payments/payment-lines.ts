import type { Tx } from '@xibu/platform';
import type { PaymentLine } from '../bank-files/payment-line.js';
import type { LineBefore } from '../bank-files/return-file.js';
import { lineSteps } from '../bank-files/return-file.rules.js';

/** A payment line as it is stored, with what the bank last said of it. */
export interface StoredLine extends PaymentLine {
  readonly accountId: string;
  readonly division: number;
  readonly bookMonth: string;
  readonly status: 'S' | 'F' | 'R' | 'P' | null;
  readonly reason: string;
  readonly bankReference: string;
  readonly valueDate: string | null;
}

/** What a {@link StoredLine} is read from; `l` is the line. */
export const lineColumns = `l.reference, l.person, l.run_id "run", l.month, l.fen::float8 "fen", l.split, l.state, l.replaces,
  l.account_id "accountId", l.division, l.book_month "bookMonth", l.status, l.reason, l.bank_reference "bankReference",
  l.value_date::text "valueDate"`;

/** Lines that a condition picks, in the order of their references; `l` is the line. */
export function readLines(tx: Tx, condition: string, values: readonly unknown[], lock = ''): Promise<StoredLine[]> {
  return tx.query(`select ${lineColumns} from payment_line l where ${condition} order by l.reference ${lock}`, [
    ...values,
  ]);
}

/**
 * What the rows of a return file are held against, by reference. All lines of a batch come as one text: a nation's month
 * is tens of thousands of them, and a row and a field each for so little would cost more than all the rest.
 */
export async function readStandings(tx: Tx, batchId: string): Promise<Map<string, LineBefore>> {
  const [row]: [{ lines: string | null }] = await tx.query(
    `select string_agg(concat_ws(',', reference, fen, state, status), ';') "lines" from payment_line where batch_id = $1`,
    [batchId],
  );
  const standings = new Map<string, LineBefore>();
  for (const line of row.lines?.split(';') ?? []) {
    const [reference = '', fen, state = '', status = null] = line.split(',');
    if (!(state in lineSteps)) throw new Error(`${reference} stands in a batch and is ${state}`);
    standings.set(reference, { fen: Number(fen), state, status } as LineBefore);
  }
  return standings;
}
