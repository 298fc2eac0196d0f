import type { QuotaNode } from './round-input.js';

/** A quota as an office configures it: a maximum over a set of posts. */
export interface Quota {
  readonly quotaId: string;
  readonly max: number | null;
  readonly postIds: readonly string[];
}

/** Quotas as the nodes of a round, and the node on which each post hangs. */
export interface Forest {
  readonly nodes: readonly QuotaNode[];
  readonly nodeOfPost: ReadonlyMap<string, string>;
}

/**
 * Why quotas cannot become a forest. `overlap`: two quotas share a post and each has one of its own, which makes a
 * stable placement NP-hard to find, so it is refused when it is configured and not when the round runs.
 */
export class QuotaFault extends Error {
  constructor(
    readonly reason: 'overlap' | 'unknown-post' | 'twice',
    readonly quotaIds: readonly string[],
    readonly postIds: readonly string[],
    sentence: string,
  ) {
    super(sentence);
    this.name = 'QuotaFault';
  }
}

interface Placed {
  readonly quota: Quota;
  readonly depth: number;
}

/**
 * Nests quotas by what they hold. Posts of no quota, and outermost quotas, hang on a root without a maximum.
 * Throws a {@link QuotaFault} that names two overlapping quotas and a post which shows it.
 */
export function asForest(quotas: readonly Quota[], postIds: readonly string[], rootId = 'all'): Forest {
  const root: Placed = { quota: { quotaId: rootId, max: null, postIds }, depth: 0 };
  const innermost = new Map(postIds.map((postId) => [postId, root]));
  const seen = new Set([rootId]);
  const nodes: QuotaNode[] = [{ nodeId: rootId, parentId: null, max: null }];

  // From the largest to the smallest: whatever holds a quota is in place before it.
  const largestFirst = quotas
    .map(withoutRepeats)
    .sort((left, right) => right.postIds.length - left.postIds.length || (left.quotaId < right.quotaId ? -1 : 1));
  for (const quota of largestFirst) {
    if (seen.has(quota.quotaId)) {
      throw new QuotaFault('twice', [quota.quotaId], [], `quota ${quota.quotaId} is there twice`);
    }
    seen.add(quota.quotaId);
    const parent = holderOf(quota, innermost) ?? root;
    const placed: Placed = { quota, depth: parent.depth + 1 };
    for (const postId of quota.postIds) innermost.set(postId, placed);
    nodes.push({ nodeId: quota.quotaId, parentId: parent.quota.quotaId, max: quota.max });
  }
  return { nodes, nodeOfPost: new Map([...innermost].map(([postId, { quota }]) => [postId, quota.quotaId])) };
}

function withoutRepeats(quota: Quota): Quota {
  const seen = new Set<string>();
  for (const postId of quota.postIds) {
    if (seen.has(postId)) {
      throw new QuotaFault('twice', [quota.quotaId], [postId], `quota ${quota.quotaId} holds post ${postId} twice`);
    }
    seen.add(postId);
  }
  return quota;
}

/** The one quota that holds every post of this one; undefined when it has no posts. */
function holderOf(quota: Quota, innermost: ReadonlyMap<string, Placed>): Placed | undefined {
  let holder: Placed | undefined;
  for (const postId of quota.postIds) {
    const here = innermost.get(postId);
    if (!here) {
      const sentence = `quota ${quota.quotaId} holds post ${postId}, which is not in the round`;
      throw new QuotaFault('unknown-post', [quota.quotaId], [postId], sentence);
    }
    if (!holder || here === holder) {
      holder = here;
      continue;
    }
    const other = here.depth > holder.depth ? here : holder;
    const common = quota.postIds.find((id) => innermost.get(id) === other) as string;
    const own = quota.postIds.find((id) => innermost.get(id) !== other) as string;
    const sentence =
      `quotas ${quota.quotaId} and ${other.quota.quotaId} overlap and neither holds the other: ` +
      `post ${common} is in both, post ${own} only in ${quota.quotaId}`;
    throw new QuotaFault('overlap', [quota.quotaId, other.quota.quotaId], [common, own], sentence);
  }
  return holder;
}

/** Every node after its parent, or a node that is its own ancestor: of those on the cycle, the first. */
export function parentsFirst(parent: Int32Array): Int32Array | { readonly cycleAt: number } {
  const order = new Int32Array(parent.length);
  const state = new Uint8Array(parent.length);
  const [walking, done] = [1, 2];
  let placed = 0;
  for (let start = 0; start < parent.length; start += 1) {
    const walk: number[] = [];
    let node = start;
    for (; node >= 0 && state[node] !== done; node = parent[node] as number) {
      if (state[node] === walking) return { cycleAt: Math.min(...walk.slice(walk.indexOf(node))) };
      state[node] = walking;
      walk.push(node);
    }
    for (const ancestor of walk.reverse()) {
      state[ancestor] = done;
      order[placed++] = ancestor;
    }
  }
  return order;
}
