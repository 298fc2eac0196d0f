import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { DraftedRow, DraftPostRequest, DraftPostsRequest, PostFields, PostView } from '@xibu/domain/placement/api';
import { Clock, Database, newId, requireOpen, rulebookOn, type Tx } from '@xibu/platform';
import { countyInSeason, countyOf, lockCounty } from '../counties/find-county.js';
import { requireInService } from '../counties/standing.rules.js';
import { nextDraftNumber, requireKnownMajors } from './find-post.js';
import type { Post } from './post.js';
import { draft } from './post.rules.js';
import { PostTable } from './post.table.js';
import { viewOfPost } from './post-view.js';

/** 岗位采集: one post, or many rows of which each stands or falls by itself (notice 2.1.3). */
@Injectable()
export class DraftPosts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async one({ season, ...fields }: DraftPostRequest, actor: Actor): Promise<PostView> {
    return this.database.transaction(async (tx) => {
      const write = await this.writer(tx, season, actor);
      const post = write(fields);
      await tx.insert(PostTable, post);
      return viewOfPost(post, 0);
    });
  }

  async run({ season, rows }: DraftPostsRequest, actor: Actor): Promise<DraftedRow[]> {
    return this.database.transaction(async (tx) => {
      const write = await this.writer(tx, season, actor);
      const posts: Post[] = [];
      const results = rows.map((fields, row): DraftedRow => {
        try {
          const post = write(fields);
          posts.push(post);
          return { row, done: true, id: post.id };
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          return { row, done: false, code: error.code, ...pointerOf(error) };
        }
      });
      if (posts.length > 0) await tx.insert(PostTable, posts);
      return results;
    });
  }

  /** What turns fields into drafts of the county, one number after the other; the county stays locked meanwhile. */
  async writer(tx: Tx, season: string, actor: Actor): Promise<(fields: PostFields) => Post> {
    const now = this.clock.now();
    await requireOpen(tx, season, 'post-declaration', now);
    const county = countyOf(actor);
    const inSeason = await countyInSeason(tx, county, season);
    requireInService(inSeason);
    await lockCounty(tx, county, actor);
    const book = await rulebookOn(tx, season, this.clock.today());
    let draftNumber = await nextDraftNumber(tx, season, county);
    return (fields) => {
      requireInService(inSeason, [fields.unit]);
      requireKnownMajors(fields.majors);
      const post = draft({ id: newId(now), season, county, draftNumber }, fields, actor.account, book, now);
      draftNumber += 1;
      return post;
    };
  }
}

function pointerOf({ details }: Refusal): { pointer?: string } {
  return details.pointer ? { pointer: details.pointer } : {};
}
