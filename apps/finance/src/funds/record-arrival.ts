import { Injectable } from '@nestjs/common';
import { type Actor, dateOf, type LegalDate, monthOf, Refusal } from '@xibu/domain';
import type { ArrivalView, RecordArrivalRequest, RowOutcome } from '@xibu/domain/finance/api';
import { Clock, Database, eachByItself, newId, rewrite, sqlState, type Tx } from '@xibu/platform';
import { post } from '../ledger/post.js';
import { found, refuseForeignPlace } from '../offices/office-scope.js';
import { arrive, reverse, viewOf } from './fund-arrival.rules.js';
import { FundArrivalTable } from './fund-arrival.table.js';

/** Notes that money has arrived, and posts it. One document brings one amount to each fund, once. */
@Injectable()
export class RecordArrival {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  run(request: RecordArrivalRequest, actor: Actor): Promise<ArrivalView> {
    return this.database.transaction((tx) => this.within(tx, request, actor));
  }

  /** Many at once, for a transfer to all counties; each stands or falls by itself, and a refused one is known by its place. */
  many(rows: readonly RecordArrivalRequest[], actor: Actor): Promise<RowOutcome[]> {
    const placeOf = (_: RecordArrivalRequest, index: number) => String(index);
    return eachByItself(rows, placeOf, async (row) => ({ id: (await this.run(row, actor)).id }));
  }

  async reverse(id: string, reason: string, actor: Actor): Promise<ArrivalView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const where = { id };
      const before = found(await tx.findOne(FundArrivalTable, { where, lock: { mode: 'pessimistic_write' } }), actor);
      const [arrival, entries] = reverse(before, reason, actor, now);
      await rewrite(tx, FundArrivalTable, arrival);
      const bookMonth = monthOf(dateOf(now));
      const words = `冲回到账 ${arrival.documentNumber}`;
      await post(
        tx,
        { kind: 'arrival-reversed', subject: id, division: arrival.division, bookMonth, words },
        entries,
        actor,
        now,
      );
      return viewOf(arrival);
    });
  }

  private async within(tx: Tx, request: RecordArrivalRequest, actor: Actor): Promise<ArrivalView> {
    const now = this.clock.now();
    refuseForeignPlace(request.county, actor, '/county');
    const [arrival, entries] = arrive(newId(now), request, dateOf(now), actor, now);
    try {
      await tx.insert(FundArrivalTable, arrival);
    } catch (error) {
      if (sqlState(error) === '23505') throw new Refusal('fund.recorded', { pointer: '/documentNumber' });
      throw error;
    }
    const bookMonth = monthOf(arrival.arrivedOn as LegalDate);
    const words = `到账 ${arrival.documentNumber}`;
    await post(
      tx,
      { kind: 'arrival', subject: arrival.id, division: arrival.division, bookMonth, words },
      entries,
      actor,
      now,
    );
    return viewOf(arrival);
  }
}
