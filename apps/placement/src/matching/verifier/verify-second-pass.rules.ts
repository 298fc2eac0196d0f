import type { FrozenRound } from '../frozen-round.js';
import type { ClaimedPlacement } from './claimed-placement.rules.js';
import { SeatTree } from './seat-tree.js';
import { type KeyOrder, maxOf, pathOf, type Standings } from './standings.rules.js';
import type { Violations } from './violations.js';

/** Replays 服从调剂 in its order over the claimed result: whoever is next holds the best that is left, or nothing is left. */
export function verifySecondPass(
  round: FrozenRound,
  order: KeyOrder,
  claim: ClaimedPlacement,
  standings: Standings,
  violations: Violations,
): void {
  const { codes, reassign } = round.applicants;
  const seats = new OpenSeats(round, standings);
  const waiting: number[] = [];
  for (let applicant = 0; applicant < codes.length; applicant += 1) {
    if ((claim.edge[applicant] as number) >= 0) continue;
    if (reassign[applicant]) waiting.push(applicant);
    else if ((claim.reassigned[applicant] as number) >= 0) {
      const code = codes[applicant];
      violations.add('reassignment', `applicant ${code}`, `${code} does not accept reassignment`);
    }
  }
  if (!seats.any && waiting.every((applicant) => (claim.reassigned[applicant] as number) < 0)) return;

  waiting.sort((left, right) => order.ofApplicants(left, right));
  for (const applicant of waiting) {
    const right = seats.bestFor(applicant);
    const claimed = claim.reassigned[applicant] as number;
    if (right !== claimed) {
      const [is, shall] = [claimed, right].map((post) => (post < 0 ? 'nothing' : round.posts.ids[post]));
      violations.add(
        'reassignment',
        `applicant ${codes[applicant]}`,
        `${codes[applicant]} holds ${is}; in turn it is ${shall}`,
      );
    }
    if (claimed >= 0) seats.take(claimed);
  }
}

class OpenSeats {
  private readonly room: Float64Array;
  private readonly trees: readonly SeatTree[];

  constructor(
    private readonly round: FrozenRound,
    standings: Standings,
  ) {
    this.room = standings.held.map((held, place) => maxOf(round, place) - held);
    const ofSpecial: number[][] = round.specials.map(() => []);
    for (const [post, special] of round.posts.special.entries()) ofSpecial[special]?.push(post);
    this.trees = ofSpecial.map((posts) => new SeatTree(posts, this.room));
  }

  get any(): boolean {
    return this.trees.some((tree) => this.openIn(tree) >= 0);
  }

  /** The post that the rules give this applicant now; -1 for none. */
  bestFor(applicant: number): number {
    const { edges, posts, traits, specials } = this.round;
    const ranked = edges.post.subarray(edges.first[applicant], edges.first[applicant + 1]);
    const hidden = [...ranked].filter((post) => (posts.special[post] as number) >= 0);
    for (const post of hidden) this.treeOf(post).set(post, 0);
    const row = (traits.row[applicant] as number) * specials.length;
    let best = -1;
    let bestClass = Number.POSITIVE_INFINITY;
    for (const [special, tree] of this.trees.entries()) {
      const ofSpecial = traits.class[row + special] as number;
      const post = ofSpecial > bestClass ? -1 : this.openIn(tree);
      if (post < 0) continue;
      const more = best < 0 ? 1 : (this.room[post] as number) - (this.room[best] as number);
      if (ofSpecial === bestClass && (more < 0 || (more === 0 && post > best))) continue;
      best = post;
      bestClass = ofSpecial;
    }
    for (const post of hidden) this.treeOf(post).set(post, this.seatsAt(post));
    return best;
  }

  take(post: number): void {
    for (const place of pathOf(this.round, post)) this.room[place] = (this.room[place] as number) - 1;
    if ((this.round.posts.special[post] as number) >= 0) this.treeOf(post).set(post, this.seatsAt(post));
  }

  /** The richest post with room on its whole path; one without is struck out, as room never comes back. */
  private openIn(tree: SeatTree): number {
    for (let post = tree.richest; post !== undefined; post = tree.richest) {
      if (this.seatsAt(post) > 0) return post;
      tree.set(post, 0);
    }
    return -1;
  }

  private seatsAt(post: number): number {
    return pathOf(this.round, post).every((place) => (this.room[place] as number) > 0)
      ? (this.room[post] as number)
      : 0;
  }

  private treeOf(post: number): SeatTree {
    return this.trees[this.round.posts.special[post] as number] as SeatTree;
  }
}
