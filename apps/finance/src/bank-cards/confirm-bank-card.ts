import { Injectable } from '@nestjs/common';
import { type Actor, dateOf } from '@xibu/domain';
import type {
  BankCardView,
  ConfirmBankCardRequest,
  ConfirmBankCardsRequest,
  RowOutcome,
} from '@xibu/domain/finance/api';
import { Clock, Database, eachByItself, record, rewrite, type Tx } from '@xibu/platform';
import { found } from '../offices/office-scope.js';
import { rulebookOfPerson } from '../seasons/engagements.js';
import type { BankCard } from './bank-card.js';
import { confirm, giveWay, refuse, viewOf } from './bank-card.rules.js';
import { BankCardTable } from './bank-card.table.js';
import { nameOf } from './list-bank-cards.js';

/** The office has seen the card, or found it wrong. */
@Injectable()
export class ConfirmBankCard {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, request: ConfirmBankCardRequest, actor: Actor): Promise<BankCardView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const card = await lock(tx, id, actor);
      const { values } = await rulebookOfPerson(tx, card.accountId, dateOf(now));
      const before = await tx.findOne(BankCardTable, { where: { accountId: card.accountId, status: 'confirmed' } });
      const given = { isChange: await hadCard(tx, card), coolingDays: values.bankCardCoolingDays };
      const [confirmed, fact] = confirm(card, request, given, actor, now);
      if (before) await rewrite(tx, BankCardTable, giveWay(before, now));
      await rewrite(tx, BankCardTable, confirmed);
      await record(tx, now, fact);
      return viewOf(confirmed, await nameOf(tx, card.accountId));
    });
  }

  /** One decision for many cards; each stands or falls by itself. */
  many({ ids, ...request }: ConfirmBankCardsRequest, actor: Actor): Promise<RowOutcome[]> {
    return eachByItself(ids, String, async (id) => ({ status: (await this.run(id, request, actor)).status }));
  }

  async refuse(id: string, reason: string, actor: Actor): Promise<BankCardView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const refused = refuse(await lock(tx, id, actor), reason, now);
      await rewrite(tx, BankCardTable, refused);
      return viewOf(refused, await nameOf(tx, refused.accountId));
    });
  }
}

async function lock(tx: Tx, id: string, actor: Actor): Promise<BankCard> {
  return found(await tx.findOne(BankCardTable, { where: { id }, lock: { mode: 'pessimistic_write' } }), actor);
}

/** A first card is paid to at once; any card after it is a change, whatever became of the one before. */
async function hadCard(tx: Tx, { accountId }: BankCard): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `select from bank_card where account_id = $1 and status in ('confirmed', 'replaced') limit 1`,
    [accountId],
  );
  return rows.length > 0;
}
