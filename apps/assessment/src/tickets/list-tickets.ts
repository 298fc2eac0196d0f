import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { Database, type ListQuery, readPage } from '@xibu/platform';

const columns = `t.id, t.county, t.topic, t.status, t.owner, t.text, t.answer, t.rating, t.steps, to_char(t.due_on, 'YYYY-MM-DD') "dueOn", t.at`;

@Injectable()
export class ListTickets {
  constructor(private readonly database: Database) {}

  mine(query: ListQuery, actor: Actor) {
    return this.database.transaction((tx) =>
      readPage(tx, query, {
        select: columns,
        from: 'ticket t',
        where: [['t.account = ?', actor.account]],
        sorts: ['at'],
        defaultSort: '-at',
      }),
    );
  }

  /** Matters of an office's area; who wished to stay unnamed is not named here either. */
  ofOffice(query: ListQuery & { status?: string }, { divisions }: Actor) {
    return this.database.transaction((tx) =>
      readPage(tx, query, {
        select: `${columns}, case when t.anonymous then null else p.name end "name"`,
        from: 'ticket t left join person p on p.account = t.account',
        where: [
          ['t.county between ? and ?', divisions?.from ?? -1, divisions?.to ?? -1],
          ...(query.status ? [['t.status = ?', query.status] as const] : []),
        ],
        sorts: ['dueOn', 'at'],
        defaultSort: 'dueOn',
        facets: ['status', 'topic'],
      }),
    );
  }
}
