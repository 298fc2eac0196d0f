import { Injectable } from '@nestjs/common';
import { type Actor, type LegalDate, Refusal } from '@xibu/domain';
import type { DecideRequest, LeaveView } from '@xibu/domain/placement/api';
import { Clock, Database, record, rulebookOn, type Tx } from '@xibu/platform';
import { lockVolunteer } from '../volunteers/find-volunteer.js';
import { storeAll } from '../volunteers/store-all.js';
import { VolunteerTable } from '../volunteers/volunteer.table.js';
import { isInScope } from '../volunteers/volunteer-scope.js';
import { applyDecision, comeBack, setOut } from './away.rules.js';
import type { Leave, LeaveTier } from './leave.js';
import { decideLeave, returnFromLeave } from './leave.rules.js';
import { LeaveTable } from './leave.table.js';
import { viewOfLeave } from './leave-view.js';

/** The tiers decide on a leave; the unit reports the return. */
@Injectable()
export class DecideLeave {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, request: DecideRequest, actor: Actor): Promise<LeaveView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const leave = await lockLeave(tx, id, actor);
      const volunteer = await lockVolunteer(tx, { id: leave.volunteerId }, actor);
      const book = await rulebookOn(tx, volunteer.season, this.clock.today());
      const decided = decideLeave(leave, request, { tier: tierOf(actor), by: actor.name }, book, now);
      await storeAll(tx, LeaveTable, [decided]);
      if (decided.status === 'approved' || decided.status === 'refused') {
        const [next, facts] = applyDecision(volunteer, decided, book, actor.name, now);
        await storeAll(tx, VolunteerTable, [setOut(next, decided, this.clock.today(), now)]);
        await record(tx, now, ...facts);
      }
      return viewOfLeave(decided, volunteer.name);
    });
  }

  async return(id: string, on: string, actor: Actor): Promise<LeaveView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const leave = await lockLeave(tx, id, actor);
      const volunteer = await lockVolunteer(tx, { id: leave.volunteerId }, actor);
      const back = returnFromLeave(leave, on as LegalDate, now);
      const [next, facts] = comeBack(volunteer, back, on as LegalDate, actor.name, now);
      await storeAll(tx, LeaveTable, [back]);
      await storeAll(tx, VolunteerTable, [next]);
      await record(tx, now, ...facts);
      return viewOfLeave(back, volunteer.name);
    });
  }
}

async function lockLeave(tx: Tx, id: string, actor: Actor): Promise<Leave> {
  const leave = await tx.findOne(LeaveTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!leave || !isInScope(leave, actor)) throw new Refusal('record.unknown');
  return leave;
}

export function tierOf({ roles }: Pick<Actor, 'roles'>): LeaveTier {
  if (roles.includes('unit.officer')) return 'unit';
  return roles.some((role) => role.startsWith('county.')) ? 'county' : 'region';
}
