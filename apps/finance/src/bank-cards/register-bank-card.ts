import { Injectable } from '@nestjs/common';
import { type Actor, Refusal, rfc3339 } from '@xibu/domain';
import type { BankCardView, RegisterBankCardRequest } from '@xibu/domain/finance/api';
import { Clock, Database, newId, rewrite, Sealing, sqlState, type Tx, windowOf } from '@xibu/platform';
import { giveWay, type Holder, readNumber, register, viewOf } from './bank-card.rules.js';
import { BankCardTable } from './bank-card.table.js';

/** 第二次登记: the volunteer gives the card that the subsidy is to be paid to. A later one takes its place. */
@Injectable()
export class RegisterBankCard {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
  ) {}

  async run(request: RegisterBankCardRequest, actor: Actor): Promise<BankCardView> {
    const now = this.clock.now();
    const { number, warnings } = readNumber(request.number);
    const index = this.sealing.blindIndex(number);
    return this.database.transaction(async (tx) => {
      const { season, ...holder } = await holderOf(tx, actor.account);
      await requireSecondRegistration(tx, season, now);
      const sealed = this.sealing.seal(number);
      const card = register(request, { id: newId(now), number, warnings, sealed, index }, holder, now);
      const own = await tx.find(BankCardTable, { where: { accountId: actor.account } });
      const standing = own.filter(({ status }) => status === 'registered' || status === 'confirmed');
      if (standing.some(({ numberIndex }) => numberIndex === index)) throw new Refusal('bank-card.same');
      const asked = standing.find(({ status }) => status === 'registered');
      if (asked) await rewrite(tx, BankCardTable, giveWay(asked, now));
      try {
        await tx.insert(BankCardTable, card);
      } catch (error) {
        // The number belongs to somebody else, who is not named here.
        if (sqlState(error) === '23505') throw new Refusal('bank-card.shared', { pointer: '/number' });
        throw error;
      }
      return viewOf(card, holder.name);
    });
  }
}

async function holderOf(tx: Tx, accountId: string): Promise<Holder & { readonly season: string | null }> {
  const [row]: (Omit<Holder, 'accountId'> & { season: string | null })[] = await tx.query(
    `select name, division, greatest((select max(season) from admission where account_id = $1 and ended_on is null),
                                     (select max(season) from volunteer where account_id = $1)) season
     from person where account_id = $1`,
    [accountId],
  );
  return { accountId, name: row?.name ?? null, division: row?.division ?? null, season: row?.season ?? null };
}

/** Cards are first asked for at the second registration; from then on a card may be lost, and changed, on any day. */
async function requireSecondRegistration(tx: Tx, season: string | null, now: Date): Promise<void> {
  if (season === null) throw new Refusal('bank-card.not-admitted');
  const milestone = 'second-registration';
  const window = await windowOf(tx, season, milestone);
  if (!window) throw new Refusal('milestone.not-set', { milestone });
  const { opensAt, noticeNumber } = window;
  if (now < opensAt) throw new Refusal('milestone.not-open', { milestone, opensAt: rfc3339(opensAt), noticeNumber });
}
