import { Injectable } from '@nestjs/common';
import type { SheetColumn } from '@xibu/documents';
import type { Actor } from '@xibu/domain';
import type { PaymentLineRow } from '@xibu/domain/finance/api';
import { Database } from '@xibu/platform';
import { scopeOf } from '../offices/office-scope.js';
import { type ListAnswer, listAnswer } from '../sheets/list-answer.js';
import type { PaymentsQuery } from './payments.dto.js';

/** Payment lines of an office: where each amount stands, and what it replaces. */
@Injectable()
export class ListPayments {
  constructor(private readonly database: Database) {}

  run(query: PaymentsQuery, actor: Actor): Promise<ListAnswer<PaymentLineRow>> {
    const { month, county, state, run } = query;
    const list = {
      select: `l.reference "id", l.reference, l.run_id "runId", l.account_id "accountId", l.person "number", p.name,
               l.division "county", l.month, l.book_month "bookMonth", l.fen,
               (select jsonb_agg(s || jsonb_build_object('county', (s ->> 'county')::int)) from jsonb_array_elements(l.split) s) "split",
               l.state, l.replaces, n.reference "replacedBy", b.number "batch", l.reason, l.bank_reference "bankReference",
               l.value_date "valueDate"`,
      from: `payment_line l left join person p on p.account_id = l.account_id left join batch b on b.id = l.batch_id
             left join payment_line n on n.replaces = l.reference`,
      where: [
        ...scopeOf(actor, 'l', {}),
        ...(month ? [['l.month = ?', month] as const] : []),
        ...(county ? [['l.division = ?', county] as const] : []),
        ...(state ? [['l.state = any(?)', state.split(',')] as const] : []),
        ...(run ? [['l.run_id = ?', run] as const] : []),
      ],
      sorts: ['reference', 'county', 'month', 'fen', 'state'],
      defaultSort: 'reference',
      facets: ['state', 'month'],
    };
    return this.database.transaction((tx) =>
      listAnswer<PaymentLineRow>(tx, query, list, { title: '支付明细', columns }, ({ split: _, ...row }) => row),
    );
  }
}

const columns: readonly SheetColumn[] = [
  { key: 'reference', header: '流水号', kind: 'text', width: 24 },
  { key: 'number', header: '编号', kind: 'text', width: 18 },
  { key: 'name', header: '姓名', kind: 'text' },
  { key: 'county', header: '旗县代码', kind: 'text' },
  { key: 'month', header: '月份', kind: 'text' },
  { key: 'fen', header: '金额', kind: 'fen', width: 14 },
  { key: 'state', header: '状态', kind: 'text' },
  { key: 'batch', header: '支付批次', kind: 'text', width: 20 },
  { key: 'reason', header: '银行说明', kind: 'text', width: 24 },
  { key: 'valueDate', header: '入账日期', kind: 'date' },
  { key: 'replaces', header: '替代流水号', kind: 'text', width: 24 },
];
