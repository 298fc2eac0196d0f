import type { FrozenRound, Lotteries } from '../frozen-round.js';
import type { ClaimedPlacement } from './claimed-placement.rules.js';
import type { Violations } from './violations.js';

/** The key of one edge for each place: its class, and whose it is with their score; applicant -1 for no edge. */
export interface PlaceKeys {
  readonly class: Float64Array;
  readonly score: Float64Array;
  readonly applicant: Int32Array;
}

export function noKeys(places: number): PlaceKeys {
  return {
    class: new Float64Array(places),
    score: new Float64Array(places),
    applicant: new Int32Array(places).fill(-1),
  };
}

/** Compares keys as the published rules spell them: class, -score, lottery, code. */
export class KeyOrder {
  private readonly score: Float64Array;

  constructor(
    round: FrozenRound,
    private readonly lotteries: Lotteries,
  ) {
    this.score = round.applicants.score;
  }

  /** Below 0 when `applicant` comes before `other`, class aside. */
  ofApplicants(applicant: number, other: number): number {
    const { high, low } = this.lotteries;
    return (
      (this.score[other] as number) - (this.score[applicant] as number) ||
      (high[applicant] as number) - (high[other] as number) ||
      (low[applicant] as number) - (low[other] as number) ||
      applicant - other
    );
  }

  /** Below 0 when a key is smaller than the one kept for a place. */
  compare(ofEdge: number, applicant: number, keys: PlaceKeys, place: number): number {
    return (
      ofEdge - (keys.class[place] as number) ||
      (keys.score[place] as number) - (this.score[applicant] as number) ||
      this.ofApplicants(applicant, keys.applicant[place] as number)
    );
  }

  /** Keeps a key for a place. */
  keep(ofEdge: number, applicant: number, keys: PlaceKeys, place: number): void {
    keys.class[place] = ofEdge;
    keys.score[place] = this.score[applicant] as number;
    keys.applicant[place] = applicant;
  }
}

/** How posts and nodes stand under a claimed placement: posts by index, nodes after them. */
export interface Standings {
  readonly held: Float64Array;
  readonly full: Uint8Array;
  /** The largest key held. */
  readonly largest: PlaceKeys;
}

/** Counts the first pass at every post, and from each post that holds somebody up to its root. */
export function standingsOf(round: FrozenRound, order: KeyOrder, { edge: held }: ClaimedPlacement): Standings {
  const { posts, nodes, edges } = round;
  const size = posts.ids.length + nodes.ids.length;
  const standings = { held: new Float64Array(size), full: new Uint8Array(size), largest: noKeys(size) };
  const count = (place: number, number: number, ofClass: number, applicant: number) => {
    const { largest } = standings;
    standings.held[place] = (standings.held[place] as number) + number;
    if ((largest.applicant[place] as number) >= 0 && order.compare(ofClass, applicant, largest, place) < 0) return;
    order.keep(ofClass, applicant, largest, place);
  };
  for (let applicant = 0; applicant < held.length; applicant += 1) {
    const edge = held[applicant] as number;
    if (edge >= 0) count(edges.post[edge] as number, 1, edges.class[edge] as number, applicant);
  }
  for (let post = 0; post < posts.ids.length; post += 1) {
    const { held: number, largest } = standings;
    const [ofClass, applicant] = [largest.class[post] as number, largest.applicant[post] as number];
    if (applicant < 0) continue;
    for (const place of pathOf(round, post).slice(1)) count(place, number[post] as number, ofClass, applicant);
  }
  for (let place = 0; place < size; place += 1) {
    standings.full[place] = (standings.held[place] as number) >= maxOf(round, place) ? 1 : 0;
  }
  return standings;
}

/** Nobody beyond a capacity or a maximum, both passes counted. */
export function verifyMaxima(
  round: FrozenRound,
  claim: ClaimedPlacement,
  standings: Standings,
  violations: Violations,
): void {
  const held = standings.held.slice();
  for (const post of claim.reassigned) {
    if (post < 0) continue;
    for (const place of pathOf(round, post)) held[place] = (held[place] as number) + 1;
  }
  for (const [place, number] of held.entries()) {
    const max = maxOf(round, place);
    if (number <= max) continue;
    const isPost = place < round.posts.ids.length;
    violations.add(isPost ? 'capacity' : 'quota', nameOf(round, place), `holds ${number}, the maximum is ${max}`);
  }
}

/** A post, then the nodes from its own to the root. */
export function pathOf({ posts, nodes }: FrozenRound, post: number): number[] {
  const path = [post];
  for (let node = posts.node[post] as number; node >= 0; node = nodes.parent[node] as number) {
    path.push(posts.ids.length + node);
  }
  return path;
}

export function maxOf({ posts, nodes }: FrozenRound, place: number): number {
  const node = place - posts.ids.length;
  return (node < 0 ? posts.capacity[place] : nodes.max[node]) as number;
}

export function nameOf({ posts, nodes }: FrozenRound, place: number): string {
  const node = place - posts.ids.length;
  return node < 0 ? `post ${posts.ids[place]}` : `node ${nodes.ids[node]}`;
}
