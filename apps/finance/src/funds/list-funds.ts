import { Injectable } from '@nestjs/common';
import { type Actor, dateOf } from '@xibu/domain';
import type { ArrivalView, FundRow } from '@xibu/domain/finance/api';
import { Clock, type Condition, Database, type Page, readPage, rulebookOn } from '@xibu/platform';
import { scopeOf } from '../offices/office-scope.js';
import { seasonOn } from '../seasons/season-on.js';
import type { FundsQuery } from './funds.dto.js';
import { sufficiencyOf } from './sufficiency.rules.js';

/** 资金执行进度 by fund, all of it read off the ledger; and the arrivals behind it. */
@Injectable()
export class ListFunds {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(query: FundsQuery, actor: Actor): Promise<Page<FundRow>> {
    const today = dateOf(this.clock.now());
    return this.database.transaction(async (tx) => {
      const { values } = await rulebookOn(tx, await seasonOn(tx, today), today);
      const page = await readPage<FundRow>(tx, query, {
        select: `f.division || ' ' || f.project || ' ' || f.source || ' ' || f.budget_year || ' ' || f.purpose "id",
                 f.division "county", f.project, f.source, f.budget_year "budgetYear", f.purpose, f.arrived "arrivedFen",
                 f.committed "committedFen", f.paid "paidFen", f.last_month "lastMonthFen"`,
        from: `(select division, project, source, budget_year, purpose,
                  coalesce(-sum(fen) filter (where account in ('subsidy-grant', 'office-grant')), 0) arrived,
                  coalesce(sum(fen) filter (where account like '%-subsidy' or account like '%-insurance' or account like '%-costs'), 0) committed,
                  coalesce(-sum(fen) filter (where account in ('subsidy-bank', 'office-bank') and kind in ('bank-answer', 'spending')), 0) paid,
                  coalesce(sum(fen) filter (where kind = 'release' and book_month = last
                    and (account like '%-subsidy' or account like '%-insurance')), 0) last_month
                from (select e.*, p.kind, p.book_month, max(p.book_month) filter (where p.kind = 'release')
                               over (partition by e.division, e.budget_year) last
                      from ledger_entry e join ledger_posting p on p.id = e.posting_id where e.source <> 'person') booked
                group by 1, 2, 3, 4, 5) f`,
        where: filters(query, actor),
        sorts: ['county', 'source', 'budgetYear', 'arrivedFen', 'committedFen'],
        defaultSort: 'county',
        facets: ['source', 'budgetYear', 'purpose'],
      });
      return { ...page, rows: page.rows.map((row) => ({ ...row, ...sufficiencyOf(row, values.fundWarningMonths) })) };
    });
  }

  arrivals(query: FundsQuery, actor: Actor): Promise<Page<ArrivalView>> {
    return this.database.transaction((tx) =>
      readPage<ArrivalView>(tx, query, {
        select: `f.id, f.division "county", f.project, f.source, f.budget_year "budgetYear", f.purpose, f.fen,
                 f.arrived_on "arrivedOn", f.document_number "documentNumber",
                 jsonb_build_object('by', f.recorded ->> 'name', 'at', f.recorded ->> 'at') "recorded",
                 case when f.reversed is null then null
                      else jsonb_build_object('by', f.reversed ->> 'name', 'at', f.reversed ->> 'at') end "reversed",
                 f.reason, f.version`,
        from: 'fund_arrival f',
        where: filters(query, actor),
        sorts: ['arrivedOn', 'county', 'fen'],
        defaultSort: 'arrivedOn',
        facets: ['source', 'budgetYear', 'purpose'],
      }),
    );
  }
}

function filters({ county, budgetYear, source, purpose }: FundsQuery, actor: Actor): Condition[] {
  return [
    ...scopeOf(actor, 'f', {}),
    ...(county ? [['f.division = ?', county] as const] : []),
    ...(budgetYear ? [['f.budget_year = ?', budgetYear] as const] : []),
    ...(source ? [['f.source = ?', source] as const] : []),
    ...(purpose ? [['f.purpose = ?', purpose] as const] : []),
  ];
}
