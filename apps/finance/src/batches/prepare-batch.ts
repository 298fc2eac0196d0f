import { Injectable } from '@nestjs/common';
import { type Actor, dateOf, type Month, Refusal } from '@xibu/domain';
import type { PrepareBatchRequest, PreparedBatch } from '@xibu/domain/finance/api';
import { Clock, Database, newId, Sealing, type Tx } from '@xibu/platform';
import { refuseForeignPlace } from '../offices/office-scope.js';
import { sign } from '../offices/signature.js';
import { readLines } from '../payments/payment-lines.js';
import { replaceLines } from '../payments/replace-lines.js';
import { bankProfileOf } from './bank-profile-of.js';
import type { Batch } from './batch.js';
import { batchNumber, type Candidate, type Chosen, choose, requireSound } from './batch.rules.js';
import { BatchTable } from './batch.table.js';
import { bytesOfBatch, fileDigest, summaryOf } from './batch-file.js';
import { viewOfBatch } from './list-batches.js';

/**
 * Collects what can be paid now into one frozen file for one bank. A volunteer who has moved on is paid by the county that
 * owes it, so names and cards are read wherever the person serves now.
 */
@Injectable()
export class PrepareBatch {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
  ) {}

  async run({ county, month, profile }: PrepareBatchRequest, actor: Actor): Promise<PreparedBatch> {
    const now = this.clock.now();
    const today = dateOf(now);
    refuseForeignPlace(county, actor, '/county');
    const bank = bankProfileOf(profile);
    return this.database.beyondScope(async (tx) => {
      await lockPayments(tx, county);
      await replaceLines(tx, county, month as Month, now);
      const { lines, left } = choose(await this.candidates(tx, county, month as Month), today);
      if (lines.length === 0) throw new Refusal('batch.nothing-to-pay', { left: left.length });
      const earlier = await readLines(tx, `l.division = $1 and l.batch_id is not null and l.month <= $2`, [
        county,
        month,
      ]);
      requireSound(
        lines.map((line) => ({ ...line, account: line.card })),
        earlier,
      );
      const number = batchNumber(county, month as Month, await nextBatch(tx, county, month));
      const file = { batch: number, date: today, lines: lines.map(fileLine) };
      const batch: Batch = {
        ...{
          id: newId(now),
          number,
          division: county,
          month: month as Month,
          profile,
          status: 'prepared',
          dated: today,
        },
        ...{ lines: lines.length, totalFen: lines.reduce((sum, { fen }) => sum + fen, 0) },
        ...{ digest: fileDigest(await bytesOfBatch(bank, file)), prepared: sign(actor, now) },
        ...{ released: null, exported: null, reason: null, version: 1 },
      };
      await tx.insert(BatchTable, batch);
      await this.writeLines(tx, batch, lines);
      return { batch: await viewOfBatch(tx, batch), left };
    });
  }

  private async candidates(tx: Tx, county: number, month: Month): Promise<Candidate[]> {
    const lines = await readLines(
      tx,
      `l.division = $1 and l.month <= $2 and l.state = 'waiting' and l.batch_id is null`,
      [county, month],
      'for update of l',
    );
    const known: Pick<Candidate, 'accountId' | 'name' | 'card' | 'cardId' | 'usableFrom' | 'onHold'>[] = await tx.query(
      `select a.account_id "accountId", p.name, c.id "cardId", c.number_sealed "card", c.usable_from::text "usableFrom",
                exists (select from payment_hold h where h.account_id = a.account_id and h.lifted is null) "onHold"
         from unnest($1::text[]) a (account_id) left join person p on p.account_id = a.account_id
           left join bank_card c on c.account_id = a.account_id and c.status = 'confirmed'`,
      [[...new Set(lines.map(({ accountId }) => accountId))]],
    );
    const people = new Map(known.map((each) => [each.accountId, each]));
    return lines.map((line) => {
      const { card = null, ...known } = people.get(line.accountId) ?? unknown;
      return { ...line, ...known, card: card === null ? null : this.sealing.open(card) };
    });
  }

  private async writeLines(tx: Tx, { id, division }: Batch, lines: Chosen['lines']): Promise<void> {
    await tx.query(
      `insert into batch_line (batch_id, division, seq, reference, account_id, name, card_id, card_sealed, fen, split, summary)
       select $1, $2, l.seq, l.reference, l.account_id, l.name, l.card_id, l.card, l.fen, l.split, l.summary
       from unnest($3::text[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::bigint[], $9::jsonb[], $10::text[])
              with ordinality as l (reference, account_id, name, card_id, card, fen, split, summary, seq)`,
      [
        ...[id, division, lines.map(({ reference }) => reference), lines.map(({ accountId }) => accountId)],
        ...[lines.map(({ name }) => name), lines.map(({ cardId }) => cardId)],
        ...[lines.map(({ card }) => this.sealing.seal(card)), lines.map(({ fen }) => fen)],
        ...[lines.map(({ split }) => JSON.stringify(split)), lines.map(({ month }) => summaryOf(month))],
      ],
    );
    await tx.query('update payment_line set batch_id = $1 where reference = any($2)', [
      id,
      lines.map(({ reference }) => reference),
    ]);
  }
}

const unknown = { name: null, card: null, cardId: null, usableFrom: null, onHold: false } as const;

function fileLine({ reference, name, card, fen, month }: Chosen['lines'][number]) {
  return { reference, name, account: card, fen, summary: summaryOf(month) };
}

/** One at a time prepares the payments of a county, so that serials run on without a gap or a double. */
export async function lockPayments(tx: Tx, county: number): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(7201502, $1)', [county]);
}

/** The same lock, for the county of a close; whoever waits for it reads the close afterwards, as it is then. */
export async function lockPaymentsOfClose(tx: Tx, closeId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(7201502, division) from month_close where id = $1', [closeId]);
}

async function nextBatch(tx: Tx, county: number, month: string): Promise<number> {
  const [row]: { n: number }[] = await tx.query(
    'select count(*)::int n from batch where division = $1 and month = $2',
    [county, month],
  );
  return (row?.n ?? 0) + 1;
}
