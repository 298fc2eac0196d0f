import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { PostFields, PostView } from '@xibu/domain/placement/api';
import { Clock, Database, requireOpen, rewrite, rulebookOn } from '@xibu/platform';
import { countyInSeason } from '../counties/find-county.js';
import { requireInService } from '../counties/standing.rules.js';
import { lockPost, requireKnownMajors } from './find-post.js';
import { edit, requireDiscardable } from './post.rules.js';
import { PostTable } from './post.table.js';
import { viewOfPost } from './post-view.js';

/** A draft is rewritten as long as it is one; two officers do not overwrite each other. */
@Injectable()
export class EditPost {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, fields: PostFields, version: number, actor: Actor): Promise<PostView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const post = await lockPost(tx, id, actor);
      if (post.version !== version) throw new Refusal('version.stale');
      await requireOpen(tx, post.season, 'post-declaration', now);
      requireInService(await countyInSeason(tx, post.county, post.season), [fields.unit]);
      requireKnownMajors(fields.majors);
      const book = await rulebookOn(tx, post.season, this.clock.today());
      const edited = edit(post, fields, actor.account, book, now);
      await rewrite(tx, PostTable, edited);
      return viewOfPost(edited, 0);
    });
  }

  async discard(id: string, actor: Actor): Promise<void> {
    await this.database.transaction(async (tx) => {
      const post = await lockPost(tx, id, actor);
      requireDiscardable(post);
      await tx.delete(PostTable, { id: post.id });
    });
  }
}
