import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { ClaimView } from '@xibu/domain/finance/api';
import { Database, type Page, readPage } from '@xibu/platform';
import type { MonthQuery } from '../offices/month.dto.js';
import { scopeOf } from '../offices/office-scope.js';

/** Claims within an office's scope, or a person's own; what happened is read one claim at a time. */
@Injectable()
export class ListClaims {
  constructor(private readonly database: Database) {}

  run(query: MonthQuery, actor: Actor): Promise<Page<Omit<ClaimView, 'words' | 'history'>>> {
    const { county, state } = query;
    return this.database.transaction((tx) =>
      readPage(tx, query, {
        select: `c.id, c.account_id "accountId", p.name, c.division "county", c.policy_id "policyId", c.kind,
                 c.happened_on "happenedOn", c.documents, c.status, c.claimed_fen "claimedFen", c.paid_fen "paidFen",
                 c.paid_on "paidOn", c.reason, c.version`,
        from: 'insurance_claim c left join person p on p.account_id = c.account_id',
        where: [
          ...scopeOf(actor, 'c', { account: true }),
          ...(county ? [['c.division = ?', county] as const] : []),
          ...(state ? [['c.status = any(?)', state.split(',')] as const] : []),
        ],
        sorts: ['happenedOn', 'county', 'status', 'claimedFen'],
        defaultSort: 'happenedOn',
        facets: ['status', 'kind'],
      }),
    );
  }
}
