import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { Database, type ListQuery, type Page, readPage } from '@xibu/platform';
import type { Incident } from './incident.js';

@Injectable()
export class ListIncidents {
  constructor(private readonly database: Database) {}

  run(query: ListQuery & { status?: string }, actor: Actor): Promise<Page<Incident>> {
    const { divisions, unit } = actor;
    return this.database.transaction((tx) =>
      readPage<Incident>(tx, query, {
        select: `id, season, county, unit, kind, level, status, happened_at "happenedAt", place, people, steps,
                 management_fault "managementFault", finding, at`,
        from: 'incident',
        where: [
          divisions ? ['county between ? and ?', divisions.from, divisions.to] : ['unit = ?', unit ?? ''],
          ...(query.status ? [['status = ?', query.status] as const] : []),
        ],
        sorts: ['at', 'happenedAt', 'level'],
        defaultSort: '-at',
        facets: ['status', 'kind', 'level'],
      }),
    );
  }
}
