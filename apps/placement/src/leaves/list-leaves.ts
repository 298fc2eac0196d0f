import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { LeaveRow, LeaveView } from '@xibu/domain/placement/api';
import { Database, type Page, readPage } from '@xibu/platform';
import { isInScope, scopeOf } from '../volunteers/volunteer-scope.js';
import { LeaveTable } from './leave.table.js';
import { viewOfLeave } from './leave-view.js';
import type { LeavesQuery } from './leaves.dto.js';

/** Leaves of a scope: the queue of each tier is `?waitsFor=`. */
@Injectable()
export class ListLeaves {
  constructor(private readonly database: Database) {}

  run({ status, waitsFor, county, ...query }: LeavesQuery, actor: Actor): Promise<Page<LeaveRow>> {
    return this.database.transaction((tx) =>
      readPage<LeaveRow>(tx, query, {
        select: `id, number, (select v.name from volunteer v where v.id = leave.volunteer_id) "name", county, unit, kind,
                 from_day "from", to_day "to", days, status, waits_for "waitsFor", overdue_days "overdueDays",
                 returned_on "returnedOn"`,
        from: 'leave',
        where: [
          ...scopeOf(actor, { university: false }),
          ...(status ? [['status = any(?)', status.split(',')] as const] : []),
          ...(waitsFor ? [['waits_for = ?', waitsFor] as const] : []),
          ...(county ? [['county = ?', county] as const] : []),
        ],
        sorts: ['number', 'from', 'days', 'overdueDays'],
        defaultSort: 'number',
        facets: ['status', 'kind', 'waitsFor'],
      }),
    );
  }

  async one(id: string, actor: Actor): Promise<LeaveView> {
    return this.database.transaction(async (tx) => {
      const leave = await tx.findOne(LeaveTable, { where: { id } });
      if (!leave || !isInScope(leave, actor)) throw new Refusal('record.unknown');
      const [row]: { name: string }[] = await tx.query('select name from volunteer where id = $1', [leave.volunteerId]);
      return viewOfLeave(leave, row?.name ?? '');
    });
  }
}
