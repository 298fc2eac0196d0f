import { Injectable } from '@nestjs/common';
import { type Actor, dateOf, type LegalDate, monthOf, Refusal } from '@xibu/domain';
import type { RecordSpendingRequest, SpendingView } from '@xibu/domain/finance/api';
import { Clock, Database, newId } from '@xibu/platform';
import { post } from '../ledger/post.js';
import { movement } from '../ledger/posting.rules.js';
import { refuseForeignPlace } from '../offices/office-scope.js';
import { sign } from '../offices/signature.js';
import { bankFor, fundOf } from './fund-arrival.rules.js';

/** Money that is spent otherwise than by a run. 专款专用: the ledger refuses office costs paid with subsidy money. */
@Injectable()
export class RecordSpending {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(request: RecordSpendingRequest, actor: Actor): Promise<SpendingView> {
    const now = this.clock.now();
    const { county, project, source, budgetYear, purpose, account, fen, spentOn, documentNumber, words } = request;
    refuseForeignPlace(county, actor, '/county');
    if (spentOn > dateOf(now)) throw new Refusal('fund.in-the-future', { pointer: '/spentOn' });
    const [id, recorded] = [newId(now), sign(actor, now)];
    return this.database.transaction(async (tx) => {
      await tx.query(
        `insert into fund_spending (id, division, project, source, budget_year, purpose, account, fen, spent_on,
                                    document_number, words, recorded)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          ...[id, county, project, source, budgetYear, purpose, account, fen, spentOn, documentNumber, words],
          JSON.stringify(recorded),
        ],
      );
      const of = {
        kind: 'spending',
        subject: id,
        division: county,
        bookMonth: monthOf(spentOn as LegalDate),
        words,
      } as const;
      await post(tx, of, movement(fundOf(request), account, bankFor(purpose), fen), actor, now);
      return { ...request, id, recorded: { by: recorded.name, at: recorded.at } };
    });
  }
}
