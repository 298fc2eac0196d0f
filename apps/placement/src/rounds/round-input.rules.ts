import type { Rulebook } from '@xibu/domain';
import type { QuotaLine, RoundCounts } from '@xibu/domain/placement/api';
import type { Preference, QuotaNode, RoundInput, RoundPost, Trait } from '../matching/round-input.js';
import { quotaIdOf, type Usage } from '../quotas/quota.js';
import { cellId, forestOf, scaleLines, takenOf, withUnallotted } from '../quotas/quota-forest.rules.js';
import type { Candidate, RankablePost } from '../rankings/candidate.js';
import { effectiveRanking, type RankablePosts, rankablePosts } from '../rankings/ranking.rules.js';

/** An open post with the seats that this round may fill. */
export interface PostInRound extends RankablePost {
  readonly projectKind: 'national' | 'local';
  readonly capacity: number;
  readonly acceptsReassigned: boolean;
}

export interface RoundGround {
  readonly region: number;
  readonly book: Rulebook;
  readonly lines: readonly QuotaLine[];
  readonly usage: readonly Usage[];
  readonly posts: readonly PostInRound[];
  readonly candidates: readonly Candidate[];
}

/**
 * A round as `xibu-round/1` wants it. Only codes, quota ids and specials go in: nothing that differs from run to run.
 * Quotas come without those who sit there already (实施规模 means everybody on post, notice 2.1.1).
 */
export function roundInputOf(ground: RoundGround): Omit<RoundInput, 'seed'> {
  const { region, book, posts, candidates, usage } = ground;
  const counties = [...new Set(posts.map(({ county }) => county))];
  const lines = withUnallotted(ground.lines, counties);
  const reach = [
    ...new Set([...counties, ...lines.map(({ division }) => division).filter((code) => code % 100 !== 0)]),
  ];
  const forest = forestOf(lines, { region, book, counties: reach.sort((left, right) => left - right) });
  const left = new Map([
    ...scaleLines({ region, book }).map(
      (line) => [line.projectKind as string, line.max - takenOf(line, usage)] as const,
    ),
    ...lines.map((line) => [quotaIdOf(line), line.max - takenOf(line, usage)] as const),
  ]);
  const nodes = forest.nodes.map((node): QuotaNode => {
    const max = left.get(node.nodeId);
    return { ...node, max: max === undefined ? null : Math.max(0, max) };
  });
  const roundPosts = posts.map(
    (post): RoundPost => ({
      postId: post.code,
      nodeId: forest.nodeOfPost.get(cellId(post)) ?? '',
      special: post.special,
      capacity: post.capacity,
      reassignable: post.acceptsReassigned,
    }),
  );
  const rankable = rankablePosts(posts);
  return {
    nodes,
    posts: roundPosts,
    applicants: candidates.map(({ code, scoreHundredths: score, acceptsReassignment }) => {
      return { code, score, acceptsReassignment };
    }),
    preferences: candidates.flatMap((candidate) => preferencesOf(candidate, rankable, book.values.rankedPostsMax)),
    traits: traitsOf(candidates, roundPosts),
  };
}

function preferencesOf(candidate: Candidate, posts: RankablePosts, max: number): Preference[] {
  return effectiveRanking(candidate, posts, max).map((postId, index) => {
    const special = posts.byCode.get(postId)?.special;
    return { code: candidate.code, rank: index + 1, postId, class: special ? candidate.classes[special] : 0 };
  });
}

function traitsOf(candidates: readonly Candidate[], posts: readonly RoundPost[]): Trait[] {
  const specials = [...new Set(posts.filter(({ reassignable }) => reassignable).map(({ special }) => special))];
  return candidates
    .filter(({ acceptsReassignment }) => acceptsReassignment)
    .flatMap(({ code, classes }) =>
      specials.map((special) => ({ code, special, class: classes[special as keyof typeof classes] })),
    );
}

export function countsOf({ applicants, posts, preferences }: Omit<RoundInput, 'seed'>): RoundCounts {
  return {
    applicants: applicants.length,
    posts: posts.length,
    seats: posts.reduce((seats, { capacity }) => seats + capacity, 0),
    preferences: preferences.length,
  };
}
