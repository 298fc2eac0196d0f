import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { MovePostsRequest, PostsMoved } from '@xibu/domain/placement/api';
import { Clock, Database, requireOpen, rulebookOn, type Tx } from '@xibu/platform';
import { countyInSeason, countyOf, lockCounty } from '../counties/find-county.js';
import { requireInService } from '../counties/standing.rules.js';
import { numberOf, type Post } from './post.js';
import { type ListStep, listSteps, reached, takeListStep, wrongStep } from './post.rules.js';
import { PostTable } from './post.table.js';
import { readStructure } from './read-structure.js';
import { storePosts } from './store-posts.js';
import { requireStructure } from './structure.rules.js';

/**
 * 申报, 审核确认, 审定 of a county's list: the posts named, or all that stand before the step. The structure of what has
 * then come so far is checked at each of the three (notice 2.1.3).
 */
@Injectable()
export class MovePosts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(step: ListStep, request: MovePostsRequest, actor: Actor): Promise<PostsMoved> {
    const now = this.clock.now();
    const { season } = request;
    const county = countyOf(actor, request.county);
    return this.database.transaction(async (tx) => {
      await requireOpen(tx, season, 'post-declaration', now);
      await lockCounty(tx, county, actor);
      const posts = await this.postsBefore(tx, step, { ...request, county });
      const units = posts.map(({ unit }) => unit);
      requireInService(await countyInSeason(tx, county, season), units);
      const book = await rulebookOn(tx, season, this.clock.today());
      let number = await lastNumber(tx, season, county);
      const moved = posts.map((post) => {
        if (step === 'declare' && post.code === null) number += 1;
        return takeListStep(post, step, { account: actor.account, rulebook: book.version, number }, now);
      });
      await storePosts(tx, moved);
      const structure = await readStructure(tx, { season, county, statuses: reached[step] }, book);
      requireStructure(structure);
      return { posts: moved.map(({ id, code, status }) => ({ id, code: code ?? '', status })), structure };
    });
  }

  /** In the order of the drafts, which is the order of the codes. */
  private async postsBefore(
    tx: Tx,
    step: ListStep,
    { season, county, ids }: MovePostsRequest & { readonly county: number },
  ): Promise<Post[]> {
    const { from } = listSteps[step];
    const all = await tx.find(PostTable, {
      where: { season, county },
      order: { draftNumber: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const chosen = ids ? all.filter(({ id }) => ids.includes(id)) : all.filter(({ status }) => status === from);
    if (ids && chosen.length < new Set(ids).size) throw new Refusal('record.unknown');
    const other = chosen.find(({ status }) => status !== from);
    if (other) throw wrongStep(other);
    if (chosen.length === 0) throw new Refusal('post.none-at-step');
    return chosen;
  }
}

async function lastNumber(tx: Tx, season: string, county: number): Promise<number> {
  const codes: { code: string }[] = await tx.query(
    'select code from post where season = $1 and county = $2 and code is not null',
    [season, county],
  );
  return Math.max(0, ...codes.map(({ code }) => numberOf(code)));
}
