import { Injectable } from '@nestjs/common';
import { Refusal } from '@xibu/domain';
import type { PublicNoticeRow, PublicNoticeView } from '@xibu/domain/programme/api';
import { Database, type Page, readPage } from '@xibu/platform';
import { escaped } from '../offices/search-text.js';
import { NoticeTable } from './notice.table.js';
import { viewOf } from './notice-view.js';
import type { PublicNoticesQuery } from './notices.dto.js';

/** 公告 for everybody, without sign-in. */
@Injectable()
export class PublicNotices {
  constructor(private readonly database: Database) {}

  list(query: PublicNoticesQuery): Promise<Page<PublicNoticeRow>> {
    const { q } = query;
    return this.database.transaction((tx) =>
      readPage<PublicNoticeRow>(tx, query, {
        select: 'id, number, title, issued_by_name "issuedByName", issued_at "issuedAt"',
        from: 'notice',
        where: [
          ['is_public'],
          ...(q ? [['title like ? or number like ?', `%${escaped(q)}%`, `%${escaped(q)}%`] as const] : []),
        ],
        sorts: ['issuedAt'],
        defaultSort: '-issuedAt',
      }),
    );
  }

  async one(id: string): Promise<PublicNoticeView> {
    const notice = await this.database.transaction((tx) => tx.findOne(NoticeTable, { where: { id, isPublic: true } }));
    if (!notice) throw new Refusal('record.unknown');
    const { number, title, text, issuedByName, issuedAt } = viewOf(notice, null);
    return { id, number, title, text, issuedByName, issuedAt };
  }
}
