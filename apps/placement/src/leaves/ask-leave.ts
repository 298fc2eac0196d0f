import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { AskLeaveRequest, LeaveView } from '@xibu/domain/placement/api';
import { Clock, Database, newId, record, rulebookOn, Sealing } from '@xibu/platform';
import { lockOwn } from '../volunteers/find-volunteer.js';
import { storeAll } from '../volunteers/store-all.js';
import { VolunteerTable } from '../volunteers/volunteer.table.js';
import { forgetLeave } from './away.rules.js';
import { askLeave, cancelLeave } from './leave.rules.js';
import { LeaveTable } from './leave.table.js';
import { viewOfLeave } from './leave-view.js';

/** The volunteer asks for leave, or takes the request back. */
@Injectable()
export class AskLeave {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
  ) {}

  async run(request: AskLeaveRequest, actor: Actor): Promise<LeaveView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const volunteer = await lockOwn(tx, actor);
      const book = await rulebookOn(tx, volunteer.season, this.clock.today());
      const earlier = await tx.find(LeaveTable, { where: { volunteerId: volunteer.id } });
      const note = request.hospitalNote?.trim();
      const hospitalNoteSealed = note ? this.sealing.seal(note) : null;
      const leave = askLeave(volunteer, request, { id: newId(now), earlier, hospitalNoteSealed }, book, now);
      await storeAll(tx, LeaveTable, [leave]);
      return viewOfLeave(leave, volunteer.name);
    });
  }

  async cancel(id: string, actor: Actor): Promise<LeaveView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const leave = await tx.findOne(LeaveTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!leave || leave.accountId !== actor.account) throw new Refusal('record.unknown');
      const cancelled = cancelLeave(leave, now);
      const volunteer = await lockOwn(tx, actor);
      await storeAll(tx, LeaveTable, [cancelled]);
      if (leave.status === 'approved') {
        const [next, facts] = forgetLeave(volunteer, leave, actor.name, now);
        await storeAll(tx, VolunteerTable, [next]);
        await record(tx, now, ...facts);
      }
      return viewOfLeave(cancelled, volunteer.name);
    });
  }
}
