import { Refusal, type Rulebook, type Special } from '@xibu/domain';
import type { RankPostsRequest } from '@xibu/domain/placement/api';
import { type Candidate, isAvailable, type RankablePost } from './candidate.js';

/**
 * The list that follows from the wishes alone: open posts of the intended counties in the order of the wish, within a
 * county the wished specials in their order, within a special by post code; as many as the rulebook lets rank.
 */
export function prefilled(
  { counties, specials }: Pick<Candidate, 'counties' | 'specials'>,
  posts: readonly RankablePost[],
  max: number,
): string[] {
  const wanted = posts.filter(
    ({ county, special }) => counties.includes(county) && (specials.length === 0 || specials.includes(special)),
  );
  const place = ({ county, special }: RankablePost) => [counties.indexOf(county), specials.indexOf(special)] as const;
  return wanted
    .map((post) => ({ code: post.code, place: place(post) }))
    .sort((left, right) => {
      const [county, special] = [left.place[0] - right.place[0], left.place[1] - right.place[1]];
      return county || special || byCode(left.code, right.code);
    })
    .slice(0, max)
    .map(({ code }) => code);
}

/** "Any post of this special in this county", as posts in the order of their codes. */
export function expand(posts: readonly RankablePost[], county: number, special: Special): string[] {
  return posts
    .filter((post) => post.county === county && post.special === special)
    .map(({ code }) => code)
    .sort(byCode);
}

/** What counts in a round: the list that was saved, without posts that are not in it; else the prefilled one. */
export function effectiveRanking(candidate: Candidate, posts: readonly RankablePost[], max: number): string[] {
  if (candidate.ranking === null) return prefilled(candidate, posts, max);
  const there = new Set(posts.map(({ code }) => code));
  return candidate.ranking.filter((code) => there.has(code));
}

/** The applicant's own list: open posts only, none twice, no more than the rulebook says. An empty list is a choice. */
export function rank(
  candidate: Candidate,
  { posts: ranking, acceptsReassignment }: RankPostsRequest,
  open: readonly RankablePost[],
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
  const there = new Set(open.map(({ code }) => code));
  const unknown = ranking.findIndex((code) => !there.has(code));
  if (unknown >= 0) {
    throw new Refusal('ranking.post-not-open', { pointer: `/posts/${unknown}`, post: ranking[unknown] });
  }
  return { ...candidate, ranking, acceptsReassignment, updatedAt: now, version: candidate.version + 1 };
}

function byCode(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
