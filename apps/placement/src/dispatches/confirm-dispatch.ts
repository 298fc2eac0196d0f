import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { ConfirmDispatchRequest, DispatchView } from '@xibu/domain/placement/api';
import { Clock, Database, record, requireOpen } from '@xibu/platform';
import { DraftAgreements } from '../agreements/draft-agreements.js';
import { storeAll } from '../volunteers/store-all.js';
import { VolunteerTable } from '../volunteers/volunteer.table.js';
import { confirm, handOver, leaveBehind } from './dispatch.rules.js';
import { DispatchTable } from './dispatch.table.js';
import { viewOfDispatch } from './dispatch-view.js';
import { findDispatch } from './find-dispatch.js';

/** The county takes its people over; their agreements are drafted in the same step. */
@Injectable()
export class ConfirmDispatch {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly agreements: DraftAgreements,
  ) {}

  async run(id: string, { missing }: ConfirmDispatchRequest, actor: Actor): Promise<DispatchView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const dispatch = await findDispatch(tx, id, actor, { lock: true });
      await requireOpen(tx, dispatch.season, 'dispatch', now);
      const listed = await tx.find(VolunteerTable, {
        where: { dispatchId: id, status: 'trained' },
        order: { number: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      });
      const stranger = missing.find((number) => !listed.some((volunteer) => volunteer.number === number));
      if (stranger) throw new Refusal('dispatch.not-on-list', { number: stranger, pointer: '/missing' });
      const absent = listed.filter(({ number }) => missing.includes(number));
      const present = listed.filter(({ number }) => !missing.includes(number));
      const confirmed = confirm(dispatch, present.length, actor.account, now);
      const handed = present.map((volunteer) => handOver(volunteer, actor.name, now));
      const volunteers = handed.map(([volunteer]) => volunteer);
      await storeAll(tx, DispatchTable, [confirmed]);
      await storeAll(tx, VolunteerTable, [
        ...volunteers,
        ...absent.map((volunteer) => leaveBehind(volunteer, actor.name, now)),
      ]);
      await this.agreements.first(tx, volunteers, now);
      await record(tx, now, ...handed.map(([, fact]) => fact));
      return viewOfDispatch(confirmed);
    });
  }
}
