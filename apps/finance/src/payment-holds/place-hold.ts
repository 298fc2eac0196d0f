import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { HoldRequest, HoldView } from '@xibu/domain/finance/api';
import { Clock, Database, newId, rewrite, type Tx } from '@xibu/platform';
import { found, isInScope } from '../offices/office-scope.js';
import { lift, place, viewOf } from './payment-hold.rules.js';
import { PaymentHoldTable } from './payment-hold.table.js';

/** Holds a person's payments back, and lets them go again. */
@Injectable()
export class PlaceHold {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  run(request: HoldRequest, actor: Actor): Promise<HoldView> {
    return this.database.transaction((tx) => this.within(tx, request, actor, this.clock.now()));
  }

  /** The same as a part of another step. */
  async within(tx: Tx, request: HoldRequest, actor: Actor, now: Date): Promise<HoldView> {
    const [person]: { name: string | null; division: number | null; unit: string | null }[] = await tx.query(
      'select name, division, unit from person where account_id = $1',
      [request.accountId],
    );
    const { division = null, unit = null, name = null } = person ?? {};
    if (division === null || !isInScope({ division, unit }, actor)) throw new Refusal('record.unknown');
    const hold = place(newId(now), request, { division, unit }, actor, now);
    // A second hold would need a second lifting; the first one holds already.
    const held = await tx.find(PaymentHoldTable, { where: { accountId: request.accountId } });
    if (held.some(({ lifted }) => lifted === null)) throw new Refusal('payment-hold.held');
    await tx.insert(PaymentHoldTable, hold);
    return viewOf(hold, name);
  }

  async lift(id: string, reason: string, actor: Actor): Promise<HoldView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const where = { id };
      const hold = found(await tx.findOne(PaymentHoldTable, { where, lock: { mode: 'pessimistic_write' } }), actor);
      const lifted = lift(hold, reason, actor, now);
      await rewrite(tx, PaymentHoldTable, lifted);
      const [person]: { name: string | null }[] = await tx.query('select name from person where account_id = $1', [
        hold.accountId,
      ]);
      return viewOf(lifted, person?.name ?? null);
    });
  }
}
