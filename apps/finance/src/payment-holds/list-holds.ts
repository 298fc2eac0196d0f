import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { HoldView } from '@xibu/domain/finance/api';
import { Database, type Page, readPage } from '@xibu/platform';
import { scopeOf } from '../offices/office-scope.js';
import type { HoldsQuery } from './payment-holds.dto.js';

@Injectable()
export class ListHolds {
  constructor(private readonly database: Database) {}

  run(query: HoldsQuery, actor: Actor): Promise<Page<HoldView>> {
    const { county, state } = query;
    const step = (column: string) =>
      `case when h.${column} is null then null
            else jsonb_build_object('by', h.${column} ->> 'name', 'at', h.${column} ->> 'at') end "${column}"`;
    return this.database.transaction((tx) =>
      readPage<HoldView>(tx, query, {
        select: `h.id, h.account_id "accountId", p.name, h.division "county", h.unit, h.reason, ${step('placed')},
                 ${step('lifted')}, h.lift_reason "liftReason", h.version, h.placed ->> 'at' "placedAt",
                 case when h.lifted is null then 'held' else 'lifted' end "state"`,
        from: 'payment_hold h left join person p on p.account_id = h.account_id',
        where: [
          ...scopeOf(actor, 'h', { unit: true }),
          ...(county ? [['h.division = ?', county] as const] : []),
          ...(state ? [['(h.lifted is null) = ?', state === 'held'] as const] : []),
        ],
        sorts: ['placedAt', 'county', 'name'],
        defaultSort: 'placedAt',
        facets: ['state'],
      }),
    );
  }
}
