import type { RoundDiagnosis, UnplacedReason } from '@xibu/domain/placement/api';
import type { Preference, QuotaNode, RoundInput, RoundPost } from '../matching/round-input.js';
import type { CutoffRow, RoundResult } from '../matching/round-result.js';
import { summaryOf } from './preview.rules.js';

/** Who has no post and why, which seats stay empty and why, and which quotas are full: from the published tables alone. */
export function diagnose(input: RoundInput, result: RoundResult): RoundDiagnosis {
  const paths = new Paths(input, result.cutoffs);
  const choices = new Map<string, Preference[]>();
  for (const preference of input.preferences) {
    const own = choices.get(preference.code);
    if (own) own.push(preference);
    else choices.set(preference.code, [preference]);
  }
  const placed = new Map(result.rows.map(({ code, postId }) => [code, postId]));
  const unplaced = input.applicants
    .filter(({ code }) => (placed.get(code) ?? null) === null)
    .map(({ code, score, acceptsReassignment }) => {
      const ranked = choices.get(code) ?? [];
      const reason = reasonOf(ranked, acceptsReassignment, paths);
      return { code, score, ranked: ranked.length, acceptsReassignment, reason };
    });
  return {
    summary: summaryOf(input, result),
    unplaced,
    emptySeats: emptySeatsOf(input, result, paths),
    fullQuotas: input.nodes.flatMap(({ nodeId: node, max }) => {
      const cutoff = paths.cutoffs.get(node);
      return cutoff?.full && max !== null ? [{ node, max, held: cutoff.held }] : [];
    }),
  };
}

function reasonOf(ranked: readonly Preference[], acceptsReassignment: boolean, paths: Paths): UnplacedReason {
  if (ranked.length === 0) return acceptsReassignment ? 'no-room' : 'nothing-ranked';
  return ranked.every(({ postId }) => paths.stoppedByQuota(postId)) ? 'quota-full' : 'outranked';
}

function emptySeatsOf(
  { posts, preferences }: RoundInput,
  { rows }: RoundResult,
  paths: Paths,
): RoundDiagnosis['emptySeats'] {
  const held = countBy(rows.flatMap(({ postId }) => (postId === null ? [] : [postId])));
  const wanted = countBy(preferences.map(({ postId }) => postId));
  return posts
    .filter(({ postId, capacity }) => capacity > (held.get(postId) ?? 0))
    .map(({ postId: post, special, capacity }) => ({
      ...{ post, special, capacity, held: held.get(post) ?? 0, wanted: wanted.get(post) ?? 0 },
      heldBack: paths.fullNodeAbove(post),
    }));
}

/** From a post up through the quotas above it. */
class Paths {
  readonly cutoffs: ReadonlyMap<string, CutoffRow>;
  private readonly posts: ReadonlyMap<string, RoundPost>;
  private readonly nodes: ReadonlyMap<string, QuotaNode>;

  constructor({ posts, nodes }: RoundInput, cutoffs: readonly CutoffRow[]) {
    this.cutoffs = new Map(cutoffs.map((row) => [row.nodeId, row]));
    this.posts = new Map(posts.map((post) => [post.postId, post]));
    this.nodes = new Map(nodes.map((node) => [node.nodeId, node]));
  }

  /** The post itself had room, or no seat at all to give, and a quota above it did not. */
  stoppedByQuota(postId: string): boolean {
    return !this.cutoffs.get(`post:${postId}`)?.full && this.fullNodeAbove(postId) !== null;
  }

  fullNodeAbove(postId: string): string | null {
    let node = this.nodes.get(this.posts.get(postId)?.nodeId ?? '');
    while (node) {
      if (node.max !== null && this.cutoffs.get(node.nodeId)?.full) return node.nodeId;
      node = this.nodes.get(node.parentId ?? '');
    }
    return null;
  }
}

function countBy(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
