import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, dateOf, Refusal } from '@xibu/domain';
import type { ReturnFileView, TakenReturn, TakeReturnRequest } from '@xibu/domain/finance/api';
import { Clock, Database, newId, record, type Tx } from '@xibu/platform';
import { BankFileFault } from '../bank-files/bank-profile.js';
import { readBankReturn } from '../bank-files/map-bank-files.js';
import { isBadFormat, readReturnFile } from '../bank-files/read-return-file.js';
import type { ReturnFile } from '../bank-files/return-file.js';
import { applyReturn, fileResult } from '../bank-files/return-file.rules.js';
import { bankProfileOf } from '../batches/bank-profile-of.js';
import type { Batch } from '../batches/batch.js';
import { requireExported } from '../batches/batch.rules.js';
import { BatchTable } from '../batches/batch.table.js';
import { returnColumns } from '../batches/list-batches.js';
import { found } from '../offices/office-scope.js';
import { sign } from '../offices/signature.js';
import { readStandings } from '../payments/payment-lines.js';
import { settleStanding } from '../payments/run-standing.js';
import { factsOf } from './answer-facts.rules.js';
import { bookAnswers } from './book-answers.js';
import { saveOutcome } from './save-outcome.js';

/** Takes in what a bank sent back for a batch: all of the file, or nothing of it (xibu-bank/1 §3). */
@Injectable()
export class TakeReturnFile {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(batchId: string, { name, content }: TakeReturnRequest, actor: Actor): Promise<TakenReturn> {
    const now = this.clock.now();
    const bytes = Buffer.from(content, 'base64');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return this.database.transaction(async (tx) => {
      const where = { id: batchId };
      const batch = found(await tx.findOne(BatchTable, { where, lock: { mode: 'pessimistic_write' } }), actor);
      requireExported(batch);
      const known = await fileOf(tx, batchId, sha256);
      if (known) return { result: 'repeated-file', file: known, accepted: 0, returned: 0, notes: [] };
      const file = await readReturn(batch, bytes, dateOf(now));
      // The batch is locked, and nothing but its return files moves lines that are at a bank.
      const outcome = applyReturn(await readStandings(tx, batchId), file);
      const taken = { id: newId(now), name: name.trim(), sha256, bytes, signature: sign(actor, now) };
      const lines = await saveOutcome(tx, batch, file, { ...taken, outcome, now });
      await bookAnswers(tx, { batch, file: taken, outcome, lines }, actor, now);
      await settleStanding(tx, await runsOf(tx, batchId));
      await record(tx, now, ...factsOf(outcome, lines, file));
      const { notes, changed } = outcome;
      const stored = await fileOf(tx, batchId, sha256);
      if (!stored) throw new Error(`${name} was not stored`);
      const count = (state: string) => changed.filter((line) => line.state === state).length;
      return { result: 'taken', file: stored, accepted: count('accepted'), returned: count('returned'), notes };
    });
  }
}

async function fileOf(tx: Tx, batchId: string, sha256: string): Promise<ReturnFileView | null> {
  const [row]: ReturnFileView[] = await tx.query(
    `select ${returnColumns} from return_file f where f.batch_id = $1 and f.sha256 = $2`,
    [batchId, sha256],
  );
  return row ?? null;
}

/** The whole file is refused, and changes nothing, when it is not what the format or the batch says. */
async function readReturn(batch: Batch, bytes: Buffer, today: string): Promise<ReturnFile> {
  const profile = bankProfileOf(batch.profile);
  const neutral = await readBankReturn(profile, bytes, { batch: batch.number, date: today }).catch((error: unknown) => {
    if (!(error instanceof BankFileFault)) throw error;
    throw new Refusal('return-file.bad-format', { pointer: '/content', row: error.row, column: error.column });
  });
  const file = readReturnFile(neutral);
  if (isBadFormat(file)) {
    throw new Refusal('return-file.bad-format', { pointer: '/content', row: file.row, column: file.column });
  }
  const result = fileResult(file, batch.number);
  if (result === 'wrong-batch')
    throw new Refusal('return-file.wrong-batch', { pointer: '/content', batch: batch.number });
  if (result === 'totals-differ') throw new Refusal('return-file.totals-differ', { pointer: '/content' });
  return file;
}

async function runsOf(tx: Tx, batchId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query('select distinct run_id "id" from payment_line where batch_id = $1', [
    batchId,
  ]);
  return rows.map(({ id }) => id);
}
