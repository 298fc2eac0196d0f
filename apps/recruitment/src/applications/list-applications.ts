import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { ApplicationRow } from '@xibu/domain/recruitment/api';
import { Database, type Page, readPage } from '@xibu/platform';
import type { ApplicationsQuery } from './applications.dto.js';

/** 报名人员: the register of an office, within its scope. Drafts are their writer's own business. */
@Injectable()
export class ListApplications {
  constructor(private readonly database: Database) {}

  run(query: ApplicationsQuery, actor: Actor): Promise<Page<ApplicationRow>> {
    const { season, status, university, faculty, q } = query;
    return this.database.transaction((tx) =>
      readPage<ApplicationRow>(tx, query, {
        select: `id, number, form ->> 'name' "name", status, university, faculty,
                 form ->> 'majorName' "majorName", submitted_at "submittedAt"`,
        from: 'application',
        where: [
          [`status <> 'draft'`],
          ...scopeOf(actor),
          ...(season ? [['season = ?', season] as const] : []),
          ...(status ? [['status = any(?)', status.split(',')] as const] : []),
          ...(university ? [['university = ?', university] as const] : []),
          ...(faculty ? [['faculty = ?', faculty] as const] : []),
          ...(q ? [[`form ->> 'name' like ? or number like ?`, `%${q}%`, `%${q}%`] as const] : []),
        ],
        sorts: ['submittedAt', 'name', 'number'],
        defaultSort: 'submittedAt',
        facets: ['status', 'faculty'],
      }),
    );
  }
}

/** The explicit filter; row-level security says the same behind it. */
function scopeOf({ university, faculty, divisions }: Actor): (readonly [string, ...unknown[]])[] {
  if (university) return [['university = ?', university], ...(faculty ? [['faculty = ?', faculty] as const] : [])];
  if (divisions) return [['division between ? and ?', divisions.from, divisions.to]];
  return [['false']];
}
