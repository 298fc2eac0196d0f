import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { DeliveryRow, MessageView } from '@xibu/domain/notifications/api';
import { Clock, Database, type ListQuery, type Page, readPage } from '@xibu/platform';

@Injectable()
export class ListMessages {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  mine(query: ListQuery, actor: Actor): Promise<Page<MessageView>> {
    return this.database.transaction((tx) =>
      readPage<MessageView>(tx, query, {
        select: 'id, template, subject, text, at, read_at "readAt"',
        from: 'message',
        where: [['account = ?', actor.account]],
        sorts: ['at'],
        defaultSort: '-at',
      }),
    );
  }

  async unread(actor: Actor): Promise<{ unread: number }> {
    const [row]: { n: number }[] = await this.database.transaction((tx) =>
      tx.query('select count(*)::int n from message where account = $1 and read_at is null', [actor.account]),
    );
    return { unread: row?.n ?? 0 };
  }

  async read(id: string, actor: Actor): Promise<{ id: string }> {
    return this.database.transaction(async (tx) => {
      const [, changed]: [unknown, number] = await tx.query(
        'update message set read_at = coalesce(read_at, $3) where id = $1 and account = $2',
        [id, actor.account, this.clock.now()],
      );
      if (changed === 0) throw new Refusal('record.unknown');
      return { id };
    });
  }

  /** The ledger of deliveries. It belongs to no division: those who may read it see all of it. */
  deliveries(query: ListQuery & { account?: string; status?: string }): Promise<Page<DeliveryRow>> {
    return this.database.asService((tx) =>
      readPage<DeliveryRow>(tx, query, {
        select: `d.id, d.account, m.template, m.subject, d.channel, d.status, d.at, d.arrived_at "arrivedAt", d.reason`,
        from: 'delivery d join message m on m.id = d.message_id',
        where: [
          ...(query.account ? [['d.account = ?', query.account] as const] : []),
          ...(query.status ? [['d.status = ?', query.status] as const] : []),
        ],
        sorts: ['at'],
        defaultSort: '-at',
        facets: ['status', 'channel'],
      }),
    );
  }
}
