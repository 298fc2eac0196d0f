import { Refusal } from '@xibu/domain';
import type { PlacedSummary, PreviewRoundRequest, RoundPreview } from '@xibu/domain/placement/api';
import type { RoundInput } from '../matching/round-input.js';
import type { RoundResult } from '../matching/round-result.js';
import { solveRound } from '../matching/solve.js';

const mostChanges = 200;

/** What if: the round as it stands, and with other seats, maxima or another seed. Nothing is kept. */
export function previewOf(input: RoundInput, changes: PreviewRoundRequest): RoundPreview {
  const [before, changed] = [solveRound(input), withChanges(input, changes)];
  const after = solveRound(changed);
  const posts = new Map(before.rows.map(({ code, postId }) => [code, postId]));
  const moved = after.rows
    .map(({ code, postId }) => ({ code, before: posts.get(code) ?? null, after: postId }))
    .filter((row) => row.before !== row.after);
  return {
    before: summaryOf(input, before),
    after: summaryOf(changed, after),
    changes: moved.slice(0, mostChanges),
    changed: moved.length,
  };
}

function withChanges(input: RoundInput, { seats = [], quotas = [], seed }: PreviewRoundRequest): RoundInput {
  const seatsOf = new Map(seats.map((change) => [change.post, change.seats]));
  const maxOf = new Map(quotas.map((change) => [change.node, change.max]));
  const posts = new Set(input.posts.map(({ postId }) => postId));
  const nodes = new Set(input.nodes.map(({ nodeId }) => nodeId));
  const post = seats.find((change) => !posts.has(change.post))?.post;
  if (post !== undefined) throw new Refusal('round.unknown-post', { pointer: '/seats', post });
  const node = quotas.find((change) => !nodes.has(change.node))?.node;
  if (node !== undefined) throw new Refusal('round.unknown-quota', { pointer: '/quotas', node });
  return {
    ...input,
    seed: seed ?? input.seed,
    posts: input.posts.map((each) => ({ ...each, capacity: seatsOf.get(each.postId) ?? each.capacity })),
    nodes: input.nodes.map((each) => ({
      ...each,
      max: maxOf.has(each.nodeId) ? (maxOf.get(each.nodeId) ?? null) : each.max,
    })),
  };
}

export function summaryOf(
  { applicants, posts }: Pick<RoundInput, 'applicants' | 'posts'>,
  { rows }: RoundResult,
): PlacedSummary {
  const [first, second] = [rows.filter(({ pass }) => pass === 1), rows.filter(({ pass }) => pass === 2)];
  const seats = posts.reduce((sum, { capacity }) => sum + capacity, 0);
  const placed = first.length + second.length;
  const ranks = Math.max(0, ...first.map(({ rank }) => rank ?? 0));
  const byRank = Array.from({ length: ranks }, (_, index) => {
    return { rank: index + 1, people: first.filter(({ rank }) => rank === index + 1).length };
  });
  return {
    ...{ applicants: applicants.length, placedFirst: first.length, placedSecond: second.length },
    ...{ unplaced: applicants.length - placed, seats, seatsLeft: seats - placed, byRank },
  };
}
