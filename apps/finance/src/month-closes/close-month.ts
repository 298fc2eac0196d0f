import { Injectable } from '@nestjs/common';
import type { Actor, Month } from '@xibu/domain';
import type { OfficeMonthView, ProposeCloseRequest } from '@xibu/domain/finance/api';
import { Clock, Database, newId, type Tx } from '@xibu/platform';
import { lockPayments, lockPaymentsOfClose } from '../batches/prepare-batch.js';
import { found, refuseForeignPlace } from '../offices/office-scope.js';
import { close, propose } from './close-month.rules.js';
import { MonthCloseTable } from './month-close.table.js';
import { readBooks } from './read-books.js';
import { closedBooks, officeMonth, viewOf } from './show-board.js';

/** Two people close a county's month. From then on its books stay as they are. */
@Injectable()
export class CloseMonth {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async propose({ county, month }: ProposeCloseRequest, actor: Actor): Promise<OfficeMonthView> {
    const now = this.clock.now();
    refuseForeignPlace(county, actor, '/county');
    return this.database.beyondScope(async (tx) => {
      await lockPayments(tx, county);
      const where = { division: county, month: month as Month };
      const before = await tx.findOne(MonthCloseTable, { where });
      const books = await readBooks(tx, county, month as Month);
      const earlierOpen = await openBefore(tx, county, month as Month);
      const proposal = propose(newId(now), books, { before, earlierOpen }, actor, now);
      await tx.upsert(MonthCloseTable, proposal, ['id']);
      return viewOf(books, proposal);
    });
  }

  async confirm(id: string, actor: Actor): Promise<OfficeMonthView> {
    const now = this.clock.now();
    return this.database.beyondScope(async (tx) => {
      await lockPaymentsOfClose(tx, id);
      const proposal = found(await tx.findOne(MonthCloseTable, { where: { id } }), actor);
      const { division, month } = proposal;
      const closed = close(proposal, await readBooks(tx, division, month), actor, now);
      await tx.upsert(MonthCloseTable, closed, ['id']);
      await tx.query(
        `update subsidy_run set status = 'closed', version = version + 1
         where division = $1 and month = $2 and release_seq is not null`,
        [division, month],
      );
      return viewOf(closedBooks(closed), closed);
    });
  }

  async get(id: string, actor: Actor): Promise<OfficeMonthView> {
    return this.database.beyondScope(async (tx) => {
      const { division, month } = found(await tx.findOne(MonthCloseTable, { where: { id } }), actor);
      return officeMonth(tx, division, month);
    });
  }
}

/** The first month with a run that is not closed yet: books are closed in their order. */
async function openBefore(tx: Tx, division: number, month: Month): Promise<Month | null> {
  const [row]: { month: Month }[] = await tx.query(
    `select r.month from subsidy_run r left join month_close c on c.division = r.division and c.month = r.month
     where r.division = $1 and r.month < $2 and c.status is distinct from 'closed' order by 1 limit 1`,
    [division, month],
  );
  return row?.month ?? null;
}
