import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { BatchView } from '@xibu/domain/finance/api';
import { Clock, Database, rewrite, Sealing, type Tx } from '@xibu/platform';
import { found } from '../offices/office-scope.js';
import { settleStanding } from '../payments/run-standing.js';
import { bankProfileOf } from './bank-profile-of.js';
import type { Batch } from './batch.js';
import { discard, exportOnce, release, requireExported } from './batch.rules.js';
import { BatchTable } from './batch.table.js';
import { bytesOfBatch, fileDigest, fileOf } from './batch-file.js';
import { viewOfBatch } from './list-batches.js';

export interface BankFile {
  readonly name: string;
  readonly bytes: Buffer;
}

const endings = { neutral: 'csv', csv: 'csv', fixed: 'txt', xlsx: 'xlsx' } as const;

/** A second person lets the money go; then the file is handed out once, and can be fetched again byte for byte. */
@Injectable()
export class ReleaseBatch {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
  ) {}

  async run(id: string, actor: Actor): Promise<BatchView> {
    return this.database.transaction(async (tx) => {
      const batch = release(await lock(tx, id, actor), actor, this.clock.now());
      await rewrite(tx, BatchTable, batch);
      const [rows]: [{ run_id: string }[], number] = await tx.query(
        `update payment_line set state = 'pending' where batch_id = $1 and state = 'waiting' returning run_id`,
        [id],
      );
      await settleStanding(tx, [...new Set(rows.map((row) => row.run_id))]);
      return viewOfBatch(tx, batch);
    });
  }

  async discard(id: string, reason: string, actor: Actor): Promise<BatchView> {
    return this.database.transaction(async (tx) => {
      const batch = discard(await lock(tx, id, actor), reason);
      await tx.query('update payment_line set batch_id = null where batch_id = $1', [id]);
      await rewrite(tx, BatchTable, batch);
      return viewOfBatch(tx, batch);
    });
  }

  async export(id: string, actor: Actor): Promise<BatchView> {
    return this.database.transaction(async (tx) => {
      const batch = exportOnce(await lock(tx, id, actor), actor, this.clock.now());
      await rewrite(tx, BatchTable, batch);
      return viewOfBatch(tx, batch);
    });
  }

  /** The bytes that were frozen; should the code that writes them have changed since, nothing is handed out. */
  async file(id: string, actor: Actor): Promise<BankFile> {
    return this.database.transaction(async (tx) => {
      const batch = found(await tx.findOne(BatchTable, { where: { id } }), actor);
      requireExported(batch);
      const profile = bankProfileOf(batch.profile);
      const bytes = await bytesOfBatch(profile, await fileOf(tx, batch, this.sealing));
      if (fileDigest(bytes) !== batch.digest) throw new Error(`the file of ${batch.number} is not what was frozen`);
      return { name: `${batch.number}.${endings[profile.shape.kind]}`, bytes };
    });
  }
}

async function lock(tx: Tx, id: string, actor: Actor): Promise<Batch> {
  return found(await tx.findOne(BatchTable, { where: { id }, lock: { mode: 'pessimistic_write' } }), actor);
}
