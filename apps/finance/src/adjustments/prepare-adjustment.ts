import { Injectable } from '@nestjs/common';
import { type Actor, dateOf, type LegalDate } from '@xibu/domain';
import type { AdjustmentView, PrepareAdjustmentRequest } from '@xibu/domain/finance/api';
import { Clock, Database, newId, rulebookOn, type Tx } from '@xibu/platform';
import { refuseForeignPlace } from '../offices/office-scope.js';
import { seasonOn } from '../seasons/season-on.js';
import { placesIn, prepare } from './adjustment.rules.js';
import { AdjustmentTable } from './adjustment.table.js';
import { viewOf } from './find-adjustment.js';

/** 标准调整: an office of the money side writes down what is to come into force in its own place. */
@Injectable()
export class PrepareAdjustment {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(request: PrepareAdjustmentRequest, actor: Actor): Promise<AdjustmentView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const { values } = await rulebookOn(tx, await seasonOn(tx, request.from as LegalDate), dateOf(now));
      const countyOf = await countiesOf(
        tx,
        (request.bases ?? []).map(({ accountId }) => accountId),
      );
      const adjustment = prepare(request, { id: newId(now), countyOf, values }, actor, now);
      for (const place of placesIn(adjustment.rows, countyOf)) refuseForeignPlace(place, actor, '/place');
      await tx.insert(AdjustmentTable, adjustment);
      return viewOf(adjustment);
    });
  }
}

async function countiesOf(tx: Tx, accounts: readonly string[]): Promise<Map<string, number>> {
  const rows: { accountId: string; division: number }[] = await tx.query(
    'select account_id "accountId", division from person where account_id = any($1) and division is not null',
    [accounts],
  );
  return new Map(rows.map(({ accountId, division }) => [accountId, division]));
}
