import type { Tx } from '@xibu/platform';
import type { PaymentLine } from '../bank-files/payment-line.js';

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

const columns = `l.reference, l.person, l.run_id "run", l.month, l.fen::float8 "fen", l.split, l.state, l.replaces,
  l.account_id "accountId", l.division, l.book_month "bookMonth", l.status, l.reason, l.bank_reference "bankReference",
  l.value_date::text "valueDate"`;

/** Lines that a condition picks, in the order of their references; `l` is the line. */
export function readLines(tx: Tx, condition: string, values: readonly unknown[], lock = ''): Promise<StoredLine[]> {
  return tx.query(`select ${columns} from payment_line l where ${condition} order by l.reference ${lock}`, [...values]);
}
