import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { DecideRequest, DepartureView } from '@xibu/domain/placement/api';
import { Clock, Database, type Tx } from '@xibu/platform';
import { lockVolunteer } from '../volunteers/find-volunteer.js';
import { storeAll } from '../volunteers/store-all.js';
import { isInScope } from '../volunteers/volunteer-scope.js';
import { type Departure, viewOfDeparture } from './departure.js';
import { agreeToLeave, decideDeparture, finish, isDue } from './departure.rules.js';
import { DepartureTable } from './departure.table.js';
import { EndService } from './end-service.js';

/** The county agrees, the region decides; the service ends with its last day. */
@Injectable()
export class DecideDeparture {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ending: EndService,
  ) {}

  async agree(id: string, request: DecideRequest, actor: Actor): Promise<DepartureView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const agreed = agreeToLeave(await lockDeparture(tx, id, actor), request, now);
      await storeAll(tx, DepartureTable, [agreed]);
      return viewOfDeparture(agreed);
    });
  }

  async decide(id: string, request: DecideRequest, actor: Actor): Promise<DepartureView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const decided = decideDeparture(await lockDeparture(tx, id, actor), request, actor.account, now);
      const isOver = isDue(decided, this.clock.today());
      const kept = isOver ? finish(decided, now) : decided;
      await storeAll(tx, DepartureTable, [kept]);
      if (isOver) {
        const volunteer = await lockVolunteer(tx, { id: decided.volunteerId }, actor);
        await this.ending.run(tx, [{ volunteer, kind: decided.kind, lastDay: decided.lastDay }], now);
      }
      return viewOfDeparture(kept);
    });
  }
}

async function lockDeparture(tx: Tx, id: string, actor: Actor): Promise<Departure> {
  const departure = await tx.findOne(DepartureTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!departure || !isInScope(departure, actor)) throw new Refusal('record.unknown');
  return departure;
}
