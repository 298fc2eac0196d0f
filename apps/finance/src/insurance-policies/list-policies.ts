import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { PolicyView } from '@xibu/domain/finance/api';
import { Database, type Page, readPage, type Tx } from '@xibu/platform';
import { scopeOf } from '../offices/office-scope.js';
import type { PoliciesQuery } from './policies.dto.js';

const step = (column: string) =>
  `case when p.${column} is null then null
        else jsonb_build_object('by', p.${column} ->> 'name', 'at', p.${column} ->> 'at') end "${column}"`;

@Injectable()
export class ListPolicies {
  constructor(private readonly database: Database) {}

  run(query: PoliciesQuery, actor: Actor): Promise<Page<PolicyView>> {
    const { season, state } = query;
    return this.database.transaction((tx) =>
      readPage<PolicyView>(tx, query, {
        select: `p.id, p.season, p.division "place", p.insurer, p.number, p.covers, p.from_day "from", p.to_day "to",
                 p.premium_fen "premiumFen", p.status, ${step('prepared')}, ${step('approved')},
                 (select count(distinct c.account_id) from commercial_cover c where c.policy_id = p.id and c.status <> 'void') "members", p.version`,
        from: 'insurance_policy p',
        where: [
          ...scopeOf(actor, 'p', {}),
          ...(season ? [['p.season = ?', season] as const] : []),
          ...(state ? [['p.status = any(?)', state.split(',')] as const] : []),
        ],
        sorts: ['number', 'from', 'place'],
        defaultSort: 'number',
        facets: ['status', 'season'],
      }),
    );
  }
}

export async function membersOf(tx: Tx, policyId: string): Promise<number> {
  const [row]: { n: number }[] = await tx.query(
    `select count(distinct account_id)::int n from commercial_cover where policy_id = $1 and status <> 'void'`,
    [policyId],
  );
  return row?.n ?? 0;
}
