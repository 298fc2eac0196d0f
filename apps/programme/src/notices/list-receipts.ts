import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { ReceiptRow } from '@xibu/domain/programme/api';
import { Clock, Database, type ListQuery, type Page, readPage } from '@xibu/platform';
import { officeScope } from '../offices/office.js';
import { NoticeTable } from './notice.table.js';
import type { ReceiptsQuery } from './notices.dto.js';

const columns = `r.id, r.notice_id "noticeId", n.number, n.title, o.id "officeId", o.name "officeName", o.tier,
                 o.duty_phone "dutyPhone", n.receipt_due_on "receiptDueOn", r.read_at "readAt", r.read_by "readBy",
                 r.feedback`;
const from = 'notice_receipt r join notice n on n.id = r.notice_id join office o on o.id = r.office_id';

/** Who has read what, and who is late: with the telephone beside it. */
@Injectable()
export class ListReceipts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Of a notice that one’s own office issued. */
  ofNotice(id: string, query: ReceiptsQuery, actor: Actor): Promise<Page<ReceiptRow>> {
    return this.database.transaction(async (tx) => {
      const notice = await tx.findOne(NoticeTable, { where: { id } });
      if (notice?.officeId !== actor.office) throw new Refusal('record.unknown');
      return readPage<ReceiptRow>(tx, query, {
        ...{ select: columns, from, sorts: ['officeName', 'readAt'], defaultSort: 'officeName', facets: ['tier'] },
        where: [
          ['r.notice_id = ?', id],
          ...officeScope(actor),
          ...(query.unread ? [['r.read_at is null'] as const] : []),
        ],
      });
    });
  }

  /** Receipts that are past their day, of every office in one’s scope but one’s own. */
  overdue(query: ListQuery, actor: Actor): Promise<Page<ReceiptRow>> {
    return this.database.transaction((tx) =>
      readPage<ReceiptRow>(tx, query, {
        ...{ select: columns, from, sorts: ['receiptDueOn', 'officeName'], defaultSort: 'receiptDueOn' },
        facets: ['tier'],
        where: [
          ['r.read_at is null and n.receipt_due_on < ?', this.clock.today()],
          ['o.id::text <> ?', actor.office ?? ''],
          ...officeScope(actor),
        ],
      }),
    );
  }
}
