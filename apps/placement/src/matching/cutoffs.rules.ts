import type { Cutoffs, FrozenRound, Lotteries, Placement } from './frozen-round.js';
import type { Order } from './keys.rules.js';
import { lotteryText } from './lottery.js';
import type { CutoffRow } from './round-result.js';

/** For every post and node: how many it holds after the first pass, whether that is all, and the largest key among them. */
export function cutoffsOf(round: FrozenRound, order: Order, placement: Placement): Cutoffs {
  const { posts, nodes, edges } = round;
  const offset = posts.ids.length;
  const size = offset + nodes.ids.length;
  const cutoffs = {
    held: new Float64Array(size),
    full: new Uint8Array(size),
    class: new Float64Array(size),
    applicant: new Int32Array(size).fill(-1),
  };
  const add = (at: number, held: number, ofClass: number, applicant: number) => {
    cutoffs.held[at] = (cutoffs.held[at] as number) + held;
    const largest = cutoffs.applicant[at] as number;
    const more = ofClass - (cutoffs.class[at] as number);
    const isLarger =
      more > 0 || (more === 0 && (order.position[applicant] as number) > (order.position[largest] as number));
    if (applicant < 0 || (largest >= 0 && !isLarger)) return;
    cutoffs.class[at] = ofClass;
    cutoffs.applicant[at] = applicant;
  };

  for (const [applicant, post] of placement.post.entries()) {
    if (placement.pass[applicant] !== 1) continue;
    const edge = (edges.first[applicant] as number) + (placement.rank[applicant] as number) - 1;
    add(post, 1, edges.class[edge] as number, applicant);
  }
  const addUp = (from: number, to: number) =>
    add(to, cutoffs.held[from] as number, cutoffs.class[from] as number, cutoffs.applicant[from] as number);
  for (const [post, node] of posts.node.entries()) addUp(post, offset + node);
  for (const node of nodes.parentsFirst.toReversed()) {
    const parent = nodes.parent[node] as number;
    if (parent >= 0) addUp(offset + node, offset + parent);
  }
  for (let at = 0; at < size; at += 1) {
    const max = at < offset ? posts.capacity[at] : nodes.max[at - offset];
    cutoffs.full[at] = (cutoffs.held[at] as number) >= (max as number) ? 1 : 0;
  }
  return cutoffs;
}

/** As `cutoffs.csv` lists them: posts as `post:<id>`, all sorted by id. */
export function cutoffRows(round: FrozenRound, lotteries: Lotteries, cutoffs: Cutoffs): CutoffRow[] {
  const names = [...round.posts.ids.map((id) => `post:${id}`), ...round.nodes.ids];
  const { codes, score } = round.applicants;
  const rows = names.map((nodeId, at): CutoffRow => {
    const full = cutoffs.full[at] === 1;
    const applicant = cutoffs.applicant[at] as number;
    const held = cutoffs.held[at] as number;
    if (!full || applicant < 0) return { nodeId, held, full, key: null };
    const key = {
      class: cutoffs.class[at] as number,
      score: score[applicant] as number,
      lottery: lotteryText(lotteries, applicant),
      code: codes[applicant] as string,
    };
    return { nodeId, held, full, key };
  });
  return rows.sort((left, right) => (left.nodeId < right.nodeId ? -1 : 1));
}
