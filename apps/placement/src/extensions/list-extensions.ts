import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { ExtensionView } from '@xibu/domain/placement/api';
import { Database, ListQuery, type Page, readPage } from '@xibu/platform';
import { IsIn, IsOptional } from 'class-validator';
import { scopeOf } from '../volunteers/volunteer-scope.js';

export class ExtensionsQuery extends ListQuery {
  @IsOptional()
  @IsIn(['requested', 'county-agreed', 'approved', 'refused'])
  readonly status?: string;
}

/** Extensions of a scope. */
@Injectable()
export class ListExtensions {
  constructor(private readonly database: Database) {}

  run({ status, ...query }: ExtensionsQuery, actor: Actor): Promise<Page<ExtensionView>> {
    return this.database.transaction((tx) =>
      readPage<ExtensionView>(tx, query, {
        select: `id, number, volunteer_id "volunteerId", county, season, from_day "from", to_day "to", reason, status,
                 decision_reason "decisionReason"`,
        from: 'extension',
        where: [
          ...scopeOf(actor, { university: false, unit: false }),
          ...(status ? [['status = ?', status] as const] : []),
        ],
        sorts: ['number', 'from'],
        defaultSort: 'number',
        facets: ['status', 'county'],
      }),
    );
  }
}
