import { Injectable } from '@nestjs/common';
import type { SheetColumn } from '@xibu/documents';
import { type Actor, Refusal } from '@xibu/domain';
import type { BalanceRow, PostingRow, PostingView } from '@xibu/domain/finance/api';
import { Database, type ListDefinition } from '@xibu/platform';
import { scopeOf } from '../offices/office-scope.js';
import { type ListAnswer, listAnswer } from '../sheets/list-answer.js';
import type { LedgerQuery } from './ledger.dto.js';

/** The ledger as it stands: balances by account and fund, and the postings behind them. */
@Injectable()
export class ListLedger {
  constructor(private readonly database: Database) {}

  balances(query: LedgerQuery, actor: Actor): Promise<ListAnswer<BalanceRow>> {
    const sheet = { title: '科目余额', columns: balanceColumns };
    return this.database.transaction((tx) => listAnswer<BalanceRow>(tx, query, balancesOf(query, actor), sheet));
  }

  postings(query: LedgerQuery, actor: Actor): Promise<ListAnswer<PostingRow>> {
    const sheet = { title: '记账凭证', columns: postingColumns };
    return this.database.transaction((tx) => listAnswer<PostingRow>(tx, query, postingsOf(query, actor), sheet));
  }

  async posting(id: string, actor: Actor): Promise<PostingView> {
    return this.database.transaction(async (tx) => {
      const query = { limit: 1 } as LedgerQuery;
      const list = postingsOf(query, actor);
      const page = await listAnswer<PostingRow>(
        tx,
        query,
        { ...list, where: [...list.where, ['p.id = ?', id]] },
        noSheet,
      );
      const row = 'rows' in page ? page.rows[0] : undefined;
      if (!row) throw new Refusal('record.unknown');
      const entries: PostingView['entries'] = await tx.query(
        `select account, purpose, county, project, source, budget_year "budgetYear", fen::float8 "fen" from ledger_entry
         where posting_id = $1 order by id`,
        [id],
      );
      return { ...row, entries };
    });
  }
}

const noSheet = { title: '', columns: [] };

function balancesOf({ county, budgetYear, account, month }: LedgerQuery, actor: Actor): ListDefinition {
  return {
    select: `b.division || ' ' || b.account || ' ' || b.county || ' ' || b.project || ' ' || b.source || ' ' || b.budget_year "id", b.account,
             b.purpose, b.county, b.project, b.source, b.budget_year "budgetYear", b.fen`,
    from: `(select e.division, e.account, e.purpose, e.county, e.project, e.source, e.budget_year, sum(e.fen) fen
            from ledger_entry e join ledger_posting p on p.id = e.posting_id
            ${month ? `where p.book_month <= '${month}'` : ''} group by 1, 2, 3, 4, 5, 6, 7 having sum(e.fen) <> 0) b`,
    where: [
      ...scopeOf(actor, 'b', {}),
      ...(county ? [['b.division = ?', county] as const] : []),
      ...(budgetYear ? [['b.budget_year = ?', budgetYear] as const] : []),
      ...(account ? [['b.account = ?', account] as const] : []),
    ],
    sorts: ['account', 'county', 'source', 'fen'],
    defaultSort: 'account',
    facets: ['account', 'source', 'budgetYear'],
  };
}

function postingsOf({ county, account, month }: LedgerQuery, actor: Actor): ListDefinition {
  return {
    select: `p.id, p.kind, p.subject, p.division "county", p.book_month "month", p.posted_at "postedAt", p.words,
             (select sum(e.fen) from ledger_entry e where e.posting_id = p.id and e.fen > 0) "debitFen"`,
    from: 'ledger_posting p',
    where: [
      ...scopeOf(actor, 'p', {}),
      ...(county ? [['p.division = ?', county] as const] : []),
      ...(month ? [['p.book_month = ?', month] as const] : []),
      ...(account
        ? [['exists (select from ledger_entry e where e.posting_id = p.id and e.account = ?)', account] as const]
        : []),
    ],
    sorts: ['postedAt', 'county', 'month', 'debitFen'],
    defaultSort: 'postedAt',
    facets: ['kind', 'month'],
  };
}

const balanceColumns: readonly SheetColumn[] = [
  { key: 'account', header: '科目', kind: 'text', width: 22 },
  { key: 'purpose', header: '用途', kind: 'text' },
  { key: 'county', header: '旗县代码', kind: 'text' },
  { key: 'project', header: '项目类别', kind: 'text' },
  { key: 'source', header: '资金来源', kind: 'text' },
  { key: 'budgetYear', header: '预算年度', kind: 'integer' },
  { key: 'fen', header: '余额', kind: 'fen', width: 18 },
];

const postingColumns: readonly SheetColumn[] = [
  { key: 'kind', header: '类别', kind: 'text', width: 16 },
  { key: 'words', header: '摘要', kind: 'text', width: 30 },
  { key: 'county', header: '旗县代码', kind: 'text' },
  { key: 'month', header: '账期', kind: 'text' },
  { key: 'postedAt', header: '记账时间', kind: 'text', width: 28 },
  { key: 'debitFen', header: '借方合计', kind: 'fen', width: 18 },
];
