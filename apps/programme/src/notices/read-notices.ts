import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { NoticeRow, NoticeView } from '@xibu/domain/programme/api';
import { Clock, Database, type Page, readPage, rewrite, type Tx } from '@xibu/platform';
import { escaped } from '../offices/search-text.js';
import type { Notice, Receipt } from './notice.js';
import { receive } from './notice.rules.js';
import { NoticeTable, ReceiptTable } from './notice.table.js';
import { viewOf } from './notice-view.js';
import type { NoticesQuery } from './notices.dto.js';

/** 收文 and 发文 of one’s own office. */
@Injectable()
export class ReadNotices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  list(query: NoticesQuery, actor: Actor): Promise<Page<NoticeRow>> {
    const { box, unread, q } = query;
    const issued = box === 'issued';
    return this.database.transaction((tx) =>
      readPage<NoticeRow>(tx, query, {
        select: `n.id, n.number, n.title, n.office_id "officeId", n.issued_by_name "issuedByName", n.issued_at "issuedAt",
                 n.is_public "isPublic", n.receipt_due_on "receiptDueOn",
                 ${issued ? 'null::timestamptz' : 'r.read_at'} "readAt"`,
        from: issued ? 'notice n' : 'notice n join notice_receipt r on r.notice_id = n.id',
        where: [
          [`${issued ? 'n' : 'r'}.office_id::text = ?`, actor.office ?? ''],
          ...(unread && !issued ? [['r.read_at is null'] as const] : []),
          ...(q ? [['n.title like ? or n.number like ?', `%${escaped(q)}%`, `%${escaped(q)}%`] as const] : []),
        ],
        sorts: ['issuedAt', 'number', 'receiptDueOn'],
        defaultSort: '-issuedAt',
      }),
    );
  }

  async one(id: string, actor: Actor): Promise<NoticeView> {
    const { notice, receipt } = await this.database.transaction((tx) => find(tx, id, actor));
    return viewOf(notice, receipt?.readAt ?? null);
  }

  /** 回执 of one’s own office. */
  receive(id: string, feedback: string | undefined, actor: Actor): Promise<NoticeView> {
    return this.database.transaction(async (tx) => {
      const { notice, receipt } = await find(tx, id, actor, true);
      if (!receipt) throw new Refusal('record.unknown');
      const received = receive(receipt, feedback, actor, this.clock.now());
      await rewrite(tx, ReceiptTable, received);
      return viewOf(notice, received.readAt);
    });
  }
}

/** A notice that one’s own office issued or received, or that is public. */
async function find(
  tx: Tx,
  id: string,
  { office }: Actor,
  toChange = false,
): Promise<{ notice: Notice; receipt: Receipt | null }> {
  const notice = await tx.findOne(NoticeTable, { where: { id } });
  const lock = toChange ? { lock: { mode: 'pessimistic_write' as const } } : {};
  const receipt = office
    ? await tx.findOne(ReceiptTable, { where: { noticeId: id, officeId: office }, ...lock })
    : null;
  if (!notice || (!receipt && notice.officeId !== office && !notice.isPublic)) throw new Refusal('record.unknown');
  return { notice, receipt };
}
