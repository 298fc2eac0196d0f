import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { ReportRow } from '@xibu/domain/assessment/api';
import { Database, type Page, readPage } from '@xibu/platform';
import type { ReportsQuery } from './reports.dto.js';

@Injectable()
export class ListReports {
  constructor(private readonly database: Database) {}

  run(query: ReportsQuery, actor: Actor): Promise<Page<ReportRow>> {
    const { from, to } = actor.divisions ?? { from: -1, to: -1 };
    return this.database.transaction((tx) =>
      readPage<ReportRow>(tx, query, {
        select: `id, county, month, status, to_char(due_on, 'YYYY-MM-DD') "dueOn", submitted_at "submittedAt", late,
                 expected_on_post "expectedOnPost", content`,
        from: 'report',
        where: [
          ['county between ? and ?', from, to],
          ...(query.month ? [['month = ?', query.month] as const] : []),
          ...(query.status ? [['status = ?', query.status] as const] : []),
          ...(query.late ? [['late = ?', query.late === 'true'] as const] : []),
        ],
        sorts: ['month', 'county', 'dueOn'],
        defaultSort: '-month',
        facets: ['status', 'late'],
      }),
    );
  }
}
