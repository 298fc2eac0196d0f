import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { PostRow, PostView, StructureView } from '@xibu/domain/placement/api';
import { Clock, type Condition, Database, type Page, readPage, rulebookOn } from '@xibu/platform';
import { countyOf, isWithin, withinScope } from '../counties/find-county.js';
import { reached } from './post.rules.js';
import { PostTable } from './post.table.js';
import { viewOfPost } from './post-view.js';
import type { PostsQuery } from './posts.dto.js';
import { readStructure } from './read-structure.js';
import { takenSeats } from './seats.js';

/** 岗位: the register of an office, or a unit's own posts. */
@Injectable()
export class ListPosts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  run(query: PostsQuery, actor: Actor): Promise<Page<PostRow>> {
    const { season, status, county, special, level, projectKind, unit, q } = query;
    return this.database.transaction((tx) =>
      readPage<PostRow>(tx, query, {
        select: `id, code, county, unit, unit_name "unitName", title, special, level, project_kind "projectKind", seats,
                 status, season,
                 (select count(distinct s.account_id)::int from seat s
                   where s.post_id = post.id and s.released_at is null) taken`,
        from: 'post',
        where: [
          ...scopeOf(actor),
          ['season = ?', season],
          ...(status ? [['status = any(?)', status.split(',')] as const] : []),
          ...(county ? [['county = ?', county] as const] : []),
          ...(special ? [['special = ?', special] as const] : []),
          ...(level ? [['level = ?', level] as const] : []),
          ...(projectKind ? [['project_kind = ?', projectKind] as const] : []),
          ...(unit ? [['unit = ?', unit] as const] : []),
          ...(q ? [['title like ? or unit_name like ? or code like ?', ...Array(3).fill(`%${q}%`)] as const] : []),
        ],
        sorts: ['code', 'title', 'seats', 'taken'],
        defaultSort: 'code',
        facets: ['status', 'special', 'level', 'projectKind', 'county'],
      }),
    );
  }

  async one(id: string, actor: Actor): Promise<PostView> {
    return this.database.transaction(async (tx) => {
      const post = await tx.findOne(PostTable, { where: { id } });
      const isOwn = post && (isWithin(post.county, actor) || (actor.unit !== null && post.unit === actor.unit));
      if (!post || !isOwn) throw new Refusal('record.unknown');
      return viewOfPost(post, await takenSeats(tx, id));
    });
  }

  /** 岗位结构, shown while declaring. */
  async structure(season: string, named: number | undefined, actor: Actor): Promise<StructureView> {
    const county = countyOf(actor, named);
    return this.database.transaction(async (tx) => {
      const book = await rulebookOn(tx, season, this.clock.today());
      const declared = await readStructure(tx, { season, county, statuses: reached.declare }, book);
      const statuses = ['draft', ...reached.declare] as const;
      return { declared, withDrafts: await readStructure(tx, { season, county, statuses }, book) };
    });
  }
}

function scopeOf(actor: Actor): Condition[] {
  return actor.unit !== null && !actor.divisions ? [['unit = ?', actor.unit]] : withinScope('county', actor);
}
