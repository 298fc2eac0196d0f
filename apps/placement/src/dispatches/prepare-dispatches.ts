import { Injectable } from '@nestjs/common';
import { type Actor, type LegalDate, Refusal } from '@xibu/domain';
import type { DispatchView, PrepareDispatchesRequest } from '@xibu/domain/placement/api';
import { Clock, Database, IsNull, newId, requireOpen, type Tx } from '@xibu/platform';
import { storeAll } from '../volunteers/store-all.js';
import type { Volunteer } from '../volunteers/volunteer.js';
import { VolunteerTable } from '../volunteers/volunteer.table.js';
import { isInScope } from '../volunteers/volunteer-scope.js';
import type { Dispatch } from './dispatch.js';
import { enlist } from './dispatch.rules.js';
import { DispatchTable } from './dispatch.table.js';
import { viewOfDispatch } from './dispatch-view.js';

/** Hand-over lists for every county that has trained people waiting, or for one. */
@Injectable()
export class PrepareDispatches {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(request: PrepareDispatchesRequest, actor: Actor): Promise<DispatchView[]> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      await requireOpen(tx, request.season, 'dispatch', now);
      const byCounty = await this.waiting(tx, request, actor);
      if (byCounty.size === 0) throw new Refusal('dispatch.nobody-trained');
      const dispatches: Dispatch[] = [];
      const listed: Volunteer[] = [];
      for (const [county, people] of byCounty) {
        const dispatch = await this.list(tx, request, { county, people: people.length, by: actor.account, now });
        dispatches.push(dispatch);
        listed.push(...people.map((volunteer) => enlist(volunteer, dispatch, actor.name, now)));
      }
      await storeAll(tx, DispatchTable, dispatches);
      await storeAll(tx, VolunteerTable, listed);
      return dispatches.map(viewOfDispatch);
    });
  }

  /** Trained people on no list, by county in the order of codes, each in the order of their numbers. */
  private async waiting(
    tx: Tx,
    { season, county }: PrepareDispatchesRequest,
    actor: Actor,
  ): Promise<Map<number, Volunteer[]>> {
    const people = await tx.find(VolunteerTable, {
      where: { season, status: 'trained', dispatchId: IsNull(), ...(county ? { county } : {}) },
      order: { county: 'ASC', number: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const byCounty = new Map<number, Volunteer[]>();
    for (const volunteer of people.filter((one) => isInScope(one, actor))) {
      byCounty.set(volunteer.county, [...(byCounty.get(volunteer.county) ?? []), volunteer]);
    }
    return byCounty;
  }

  private async list(
    tx: Tx,
    { season, handOverOn, place }: PrepareDispatchesRequest,
    { county, people, by, now }: { county: number; people: number; by: string; now: Date },
  ): Promise<Dispatch> {
    const earlier = await tx.count(DispatchTable, { where: { season, county } });
    return {
      ...{ id: newId(now), number: `P${season.slice(0, 4)}-${county}-${earlier + 1}`, season, county, people },
      ...{ handOverOn: handOverOn as LegalDate, place, status: 'prepared', preparedBy: by },
      ...{ confirmedBy: null, confirmedOn: null, updatedAt: now, version: 1 },
    };
  }
}
