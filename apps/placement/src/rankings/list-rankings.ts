import { Injectable } from '@nestjs/common';
import { type Actor, dateOf, type Special } from '@xibu/domain';
import type { RankingRow, RankingView } from '@xibu/domain/placement/api';
import { Clock, Database, type Page, readPage, rulebookOn, type Tx, windowOf } from '@xibu/platform';
import { withinScope } from '../counties/find-county.js';
import { frozenRoundOf } from '../rounds/frozen-round-of.js';
import { type Candidate, isAvailable } from './candidate.js';
import { findOwn, windowFor } from './find-candidate.js';
import { expand, rankablePosts } from './ranking.rules.js';
import { viewOfRanking } from './ranking-view.js';
import type { RankingsQuery } from './rankings.dto.js';
import { readOpenPosts, type Wanted } from './read-open-posts.js';

/** The applicant's own list, and the region's register of candidates by anonymous code. */
@Injectable()
export class ListRankings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async mine(season: string, actor: Actor): Promise<RankingView> {
    return this.database.transaction(async (tx) => {
      const candidate = await findOwn(tx, season, actor);
      const book = await rulebookOn(tx, season, dateOf(this.clock.now()));
      const posts = rankablePosts(await readOpenPosts(tx, season, wantedBy(candidate)));
      const isOpen = await this.isOpen(tx, candidate);
      return viewOfRanking(candidate, posts, { max: book.values.rankedPostsMax, isOpen });
    });
  }

  async expansion(season: string, county: number, special: Special): Promise<{ posts: string[] }> {
    return this.database.transaction(async (tx) => ({
      posts: expand(rankablePosts(await readOpenPosts(tx, season, { counties: [county] })), county, special),
    }));
  }

  run(query: RankingsQuery, actor: Actor): Promise<Page<RankingRow>> {
    const { season, status, q } = query;
    return this.database.transaction((tx) =>
      readPage<RankingRow>(tx, query, {
        select: `code id, code, status, score_hundredths "scoreHundredths", accepts_reassignment "acceptsReassignment",
                 ranking is null "isPrefilled", coalesce(jsonb_array_length(ranking), 0) ranked`,
        from: 'candidate',
        where: [
          ...withinScope('division', actor),
          ['season = ?', season],
          ...(status ? [['status = any(?)', status.split(',')] as const] : []),
          ...(q ? [['code like ?', `%${q}%`] as const] : []),
        ],
        sorts: ['code', 'scoreHundredths', 'ranked'],
        defaultSort: 'code',
        facets: ['status', 'isPrefilled', 'acceptsReassignment'],
      }),
    );
  }

  private async isOpen(tx: Tx, candidate: Candidate): Promise<boolean> {
    const now = this.clock.now();
    const window = await windowOf(tx, candidate.season, windowFor(candidate));
    const isWindowOpen = window !== null && now >= window.opensAt && now < window.closesAt;
    return isAvailable(candidate) && isWindowOpen && (await frozenRoundOf(tx, candidate.season)) === null;
  }
}

function wantedBy({ ranking, counties }: Candidate): Wanted {
  return ranking === null ? { counties } : { codes: ranking };
}
