import type { RankedPost, RankingView } from '@xibu/domain/placement/api';
import type { Candidate } from './candidate.js';
import { effectiveRanking, type RankablePosts } from './ranking.rules.js';
import type { OpenPost } from './read-open-posts.js';

export function viewOfRanking(
  candidate: Candidate,
  open: RankablePosts<OpenPost>,
  { max, isOpen }: { readonly max: number; readonly isOpen: boolean },
): RankingView {
  const { season, code, status, scoreHundredths, acceptsReassignment, ranking, version, classes } = candidate;
  const posts = effectiveRanking(candidate, open, max).flatMap((ranked, index): RankedPost[] => {
    const post = open.byCode.get(ranked);
    return post ? [{ rank: index + 1, ...post, class: classes[post.special] }] : [];
  });
  return {
    ...{ season, code, status, scoreHundredths, acceptsReassignment, posts, version, isOpen },
    ...{ isPrefilled: ranking === null, postsMax: max },
  };
}
