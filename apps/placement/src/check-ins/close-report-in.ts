import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { BulkResult } from '@xibu/domain/placement/api';
import { Clock, Database, record } from '@xibu/platform';
import { releaseSeat } from '../posts/seats.js';
import { decideRows } from '../volunteers/row-results.js';
import { storeAll } from '../volunteers/store-all.js';
import { VolunteerTable } from '../volunteers/volunteer.table.js';
import { isInScope } from '../volunteers/volunteer-scope.js';
import { failToReport, windowOfReportIn } from './check-in.rules.js';
import { readWindows } from './read-windows.js';

/** Ends report-in: whoever has not come by the end of their window is lost, and the seat is free. */
@Injectable()
export class CloseReportIn {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(season: string, actor: Actor): Promise<BulkResult> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const windows = await readWindows(tx, season);
      if (now < windows.reportIn.closesAt) throw new Refusal('report-in.not-over');
      const expected = await tx.find(VolunteerTable, {
        where: { season, status: 'admitted' },
        order: { number: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      });
      const late = expected.filter((volunteer) => {
        return isInScope(volunteer, actor) && now >= windowOfReportIn(volunteer, windows).closesAt;
      });
      const { done, result } = decideRows(late, (volunteer) => failToReport(volunteer, actor.name, now));
      await storeAll(
        tx,
        VolunteerTable,
        done.map(([volunteer]) => volunteer),
      );
      for (const volunteer of late) await releaseSeat(tx, volunteer, 'lost', now);
      await record(tx, now, ...done.map(([, fact]) => fact));
      return result;
    });
  }
}
