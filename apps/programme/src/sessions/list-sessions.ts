import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { SessionRow } from '@xibu/domain/programme/api';
import { Database, type ListQuery, type Page, RealClock, readPage } from '@xibu/platform';

/** Where somebody is signed in right now, so that they can end what they do not know. */
@Injectable()
export class ListSessions {
  constructor(
    private readonly database: Database,
    private readonly realClock: RealClock,
  ) {}

  async run(query: ListQuery, actor: Actor, current: string | null): Promise<Page<SessionRow>> {
    const page = await this.database.transaction((tx) =>
      readPage<Omit<SessionRow, 'isCurrent'>>(tx, query, {
        select: `id, started_at "startedAt", last_used_at "lastUsedAt", expires_at "expiresAt", address, device`,
        from: 'session',
        where: [['account_id = ? and ended_at is null and expires_at > ?', actor.account, this.realClock.now()]],
        sorts: ['startedAt', 'lastUsedAt'],
        defaultSort: '-lastUsedAt',
      }),
    );
    return { ...page, rows: page.rows.map((row) => ({ ...row, isCurrent: row.id === current })) };
  }
}
