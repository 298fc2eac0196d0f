import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { PostRow, ReturnPostsRequest } from '@xibu/domain/placement/api';
import { Clock, Database, requireOpen } from '@xibu/platform';
import { isWithin } from '../counties/find-county.js';
import { sendBack } from './post.rules.js';
import { PostTable } from './post.table.js';
import { storePosts } from './store-posts.js';

/** 退回: the county rewrites these posts and declares them again; they keep their codes. */
@Injectable()
export class ReturnPosts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run({ ids, reason }: ReturnPostsRequest, actor: Actor): Promise<Pick<PostRow, 'id' | 'code' | 'status'>[]> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const posts = [];
      for (const id of [...new Set(ids)].sort()) {
        const post = await tx.findOne(PostTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
        if (!post || !isWithin(post.county, actor)) throw new Refusal('record.unknown');
        posts.push(sendBack(post, reason, now));
      }
      for (const season of new Set(posts.map((post) => post.season))) {
        await requireOpen(tx, season, 'post-declaration', now);
      }
      await storePosts(tx, posts);
      return posts.map(({ id, code, status }) => ({ id, code, status }));
    });
  }
}
