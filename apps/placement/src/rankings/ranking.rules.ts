import { Refusal, type Rulebook, type Special } from '@xibu/domain';
import type { RankPostsRequest } from '@xibu/domain/placement/api';
import { type Candidate, isAvailable, type RankablePost } from './candidate.js';

/** Open posts, made once for however many lists are read by them. */
export interface RankablePosts<Post extends RankablePost = RankablePost> {
  readonly byCode: ReadonlyMap<string, Post>;
  readonly byCounty: ReadonlyMap<number, readonly Post[]>;
}

export function rankablePosts<Post extends RankablePost>(posts: readonly Post[]): RankablePosts<Post> {
  const byCounty = new Map<number, Post[]>();
  for (const post of posts) {
    const own = byCounty.get(post.county);
    if (own) own.push(post);
    else byCounty.set(post.county, [post]);
  }
  return { byCode: new Map(posts.map((post) => [post.code, post])), byCounty };
}

/**
 * The list that follows from the wishes alone: open posts of the intended counties in the order of the wish, within a
 * county the wished specials in their order, within a special by post code; as many as the rulebook lets rank.
 */
export function prefilled(
  { counties, specials }: Pick<Candidate, 'counties' | 'specials'>,
  { byCounty }: RankablePosts,
  max: number,
): string[] {
  return [...new Set(counties)]
    .flatMap((county) =>
      (byCounty.get(county) ?? [])
        .filter(({ special }) => specials.length === 0 || specials.includes(special))
        .sort((left, right) => {
          return specials.indexOf(left.special) - specials.indexOf(right.special) || byCode(left.code, right.code);
        }),
    )
    .slice(0, max)
    .map(({ code }) => code);
}

/** "Any post of this special in this county", as posts in the order of their codes. */
export function expand({ byCounty }: RankablePosts, county: number, special: Special): string[] {
  const posts = (byCounty.get(county) ?? []).filter((post) => post.special === special);
  return posts.map(({ code }) => code).sort(byCode);
}

/** What counts in a round: the list that was saved, without posts that are not in it; else the prefilled one. */
export function effectiveRanking(candidate: Candidate, posts: RankablePosts, max: number): string[] {
  if (candidate.ranking === null) return prefilled(candidate, posts, max);
  return candidate.ranking.filter((code) => posts.byCode.has(code));
}

/** The applicant's own list: open posts only, none twice, no more than the rulebook says. An empty list is a choice. */
export function rank(
  candidate: Candidate,
  { posts: ranking, acceptsReassignment }: RankPostsRequest,
  open: RankablePosts,
  book: Rulebook,
  now: Date,
): Candidate {
  if (!isAvailable(candidate)) throw new Refusal('ranking.closed', { status: candidate.status });
  const max = book.values.rankedPostsMax;
  if (ranking.length > max) {
    throw new Refusal('ranking.too-many', { pointer: '/posts', max, clause: book.clauses.rankedPostsMax });
  }
  const twice = ranking.find((code, index) => ranking.indexOf(code) < index);
  if (twice) throw new Refusal('ranking.post-twice', { pointer: '/posts', post: twice });
  const unknown = ranking.findIndex((code) => !open.byCode.has(code));
  if (unknown >= 0) {
    throw new Refusal('ranking.post-not-open', { pointer: `/posts/${unknown}`, post: ranking[unknown] });
  }
  return { ...candidate, ranking, acceptsReassignment, updatedAt: now, version: candidate.version + 1 };
}

function byCode(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
