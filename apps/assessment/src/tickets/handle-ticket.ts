import { Injectable } from '@nestjs/common';
import { type Actor, type Fact, Refusal } from '@xibu/domain';
import { Clock, Database, newId, record, rewrite } from '@xibu/platform';
import type { Ticket } from './ticket.js';
import { accept, answer, type Opening, offer, openTicket, rate, take } from './ticket.rules.js';
import { TicketTable } from './ticket.table.js';

@Injectable()
export class HandleTicket {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async open(opening: Opening, actor: Actor): Promise<Ticket> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const [serves]: { county: number | null }[] = await tx.query(
        'select county from volunteer where account = $1 limit 1',
        [actor.account],
      );
      const ticket = openTicket(newId(now), opening, { account: actor.account, county: serves?.county ?? null }, now);
      await tx.insert(TicketTable, { ...ticket, steps: [...ticket.steps] });
      return ticket;
    });
  }

  take = (id: string, actor: Actor): Promise<Ticket> =>
    this.change(id, actor, (ticket, now) => [take(ticket, actor, now)]);
  offer = (id: string, to: string, actor: Actor): Promise<Ticket> =>
    this.change(id, actor, (ticket, now) => [offer(ticket, to, actor, now)]);
  accept = (id: string, actor: Actor): Promise<Ticket> =>
    this.change(id, actor, (ticket, now) => [accept(ticket, actor, now)]);
  answer = (id: string, text: string, actor: Actor): Promise<Ticket> =>
    this.change(id, actor, (ticket, now) => answer(ticket, text, actor, now));
  rate = (id: string, rating: number, actor: Actor): Promise<Ticket> =>
    this.change(id, actor, (ticket, now) => [rate(ticket, rating, actor, now)]);

  private async change(
    id: string,
    actor: Actor,
    decide: (ticket: Ticket, now: Date) => [Ticket, ...Fact[]],
  ): Promise<Ticket> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const ticket = await tx.findOne(TicketTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!ticket || !concerns(ticket, actor)) throw new Refusal('record.unknown');
      const [changed, ...facts] = decide(ticket, now);
      await rewrite(tx, TicketTable, changed);
      await record(tx, now, ...facts);
      return changed;
    });
  }
}

/** The one who asked, or an office in whose area they serve. */
function concerns({ account, county }: Ticket, actor: Actor): boolean {
  if (account === actor.account) return true;
  return actor.divisions !== null && county !== null && county >= actor.divisions.from && county <= actor.divisions.to;
}
