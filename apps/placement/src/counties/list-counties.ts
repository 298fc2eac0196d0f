import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { CountyRow, CountyView } from '@xibu/domain/placement/api';
import { Database, type Page, readPage } from '@xibu/platform';
import { BlockTable } from './block.table.js';
import type { CountiesQuery } from './counties.dto.js';
import { ServiceCountyTable } from './county.table.js';
import { standingSql } from './county-standing.js';
import { viewOfCounty } from './county-view.js';
import { isWithin, withinScope } from './find-county.js';

/** 服务县名册: where each county stands in a season. */
@Injectable()
export class ListCounties {
  constructor(private readonly database: Database) {}

  run(query: CountiesQuery, actor: Actor): Promise<Page<CountyRow>> {
    const { season, status, standing, q } = query;
    return this.database.transaction((tx) =>
      readPage<CountyRow>(tx, query, {
        select: 'id, county, name, status, basis, season, standing, "openPosts"',
        from: `(select c.code::text id, c.code county, c.name, c.status, c.basis, c.season, s.season asked,
                       ${standingSql} standing,
                       (select count(*)::int from post p
                         where p.county = c.code and p.season = s.season and p.status = 'open') "openPosts"
                from service_county c cross join season_copy s) c`,
        where: [
          ['asked = ?', season],
          ...withinScope('county', actor),
          ...(status ? [['status = any(?)', status.split(',')] as const] : []),
          ...(standing ? [['standing = ?', standing] as const] : []),
          ...(q ? [['name like ? or id like ?', `%${q}%`, `${q}%`] as const] : []),
        ],
        sorts: ['county', 'name', 'openPosts'],
        defaultSort: 'county',
        facets: ['status', 'standing', 'basis'],
      }),
    );
  }

  async one(code: number, actor: Actor): Promise<CountyView> {
    return this.database.transaction(async (tx) => {
      const county = isWithin(code, actor) ? await tx.findOne(ServiceCountyTable, { where: { code } }) : null;
      if (!county) throw new Refusal('record.unknown');
      const blocks = await tx.find(BlockTable, { where: { county: code }, order: { season: 'DESC', id: 'ASC' } });
      return viewOfCounty(county, blocks);
    });
  }
}
