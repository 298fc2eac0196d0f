import { Injectable } from '@nestjs/common';
import { type Actor, dateOf, Refusal } from '@xibu/domain';
import type { RankingView, RankPostsRequest } from '@xibu/domain/placement/api';
import { Clock, Database, requireOpen, rewrite, rulebookOn } from '@xibu/platform';
import { requireNotFrozen } from '../rounds/frozen-round-of.js';
import { CandidateTable } from './candidate.table.js';
import { findOwn, windowFor } from './find-candidate.js';
import { rank, rankablePosts } from './ranking.rules.js';
import { viewOfRanking } from './ranking-view.js';
import { readOpenPosts } from './read-open-posts.js';

/** 填报志愿: the applicant's whole list, within the window and until the round is frozen. */
@Injectable()
export class RankPosts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(season: string, request: RankPostsRequest, version: number, actor: Actor): Promise<RankingView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      await requireNotFrozen(tx, season);
      const known = await findOwn(tx, season, actor);
      await tx.findOne(CandidateTable, { where: { id: known.id }, lock: { mode: 'pessimistic_write' } });
      const candidate = await findOwn(tx, season, actor);
      if (candidate.version !== version) throw new Refusal('version.stale');
      const book = await rulebookOn(tx, season, dateOf(now));
      const posts = rankablePosts(await readOpenPosts(tx, season, { codes: request.posts }));
      const ranked = rank(candidate, request, posts, book, now);
      await requireOpen(tx, season, windowFor(candidate), now);
      await rewrite(tx, CandidateTable, ranked);
      return viewOfRanking(ranked, posts, { max: book.values.rankedPostsMax, isOpen: true });
    });
  }
}
