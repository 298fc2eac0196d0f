import type { Preference, QuotaNode, RoundInput, RoundPost, Trait } from './round-input.js';

/** How large a made-up round is, and how tight. */
export interface MadeUpSizes {
  readonly applicants: number;
  readonly posts: number;
  readonly nodes: number;
  /** Preferences of one applicant at most. */
  readonly choices: number;
  /** Classes are drawn from 0 to below this. */
  readonly classes: number;
  /** Capacities are drawn from 0 to this, mostly above 0. */
  readonly seats: number;
}

/** Numbers from 0 to below 1 that follow from the seed. */
export function drawsFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A round of nobody, for demonstrations and tests: the same seed and sizes make the same round. */
export function madeUpRound(seed: number, sizes: MadeUpSizes): RoundInput {
  const draw = drawsFrom(seed);
  const below = (count: number) => Math.floor(draw() * count);
  const codes = Array.from({ length: sizes.applicants }, (_, index) => `a${String(index).padStart(6, '0')}`);
  const specials = ['education', 'governance', 'youth-work'];

  const nodes: QuotaNode[] = [];
  for (let index = 0; index < sizes.nodes; index += 1) {
    const parentId = index > 0 && draw() < 0.85 ? (nodes[below(index)]?.nodeId ?? null) : null;
    const reach = Math.ceil((sizes.posts * sizes.seats) / 3);
    nodes.push({ nodeId: `n${String(index).padStart(3, '0')}`, parentId, max: draw() < 0.3 ? null : below(reach + 1) });
  }
  const posts = Array.from(
    { length: sizes.posts },
    (_, index): RoundPost => ({
      postId: `p${String(index).padStart(5, '0')}`,
      nodeId: nodes[below(nodes.length)]?.nodeId as string,
      special: specials[below(specials.length)] as string,
      capacity: draw() < 0.05 ? 0 : 1 + below(sizes.seats),
      reassignable: draw() < 0.8,
    }),
  );
  const applicants = codes.map((code) => ({ code, score: 7000 + 500 * below(5), acceptsReassignment: draw() < 0.6 }));
  const preferences = codes.flatMap((code): Preference[] => {
    const open = [...posts];
    return Array.from({ length: Math.min(below(sizes.choices + 1), open.length) }, (_, index) => {
      const [post] = open.splice(below(open.length), 1);
      return { code, rank: index + 1, postId: post?.postId as string, class: below(sizes.classes) };
    });
  });
  return {
    nodes,
    posts,
    applicants,
    preferences,
    traits: traitsFor(applicants, posts, () => below(sizes.classes)),
    seed: `seed-${seed}`,
  };
}

function traitsFor(
  applicants: RoundInput['applicants'],
  posts: readonly RoundPost[],
  drawClass: () => number,
): readonly Trait[] {
  const specials = new Set(posts.filter((post) => post.reassignable).map((post) => post.special));
  return applicants
    .filter((applicant) => applicant.acceptsReassignment)
    .flatMap(({ code }) => [...specials].map((special) => ({ code, special, class: drawClass() })));
}
