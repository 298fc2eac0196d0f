import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { AdjustmentView } from '@xibu/domain/finance/api';
import { Clock, Database, rewrite, type Tx } from '@xibu/platform';
import type { Adjustment } from './adjustment.js';
import { approve, placesIn, reject } from './adjustment.rules.js';
import { AdjustmentTable } from './adjustment.table.js';
import { lockAdjustment, viewOf } from './find-adjustment.js';

/** A second person brings the rows into force, or does not. */
@Injectable()
export class DecideAdjustment {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async approve(id: string, actor: Actor): Promise<AdjustmentView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const before = await lockAdjustment(tx, id, actor);
      const [{ seq } = { seq: 0 }]: { seq: number }[] = await tx.query(`select nextval('adjustment_seq')::float8 seq`);
      const adjustment = approve(before, seq, actor, now);
      await rewrite(tx, AdjustmentTable, adjustment);
      await bringIntoForce(tx, adjustment, seq);
      return viewOf(adjustment);
    });
  }

  async reject(id: string, reason: string, actor: Actor): Promise<AdjustmentView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const adjustment = reject(await lockAdjustment(tx, id, actor), reason, actor, now);
      await rewrite(tx, AdjustmentTable, adjustment);
      return viewOf(adjustment);
    });
  }
}

async function bringIntoForce(tx: Tx, { id, rows }: Adjustment, seq: number): Promise<void> {
  const insert = (table: string, columns: string, types: string, given: readonly object[]): Promise<unknown> =>
    tx.query(
      `insert into ${table} (adjustment_id, seq, ordinal, division, from_day, to_day, ${columns})
       select $1, $2, r.* from jsonb_to_recordset($3::jsonb) as r (ordinal int, division int, "from" date, "to" date, ${types})`,
      [id, seq, JSON.stringify(given.map((row, at) => ({ ...row, ordinal: at + 1 })))],
    );
  const placed = <Row extends { readonly place: number }>(row: Row) => ({ ...row, division: row.place });
  await insert(
    'rate',
    'component, project, fen, proration',
    'component text, project text, fen bigint, proration text',
    rows.rates.map(placed),
  );
  await insert(
    'funding_layer',
    'project, ord, source, fen',
    'project text, ord int, source text, fen bigint',
    rows.funding.map(placed),
  );
  await insert(
    'insurance_terms',
    'scheme, personal_ppm, employer_ppm, floor_fen, ceiling_fen, unit_fen, mode',
    `scheme text, "personalPpm" int, "employerPpm" int, "floorFen" bigint, "ceilingFen" bigint, "unitFen" int, mode text`,
    rows.insurance.map(placed),
  );
  const counties = await countiesNow(
    tx,
    rows.bases.map(({ accountId }) => accountId),
  );
  const based = rows.bases.map((row) => ({
    ...row,
    division: counties.get(row.accountId) ?? placesIn(rows, counties)[0],
  }));
  await insert('declared_base', 'account_id, fen', '"accountId" text, fen bigint', based);
}

async function countiesNow(tx: Tx, accounts: readonly string[]): Promise<Map<string, number>> {
  const found: { accountId: string; division: number }[] = await tx.query(
    'select account_id "accountId", division from person where account_id = any($1) and division is not null',
    [accounts],
  );
  return new Map(found.map(({ accountId, division }) => [accountId, division]));
}
