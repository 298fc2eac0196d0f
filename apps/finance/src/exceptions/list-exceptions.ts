import { Injectable } from '@nestjs/common';
import type { SheetColumn } from '@xibu/documents';
import type { Actor } from '@xibu/domain';
import type { ExceptionView } from '@xibu/domain/finance/api';
import { Database } from '@xibu/platform';
import { scopeOf } from '../offices/office-scope.js';
import { type ListAnswer, listAnswer } from '../sheets/list-answer.js';
import type { ExceptionsQuery } from './exceptions.dto.js';

const step = (column: string) =>
  `case when e.${column} is null then null
        else jsonb_build_object('by', e.${column} ->> 'name', 'at', e.${column} ->> 'at') end "${column}"`;

/** What waits for somebody: people who could not be paid, and rows of banks that fit nothing. */
@Injectable()
export class ListExceptions {
  constructor(private readonly database: Database) {}

  run(query: ExceptionsQuery, actor: Actor): Promise<ListAnswer<ExceptionView>> {
    const { month, county, state, code, origin } = query;
    const list = {
      select: `e.id, e.division "county", e.month, e.origin, e.run_id "runId", e.batch_id "batchId", e.file,
               e.row_number "row", e.account_id "accountId", p.name, e.reference, e.code, e.detail, e.owner, e.state,
               e.opened_at "openedAt", e.reason, ${step('proposed')}, ${step('settled')}, e.version`,
      from: `pay_exception e left join person p on p.account_id = e.account_id`,
      where: [
        ...scopeOf(actor, 'e', {}),
        ...(month ? [['e.month = ?', month] as const] : []),
        ...(county ? [['e.division = ?', county] as const] : []),
        ...(state ? [['e.state = any(?)', state.split(',')] as const] : []),
        ...(code ? [['e.code = ?', code] as const] : []),
        ...(origin ? [['e.origin = ?', origin] as const] : []),
      ],
      sorts: ['openedAt', 'month', 'county', 'code'],
      defaultSort: 'openedAt',
      facets: ['state', 'code', 'origin'],
    };
    const sheet = { title: '发放异常', columns: exceptionColumns };
    return this.database.transaction((tx) => listAnswer<ExceptionView>(tx, query, list, sheet));
  }
}

const exceptionColumns: readonly SheetColumn[] = [
  { key: 'county', header: '旗县代码', kind: 'text' },
  { key: 'month', header: '月份', kind: 'text' },
  { key: 'name', header: '姓名', kind: 'text' },
  { key: 'reference', header: '流水号', kind: 'text', width: 24 },
  { key: 'code', header: '异常', kind: 'text', width: 18 },
  { key: 'detail', header: '说明', kind: 'text', width: 14 },
  { key: 'owner', header: '责任单位', kind: 'text', width: 16 },
  { key: 'state', header: '状态', kind: 'text' },
  { key: 'reason', header: '处理意见', kind: 'text', width: 30 },
];
