import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { OpenPostsRequest } from '@xibu/domain/placement/api';
import { Clock, Database, record } from '@xibu/platform';
import { isWithin } from '../counties/find-county.js';
import { open } from './post.rules.js';
import { PostTable } from './post.table.js';
import { storePosts } from './store-posts.js';

/** Opens to applicants what the national office approved: of one county, or of all in the region. */
@Injectable()
export class OpenPosts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run({ season, county }: OpenPostsRequest, actor: Actor): Promise<{ opened: number }> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const approved = await tx.find(PostTable, {
        where: { season, status: 'national-approved', ...(county === undefined ? {} : { county }) },
        order: { code: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      });
      const own = approved.filter((post) => isWithin(post.county, actor));
      if (own.length === 0) throw new Refusal('post.none-at-step');
      const opened = own.map((post) => open(post, now));
      await storePosts(
        tx,
        opened.map(([post]) => post),
      );
      await record(tx, now, ...opened.map(([, fact]) => fact));
      return { opened: opened.length };
    });
  }
}
