import type { FrozenRound } from '@xibu/placement/dist/matching/frozen-round.js';
import { drawsFrom } from '@xibu/placement/dist/matching/made-up-round.js';

export interface InstanceSize {
  readonly applicants: number;
  /** Posts that each applicant ranks. */
  readonly choices: number;
  readonly posts: number;
  /** Seats of all posts together, before any quota. */
  readonly seats: number;
  readonly provinces: number;
  readonly counties: number;
}

export const hundredThousand: InstanceSize = {
  ...{ applicants: 100_000, choices: 10, posts: 5_000, seats: 60_000, provinces: 16, counties: 300 },
};
export const million: InstanceSize = {
  ...{ applicants: 1_000_000, choices: 10, posts: 20_000, seats: 600_000, provinces: 16, counties: 300 },
};

const classes = 3;
const specials = ['education', 'governance', 'youth-work'];

/**
 * A round of nobody with more wishes than seats, and a quota at the nation, each province and each county that is
 * smaller than the seats below it, so that every level rejects. Made as typed arrays at once: ten million rows of text
 * would take longer to make than to solve.
 */
export function madeUpInstance(size: InstanceSize, seed = 20_230_401): FrozenRound {
  const draw = drawsFrom(seed);
  const below = (count: number) => Math.floor(draw() * count);
  const posts = postsOf(size, draw);
  const applicants = {
    codes: Array.from({ length: size.applicants }, (_, index) => `a${String(index).padStart(7, '0')}`),
    score: Float64Array.from({ length: size.applicants }, () => 5_000 + below(4_500)),
    reassign: Uint8Array.from({ length: size.applicants }, () => (draw() < 0.5 ? 1 : 0)),
  };
  let rows = 0;
  const row = Int32Array.from(applicants.reassign, (flag) => (flag ? rows++ : -1));
  return {
    nodes: nodesOf(size, posts),
    posts,
    specials,
    applicants,
    edges: edgesOf(size, draw),
    traits: { row, class: Float64Array.from({ length: rows * specials.length }, () => below(classes)) },
  };
}

function postsOf(size: InstanceSize, draw: () => number): FrozenRound['posts'] {
  const mean = size.seats / size.posts;
  return {
    ids: Array.from({ length: size.posts }, (_, index) => `s${String(index).padStart(5, '0')}`),
    // Counties are the last nodes.
    node: Int32Array.from({ length: size.posts }, (_, index) => 1 + size.provinces + (index % size.counties)),
    capacity: Float64Array.from({ length: size.posts }, () => 1 + Math.floor(draw() * (2 * mean - 1))),
    special: Int32Array.from({ length: size.posts }, (_, index) => (draw() < 0.8 ? index % specials.length : -1)),
  };
}

/** The nation, its provinces, and their counties: each may fill a little less than what is below it. */
function nodesOf({ provinces, counties }: InstanceSize, posts: FrozenRound['posts']): FrozenRound['nodes'] {
  const count = 1 + provinces + counties;
  const parent = Int32Array.from({ length: count }, (_, node) =>
    node === 0 ? -1 : node <= provinces ? 0 : 1 + ((node - 1 - provinces) % provinces),
  );
  const room = new Float64Array(count);
  const max = new Float64Array(count);
  for (const [post, node] of posts.node.entries()) room[node] = (room[node] ?? 0) + (posts.capacity[post] ?? 0);
  for (let node = count - 1; node >= 0; node -= 1) {
    max[node] = Math.floor(0.95 * (room[node] ?? 0));
    const above = parent[node] ?? -1;
    if (above >= 0) room[above] = (room[above] ?? 0) + (max[node] ?? 0);
  }
  const level = (node: number) => (node === 0 ? 'n' : node <= provinces ? 'p' : 'q');
  const ids = Array.from({ length: count }, (_, node) => `${level(node)}${String(node).padStart(4, '0')}`);
  return { ids, parent, max, parentsFirst: Int32Array.from({ length: count }, (_, node) => node) };
}

/** Some posts are asked by many more than others. Nobody ranks a post twice. */
function edgesOf({ applicants, choices, posts }: InstanceSize, draw: () => number): FrozenRound['edges'] {
  const post = new Uint32Array(applicants * choices);
  const ofEdge = new Float64Array(applicants * choices);
  const rankedBy = new Int32Array(posts).fill(-1);
  for (let edge = 0; edge < post.length; edge += 1) {
    const applicant = Math.floor(edge / choices);
    let chosen = Math.floor(draw() ** 1.3 * posts);
    while (rankedBy[chosen] === applicant) chosen = Math.floor(draw() * posts);
    rankedBy[chosen] = applicant;
    post[edge] = chosen;
    ofEdge[edge] = Math.floor(draw() * classes);
  }
  return { first: Uint32Array.from({ length: applicants + 1 }, (_, index) => index * choices), post, class: ofEdge };
}
