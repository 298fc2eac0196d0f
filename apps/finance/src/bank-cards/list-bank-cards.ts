import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { BankCardView } from '@xibu/domain/finance/api';
import { Database, type Page, readPage, type Tx } from '@xibu/platform';
import { scopeOf } from '../offices/office-scope.js';
import { viewOf } from './bank-card.rules.js';
import { BankCardTable } from './bank-card.table.js';
import type { BankCardsQuery } from './bank-cards.dto.js';

/** Cards as offices see them: masked, with their history. */
@Injectable()
export class ListBankCards {
  constructor(private readonly database: Database) {}

  run(query: BankCardsQuery, actor: Actor): Promise<Page<BankCardView>> {
    const { status, county } = query;
    return this.database.transaction((tx) =>
      readPage<BankCardView>(tx, query, {
        select: `c.id, c.account_id "accountId", p.name, c.division, '************' || c.last_four "number",
                 c.bank_name "bankName", c.warnings, c.status, c.registered_at "registeredAt",
                 case when c.confirmed is null then null
                      else jsonb_build_object('by', c.confirmed ->> 'name', 'at', c.confirmed ->> 'at') end "confirmed",
                 c.usable_from "usableFrom", c.ended_at "endedAt", c.reason, c.version`,
        from: 'bank_card c left join person p on p.account_id = c.account_id',
        where: [
          ...scopeOf(actor, 'c', { account: true }),
          ...(status ? [['c.status = any(?)', status.split(',')] as const] : []),
          ...(county ? [['c.division = ?', county] as const] : []),
        ],
        sorts: ['registeredAt', 'division', 'name'],
        defaultSort: 'registeredAt',
        facets: ['status'],
      }),
    );
  }

  /** The person's own cards, the latest first. */
  async mine(actor: Actor): Promise<BankCardView[]> {
    return this.database.transaction(async (tx) => {
      const cards = await tx.find(BankCardTable, {
        where: { accountId: actor.account },
        order: { registeredAt: 'DESC' },
      });
      const name = await nameOf(tx, actor.account);
      return cards.map((card) => viewOf(card, name));
    });
  }
}

export async function nameOf(tx: Tx, accountId: string): Promise<string | null> {
  const [row]: { name: string | null }[] = await tx.query('select name from person where account_id = $1', [accountId]);
  return row?.name ?? null;
}
