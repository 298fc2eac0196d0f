import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { PostChangeView } from '@xibu/domain/placement/api';
import { Database, type Page, readPage } from '@xibu/platform';
import { scopeOf } from '../volunteers/volunteer-scope.js';
import type { PostChangesQuery } from './post-changes.dto.js';

/** Changes of post of a scope, those to be decided first. */
@Injectable()
export class ListPostChanges {
  constructor(private readonly database: Database) {}

  run({ status, tier, ...query }: PostChangesQuery, actor: Actor): Promise<Page<PostChangeView>> {
    return this.database.transaction((tx) =>
      readPage<PostChangeView>(tx, query, {
        select: `id, number, volunteer_id "volunteerId", from_post_id "fromPostId", to_post_id "toPostId",
                 county "fromCounty", to_county "toCounty", tier, asked_by "askedBy", reason, status, on_day "on",
                 decision_reason "decisionReason", exception_reason "exceptionReason"`,
        from: 'post_change',
        where: [
          ...scopeOf(actor, { university: false }),
          ...(status ? [['status = ?', status] as const] : []),
          ...(tier ? [['tier = ?', tier] as const] : []),
        ],
        sorts: ['number', 'on'],
        defaultSort: 'number',
        facets: ['status', 'tier'],
      }),
    );
  }
}
