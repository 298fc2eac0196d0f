import type { FrozenRound } from '@xibu/placement/dist/matching/frozen-round.js';

const nobody = -1;

/**
 * Deferred acceptance as the textbook has it: one bounded heap with the worst on top at each post, no quotas, no second
 * pass, no cut-offs. The least that any solver of such a round has to do.
 *
 * @param position place of each applicant in the order of scores and lottery, 0 being the best
 * @returns the post of each applicant, -1 for none
 */
export function plainAcceptance({ edges, posts }: FrozenRound, position: Uint32Array): Int32Array {
  const applicants = position.length;
  const base = new Uint32Array(posts.ids.length + 1);
  for (const [post, seats] of posts.capacity.entries()) base[post + 1] = (base[post] as number) + seats;
  const heaps: Heaps = {
    base,
    count: new Uint32Array(posts.ids.length),
    key: new Float64Array(base[posts.ids.length] as number),
    applicant: new Uint32Array(base[posts.ids.length] as number),
  };
  const next = edges.first.slice(0, applicants);
  for (let first = 0; first < applicants; first += 1) {
    for (let asking = first; asking !== nobody; ) {
      let out = nobody;
      const end = edges.first[asking + 1] as number;
      let edge = next[asking] as number;
      for (let held = false; edge < end && !held; edge += 1) {
        const post = edges.post[edge] as number;
        const start = base[post] as number;
        const key = (edges.class[edge] as number) * applicants + (position[asking] as number);
        if ((heaps.count[post] as number) < (base[post + 1] as number) - start) held = rise(heaps, post, key, asking);
        else if (start < (base[post + 1] as number) && key < (heaps.key[start] as number)) {
          out = heaps.applicant[start] as number;
          held = sink(heaps, post, key, asking);
        }
      }
      next[asking] = edge;
      asking = out;
    }
  }
  const placed = new Int32Array(applicants).fill(nobody);
  for (let post = 0; post < posts.ids.length; post += 1) {
    for (let at = 0; at < (heaps.count[post] as number); at += 1) {
      placed[heaps.applicant[(base[post] as number) + at] as number] = post;
    }
  }
  return placed;
}

interface Heaps {
  readonly base: Uint32Array;
  readonly count: Uint32Array;
  readonly key: Float64Array;
  readonly applicant: Uint32Array;
}

/** Takes one more in. */
function rise({ base, count, key: keys, applicant: who }: Heaps, post: number, key: number, applicant: number): true {
  const start = base[post] as number;
  let at = (count[post] as number)++;
  while (at > 0 && (keys[start + ((at - 1) >> 1)] as number) < key) {
    const above = start + ((at - 1) >> 1);
    keys[start + at] = keys[above] as number;
    who[start + at] = who[above] as number;
    at = (at - 1) >> 1;
  }
  keys[start + at] = key;
  who[start + at] = applicant;
  return true;
}

/** Puts one in the place of the worst. */
function sink({ base, count, key: keys, applicant: who }: Heaps, post: number, key: number, applicant: number): true {
  const start = base[post] as number;
  const size = count[post] as number;
  let at = 0;
  for (let below = 1; below < size; below = 2 * at + 1) {
    if (below + 1 < size && (keys[start + below + 1] as number) > (keys[start + below] as number)) below += 1;
    if ((keys[start + below] as number) <= key) break;
    keys[start + at] = keys[start + below] as number;
    who[start + at] = who[start + below] as number;
    at = below;
  }
  keys[start + at] = key;
  who[start + at] = applicant;
  return true;
}
