import { Injectable } from '@nestjs/common';
import type { SheetColumn } from '@xibu/documents';
import type { Actor } from '@xibu/domain';
import type { CoverRow } from '@xibu/domain/finance/api';
import { Database } from '@xibu/platform';
import { scopeOf } from '../offices/office-scope.js';
import { type ListAnswer, listAnswer } from '../sheets/list-answer.js';
import type { CoversQuery } from './covers.dto.js';

/** 参保名单: who is covered by which policy from when to when; also what the insurer is given. */
@Injectable()
export class ListCovers {
  constructor(private readonly database: Database) {}

  run(query: CoversQuery, actor: Actor): Promise<ListAnswer<CoverRow>> {
    const { season, policy, county, state } = query;
    const list = {
      select: `c.id, c.account_id "accountId", p.number, p.name, c.division "county", c.season, c.policy_id "policyId",
               c.from_day "from", c.to_day "to", c.status`,
      from: 'commercial_cover c left join person p on p.account_id = c.account_id',
      where: [
        ...scopeOf(actor, 'c', { account: true }),
        ...(season ? [['c.season = ?', season] as const] : []),
        ...(policy ? [['c.policy_id = ?', policy] as const] : []),
        ...(county ? [['c.division = ?', county] as const] : []),
        ...(state ? [['c.status = any(?)', state.split(',')] as const] : []),
      ],
      sorts: ['number', 'county', 'from', 'to'],
      defaultSort: 'number',
      facets: ['status', 'county'],
    };
    return this.database.transaction((tx) =>
      listAnswer<CoverRow>(tx, query, list, { title: '商业保险参保名单', columns }),
    );
  }
}

const columns: readonly SheetColumn[] = [
  { key: 'number', header: '编号', kind: 'text', width: 18 },
  { key: 'name', header: '姓名', kind: 'text' },
  { key: 'county', header: '旗县代码', kind: 'text' },
  { key: 'from', header: '保障起始', kind: 'date' },
  { key: 'to', header: '保障终止', kind: 'date' },
  { key: 'status', header: '状态', kind: 'text' },
];
