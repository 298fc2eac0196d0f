import type { FrozenRound, Placement } from './frozen-round.js';
import type { Order } from './keys.rules.js';
import { SeatQueue } from './seat-queue.js';

/**
 * The second pass, 服从调剂: applicants without a post who accept reassignment, in the order (-score, lottery, code).
 * Each gets, among posts they did not rank whose path has room at every node, the one with the smallest class, then the
 * most seats left, then the smallest id. Edges of the first pass do not move.
 */
export function reassign(round: FrozenRound, order: Order, firstPass: Placement): Placement {
  const placement: Placement = {
    post: firstPass.post.slice(),
    pass: firstPass.pass.slice(),
    rank: firstPass.rank.slice(),
  };
  const second = new SecondPass(round, placement);
  for (const applicant of order.applicant) {
    if (!second.hasSeats) break;
    if (placement.pass[applicant] || !round.applicants.reassign[applicant]) continue;
    const post = second.bestFor(applicant);
    if (post === undefined) continue;
    second.fill(post);
    placement.post[applicant] = post;
    placement.pass[applicant] = 2;
  }
  return placement;
}

class SecondPass {
  private readonly left: Float64Array;
  private readonly room: Float64Array;
  private readonly queues: SeatQueue[];
  /** Who asked about a post last, so that it is known whether they ranked it. */
  private readonly rankedBy: Int32Array;

  constructor(
    private readonly round: FrozenRound,
    { post: held }: Placement,
  ) {
    const { posts, nodes, specials } = round;
    this.left = posts.capacity.slice();
    this.room = nodes.max.slice();
    this.rankedBy = new Int32Array(posts.ids.length).fill(-1);
    for (const post of held) if (post >= 0) this.take(post, 1);
    this.queues = specials.map(() => new SeatQueue(this.left));
    for (const [post, special] of posts.special.entries()) {
      if (special >= 0 && this.hasRoom(post)) this.queues[special]?.add(post);
    }
  }

  get hasSeats(): boolean {
    return this.queues.some((queue) => queue.first !== undefined);
  }

  bestFor(applicant: number): number | undefined {
    const { edges, specials, traits } = this.round;
    for (let edge = edges.first[applicant] as number; edge < (edges.first[applicant + 1] as number); edge += 1) {
      this.rankedBy[edges.post[edge] as number] = applicant;
    }
    const row = (traits.row[applicant] as number) * specials.length;
    let best: number | undefined;
    let bestClass = Number.POSITIVE_INFINITY;
    for (const [special, queue] of this.queues.entries()) {
      const ofSpecial = traits.class[row + special] as number;
      if (ofSpecial > bestClass) continue;
      const post = this.firstUnranked(queue, applicant);
      if (post === undefined) continue;
      if (best === undefined || ofSpecial < bestClass || queue.isAhead(post, best))
        [best, bestClass] = [post, ofSpecial];
    }
    return best;
  }

  /** Gives one seat of the post away; it stands first in its queue among those that its applicant did not rank. */
  fill(post: number): void {
    const queue = this.queues[this.round.posts.special[post] as number] as SeatQueue;
    const ahead: number[] = [];
    for (let first = queue.takeFirst(); first !== undefined && first !== post; first = queue.takeFirst())
      ahead.push(first);
    this.take(post, 1);
    for (const other of [...ahead, post]) if (this.hasRoom(other)) queue.add(other);
  }

  private firstUnranked(queue: SeatQueue, applicant: number): number | undefined {
    const ranked: number[] = [];
    let found: number | undefined;
    for (let first = queue.first; first !== undefined && found === undefined; first = queue.first) {
      // Room only shrinks during this pass, so a post without it never comes back.
      if (!this.hasRoom(first)) queue.takeFirst();
      else if (this.rankedBy[first] !== applicant) found = first;
      else {
        queue.takeFirst();
        ranked.push(first);
      }
    }
    for (const post of ranked) queue.add(post);
    return found;
  }

  private take(post: number, seats: number): void {
    this.left[post] = (this.left[post] as number) - seats;
    this.forEachNode(post, (node) => {
      this.room[node] = (this.room[node] as number) - seats;
    });
  }

  private hasRoom(post: number): boolean {
    if ((this.left[post] as number) <= 0) return false;
    const { nodes, posts } = this.round;
    for (let node = posts.node[post] as number; node >= 0; node = nodes.parent[node] as number) {
      if ((this.room[node] as number) <= 0) return false;
    }
    return true;
  }

  private forEachNode(post: number, visit: (node: number) => void): void {
    const { nodes, posts } = this.round;
    for (let node = posts.node[post] as number; node >= 0; node = nodes.parent[node] as number) visit(node);
  }
}
