import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { PublicNoticeEntryRow, PublicNoticeLine, PublicNoticeView } from '@xibu/domain/recruitment/api';
import { Database, type ListQuery, type Page, readPage, type Tx } from '@xibu/platform';
import { scopeOf } from '../applications/office-scope.js';
import type { PublicNotice } from './public-notice.js';
import { PublicNoticeTable } from './public-notice.table.js';
import { viewOf } from './public-notice-view.js';
import type { NoticesQuery } from './public-notices.dto.js';

/** Public lists for everybody, masked; and for offices, who stands behind the lines. */
@Injectable()
export class ListPublicNotices {
  constructor(private readonly database: Database) {}

  run(query: NoticesQuery): Promise<Page<PublicNoticeView>> {
    const { season, university, status } = query;
    return this.database.transaction((tx) =>
      readPage<PublicNoticeView>(tx, query, {
        select: `id, season, university, university_name "universityName", opens_on "opensOn", closes_on "closesOn",
                 status, people`,
        from: 'public_notice',
        where: [
          ...(season ? [['season = ?', season] as const] : []),
          ...(university ? [['university = ?', university] as const] : []),
          ...(status ? [['status = ?', status] as const] : []),
        ],
        sorts: ['closesOn', 'universityName'],
        defaultSort: '-closesOn',
        facets: ['status'],
      }),
    );
  }

  async one(id: string, query: ListQuery): Promise<PublicNoticeView & { lines: Page<PublicNoticeLine> }> {
    return this.database.transaction(async (tx) => {
      const notice = await find(tx, id);
      const lines = await readPage<PublicNoticeLine>(tx, query, {
        select: 'line::text "id", line, name, faculty, major, county, post',
        from: 'public_notice_line',
        where: [['notice_id = ?', id]],
        sorts: ['line'],
        defaultSort: 'line',
      });
      return { ...viewOf(notice), lines };
    });
  }

  /** For offices of its scope: the people of a notice, and how many objections wait. */
  entries(id: string, query: ListQuery, actor: Actor): Promise<Page<PublicNoticeEntryRow>> {
    return this.database.transaction(async (tx) => {
      await find(tx, id);
      return readPage<PublicNoticeEntryRow>(tx, query, {
        select: `a.id, e.line, a.number, a.form ->> 'name' "name", a.status,
                 (select count(*)::int from objection o
                  where o.notice_id = e.notice_id and o.line = e.line and o.status = 'open') "openObjections"`,
        from: 'notice_entry e join application a on a.id = e.application_id',
        where: [['e.notice_id = ?', id], ...scopeOf(actor, 'a')],
        sorts: ['line', 'name'],
        defaultSort: 'line',
        facets: ['status', 'openObjections'],
      });
    });
  }
}

async function find(tx: Tx, id: string): Promise<PublicNotice> {
  const notice = await tx.findOne(PublicNoticeTable, { where: { id } });
  if (!notice) throw new Refusal('record.unknown');
  return notice;
}
