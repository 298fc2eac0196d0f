import type { LegalDate } from '@xibu/domain';
import { readPaymentFile } from '../bank-files/read-payment-file.js';
import type { ReturnRow } from '../bank-files/return-file.js';
import { totalsOf } from '../bank-files/return-file.rules.js';
import { writeReturnFile } from '../bank-files/write-bank-files.js';

/** Lines of a payment file counted from 1, and what the bank says of each. */
export type Answers = readonly (readonly [line: number, status: ReturnRow['status'], changes?: Partial<ReturnRow>])[];

/** What a bank answers to lines of a payment file, counted from 1. */
export function answered(payment: Buffer, answers: Answers, date: LegalDate = '2023-09-07'): Buffer {
  const { lines, batch: number } = readPaymentFile(payment);
  const rows = answers.map(([at, status, changes], index): ReturnRow => {
    const line = lines[at - 1];
    return {
      ...{ seq: String(index + 1), reference: line?.reference ?? '', fen: BigInt(line?.fen ?? 0), status, reason: '' },
      ...{ bankReference: `B${at}`, valueDate: status === 'S' ? '2023-09-06' : '', ...changes },
    };
  });
  return writeReturnFile({ batch: number, date, count: BigInt(rows.length), rows, totals: totalsOf(rows) });
}
