import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { DepartureView } from '@xibu/domain/placement/api';
import { Database, type Page, readPage } from '@xibu/platform';
import { scopeOf } from '../volunteers/volunteer-scope.js';
import type { DeparturesQuery } from './departures.dto.js';

/** Departures of a scope. */
@Injectable()
export class ListDepartures {
  constructor(private readonly database: Database) {}

  run({ status, kind, ...query }: DeparturesQuery, actor: Actor): Promise<Page<DepartureView>> {
    return this.database.transaction((tx) =>
      readPage<DepartureView>(tx, query, {
        select: `id, number, volunteer_id "volunteerId", county, kind, ground, last_day "lastDay", reason,
                 hearing_note "hearingNote", status, decision_reason "decisionReason"`,
        from: 'departure',
        where: [
          ...scopeOf(actor, { university: false }),
          ...(status ? [['status = any(?)', status.split(',')] as const] : []),
          ...(kind ? [['kind = ?', kind] as const] : []),
        ],
        sorts: ['number', 'lastDay'],
        defaultSort: 'number',
        facets: ['status', 'kind'],
      }),
    );
  }
}
