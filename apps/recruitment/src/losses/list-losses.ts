import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { BackfillNeedRow, LossRow } from '@xibu/domain/recruitment/api';
import { Database, type ListDefinition, type Page, readAll, readPage, whereOf } from '@xibu/platform';
import { scopeOf } from '../applications/office-scope.js';
import type { LossesQuery } from './losses.dto.js';

/** 流失与补招: who was lost and why, and how many each post needs again. */
@Injectable()
export class ListLosses {
  constructor(private readonly database: Database) {}

  run(query: LossesQuery, actor: Actor): Promise<Page<LossRow>> {
    return this.database.transaction((tx) => readPage<LossRow>(tx, query, lossesOf(query, actor)));
  }

  all(query: LossesQuery, actor: Actor): Promise<LossRow[]> {
    return this.database.transaction((tx) => readAll<LossRow>(tx, query, lossesOf(query, actor)));
  }

  /** Equal numbers (notice 2.3.2): lost and not yet taken again, by post. */
  async byPost({ season }: LossesQuery, actor: Actor): Promise<{ rows: BackfillNeedRow[]; needed: number }> {
    const conditions = [...scopeOf(actor, 'l'), ...(season ? [['l.season = ?', season] as const] : [])];
    const { text, values } = whereOf(conditions);
    const rows: BackfillNeedRow[] = await this.database.transaction((tx) =>
      tx.query(
        `select l.post_id "id", min(l.post_title) "postTitle", min(l.county) county, count(*)::int lost,
                count(l.filled_by)::int filled, (count(*) - count(l.filled_by))::int needed
         from loss l left join post_copy p on p.post_id = l.post_id
         where l.post_id is not null and ${text}
         group by 1 having count(*) > count(l.filled_by) order by county, min(p.code), 1`,
        values,
      ),
    );
    return { rows, needed: rows.reduce((sum, { needed }) => sum + needed, 0) };
  }
}

function lossesOf({ season, reason }: LossesQuery, actor: Actor): ListDefinition {
  return {
    select: `l.application_id "id", a.number, a.form ->> 'name' "name", l.university, l.reason, l.post_id "postId",
             l.post_title "postTitle", l.county, l.lost_at "lostAt", l.filled_by is not null "isFilled"`,
    from: 'loss l join application a on a.id = l.application_id',
    where: [
      ...scopeOf(actor, 'l'),
      ...(season ? [['l.season = ?', season] as const] : []),
      ...(reason ? [['l.reason = ?', reason] as const] : []),
    ],
    sorts: ['lostAt', 'number'],
    defaultSort: '-lostAt',
    facets: ['reason', 'isFilled'],
  };
}
