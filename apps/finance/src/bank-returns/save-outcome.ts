import type { Tx } from '@xibu/platform';
import type { ReturnFile, ReturnOutcome } from '../bank-files/return-file.js';
import { isException } from '../bank-files/return-file.rules.js';
import type { Batch } from '../batches/batch.js';
import { ownerOf } from '../exceptions/exception-owner.rules.js';
import type { Signature } from '../offices/signature.js';
import { lineColumns, type StoredLine } from '../payments/payment-lines.js';
import { booksFor } from '../payments/replace-lines.js';

export interface Taken {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Buffer;
  readonly signature: Signature;
  readonly outcome: ReturnOutcome;
  readonly now: Date;
}

/** Stores the file, the lines as it left them, and the rows that need somebody to act. Returns the lines it moved. */
export async function saveOutcome(
  tx: Tx,
  batch: Batch,
  file: ReturnFile,
  taken: Taken,
): Promise<Map<string, StoredLine>> {
  const { id, name, sha256, bytes, signature, outcome, now } = taken;
  const { steps, notes } = outcome;
  const exceptions = notes.filter((note) => isException(note));
  await tx.query(
    `insert into return_file (id, batch_id, division, name, sha256, bytes, dated, rows, steps, exceptions, repeated, taken)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[id, batch.id, batch.division, name, sha256, bytes, file.date, file.rows.length, steps.length],
      ...[exceptions.length, notes.length - exceptions.length, JSON.stringify(signature)],
    ],
  );
  const moved = await moveLines(tx, outcome);
  await tx.query(
    `insert into pay_exception (id, division, month, origin, batch_id, file, row_number, reference, account_id, person,
                                code, detail, owner, state, opened_at, version)
     select gen_random_uuid(), $1, $2, 'bank', $3, $4, e.row_number, e.reference, l.account_id,
            l.person, e.code, '', $5, 'open', $6, 1
     from unnest($7::int[], $8::text[], $9::text[]) as e (row_number, reference, code)
       left join payment_line l on l.reference = e.reference and l.batch_id = $3`,
    [
      ...[batch.division, await booksFor(tx, batch.division, batch.month), batch.id, name],
      ...[ownerOf('conflict', batch.division), now],
      ...[exceptions.map(({ row }) => row), exceptions.map(({ reference }) => reference)],
      exceptions.map(({ code }) => code),
    ],
  );
  return moved;
}

async function moveLines(tx: Tx, { changed }: ReturnOutcome): Promise<Map<string, StoredLine>> {
  const [lines]: [StoredLine[], number] = await tx.query(
    `update payment_line l set state = c.state, status = c.status, reason = c.reason, bank_reference = c.bank_reference,
       value_date = nullif(c.value_date, '')::date
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
            as c (reference, state, status, reason, bank_reference, value_date)
     where l.reference = c.reference
     returning ${lineColumns}`,
    [
      ...[changed.map((line) => line.reference), changed.map((line) => line.state), changed.map((line) => line.status)],
      ...[changed.map((line) => line.reason), changed.map((line) => line.bankReference)],
      changed.map((line) => line.valueDate),
    ],
  );
  return new Map(lines.map((line) => [line.reference, line]));
}
