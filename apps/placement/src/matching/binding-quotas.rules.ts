import type { FrozenRound } from './frozen-round.js';

/** The part of a forest that can ever reject somebody, and how its posts stand below it. */
export interface BindingQuotas {
  /** How many edges each post can come to hold: no more than its capacity, and no more than rank it. */
  readonly seats: Uint32Array;
  /** The innermost binding node above a post, and above a node; -1 for none. */
  readonly abovePost: Int32Array;
  readonly aboveNode: Int32Array;
  /** Place of each post in an order in which the posts below any node stand together; -1 when no binding node asks. */
  readonly leaf: Int32Array;
  /** The run of leaves below a node: from, and the one after the last. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/**
 * A node binds when its maximum is smaller than what can be held right below it. One that does not bind is full only
 * when everything below is full too, and so is never the innermost full one that has to reject.
 */
export function bindingQuotas({ nodes, posts, edges }: FrozenRound): BindingQuotas {
  const seats = new Uint32Array(posts.ids.length);
  for (let edge = 0; edge < edges.post.length; edge += 1) (seats[edges.post[edge] as number] as number)++;
  for (const [post, demand] of seats.entries()) seats[post] = Math.min(demand, posts.capacity[post] as number);

  const reach = new Float64Array(nodes.ids.length);
  const size = new Uint32Array(nodes.ids.length);
  for (const [post, node] of posts.node.entries()) {
    reach[node] = (reach[node] as number) + (seats[post] as number);
    (size[node] as number)++;
  }
  const binds = new Uint8Array(nodes.ids.length);
  for (const node of nodes.parentsFirst.toReversed()) {
    const [max, parent] = [nodes.max[node] as number, nodes.parent[node] as number];
    if (max < (reach[node] as number)) {
      binds[node] = 1;
      reach[node] = max;
    }
    if (parent < 0) continue;
    reach[parent] = (reach[parent] as number) + (reach[node] as number);
    size[parent] = (size[parent] as number) + (size[node] as number);
  }

  const aboveNode = new Int32Array(nodes.ids.length).fill(-1);
  for (const node of nodes.parentsFirst) {
    const parent = nodes.parent[node] as number;
    if (parent >= 0) aboveNode[node] = binds[parent] ? parent : (aboveNode[parent] as number);
  }
  const abovePost = posts.node.map((node) => (binds[node] ? node : (aboveNode[node] as number)));
  return { seats, abovePost, aboveNode, ...standInOrder(nodes, posts, size, abovePost) };
}

/** Gives each node a run of leaves inside that of its parent, and each post a leaf inside that of its node. */
function standInOrder(
  nodes: FrozenRound['nodes'],
  posts: FrozenRound['posts'],
  size: Uint32Array,
  abovePost: Int32Array,
): Pick<BindingQuotas, 'leaf' | 'from' | 'to'> {
  const from = new Uint32Array(nodes.ids.length);
  const to = new Uint32Array(nodes.ids.length);
  const free = new Uint32Array(nodes.ids.length);
  let freeOfRoots = 0;
  for (const node of nodes.parentsFirst) {
    const parent = nodes.parent[node] as number;
    const start = parent < 0 ? freeOfRoots : (free[parent] as number);
    const end = start + (size[node] as number);
    if (parent < 0) freeOfRoots = end;
    else free[parent] = end;
    [from[node], free[node], to[node]] = [start, start, end];
  }
  const leaf = posts.node.map((node, post) => {
    const at = (free[node] as number)++;
    return (abovePost[post] as number) < 0 ? -1 : at;
  });
  return { leaf, from, to };
}
