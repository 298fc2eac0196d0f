import { type BindingQuotas, bindingQuotas } from './binding-quotas.rules.js';
import type { FrozenRound, Placement } from './frozen-round.js';
import { HeldEdges } from './held-edges.js';
import { type KeySpace, keySpace, type Order } from './keys.rules.js';

const nobody = -1;
const open = -1;
const refused = -2;

/**
 * The first pass: applicants ask down their lists; an edge is held when no node on its path is full; otherwise the
 * largest key at the innermost full node is rejected for good. The outcome does not depend on who asks first;
 * `sequence` lets a test show it.
 */
export function match(round: FrozenRound, order: Order, sequence?: Iterable<number>): Placement {
  const proposals = new Proposals(round, order);
  // The best first: few are put out again.
  if (!sequence) for (let asking = 0; asking < order.position.length; asking += 1) proposals.letAsk(asking);
  else for (const applicant of sequence) proposals.letAsk(order.position[applicant] as number);
  return proposals.placement();
}

/** Whoever asks is a number here, which is their position in the order: it is the lower part of their keys as well. */
class Proposals {
  private readonly quotas: BindingQuotas;
  private readonly keys: KeySpace;
  private readonly held: HeldEdges;
  /** How many are held below each node. */
  private readonly heldBelow: Float64Array;
  /**
   * The smallest key known to be rejected at a post or node, whoever is held there now: the maxima are nested, so what
   * was once outranked stays outranked. Most requests end here without touching a heap.
   */
  private readonly postCutoff: Float64Array;
  private readonly nodeCutoff: Float64Array;
  /** The edge that each position asks next; the one before it is held, if any is. */
  private readonly next: Uint32Array;

  constructor(
    private readonly round: FrozenRound,
    private readonly order: Order,
  ) {
    this.quotas = bindingQuotas(round);
    this.keys = keySpace(round.edges.class, order.position.length);
    this.held = new HeldEdges(this.quotas.seats, this.quotas.leaf);
    this.heldBelow = new Float64Array(round.nodes.ids.length);
    this.nodeCutoff = new Float64Array(round.nodes.ids.length).fill(Number.POSITIVE_INFINITY);
    this.postCutoff = Float64Array.from(this.quotas.seats, (seats) => (seats ? Number.POSITIVE_INFINITY : nobody));
    this.next = order.applicant.map((applicant) => round.edges.first[applicant] as number);
  }

  /** One asks, then whoever lost a seat by it, until nobody is put out. */
  letAsk(first: number): void {
    for (let asking = first; asking !== nobody; ) asking = this.ask(asking);
  }

  /** Asks down the list until an edge is held or the list ends; returns who was put out. */
  private ask(position: number): number {
    const { held, next, postCutoff } = this;
    const { post: postOf, first } = this.round.edges;
    const { class: classOf, span } = this.keys;
    const end = first[(this.order.applicant[position] as number) + 1] as number;
    for (let edge = next[position] as number; edge < end; edge += 1) {
      const post = postOf[edge] as number;
      const key = (classOf[edge] as number) * span + position;
      if (key > (postCutoff[post] as number)) continue;
      next[position] = edge + 1;
      if (held.count[post] === this.quotas.seats[post]) {
        const out = held.top(post);
        held.replaceTop(post, key);
        postCutoff[post] = held.top(post);
        return this.positionOf(out);
      }
      const node = this.innermostFull(post, key);
      if (node === refused) continue;
      if (node === open) {
        this.hold(post, key, nobody);
        return nobody;
      }
      const out = this.putOut(node, key);
      if (out === nobody) continue;
      this.hold(post, key, node);
      return out;
    }
    next[position] = end;
    return nobody;
  }

  private innermostFull(post: number, key: number): number {
    const { aboveNode, abovePost } = this.quotas;
    let full = open;
    for (let node = abovePost[post] as number; node >= 0; node = aboveNode[node] as number) {
      if (key > (this.nodeCutoff[node] as number)) {
        // Whoever is held at the post is below this node, so its cut-off is one of the post too.
        this.postCutoff[post] = this.nodeCutoff[node] as number;
        return refused;
      }
      if (full === open && this.heldBelow[node] === this.round.nodes.max[node]) full = node;
    }
    return full;
  }

  /** Rejects the largest key held below a full node; nobody when it is smaller than the new one. */
  private putOut(node: number, key: number): number {
    const { from, to } = this.quotas;
    const top = this.held.topOfRun(from[node] as number, to[node] as number);
    this.nodeCutoff[node] = top;
    if (top < key) return nobody;
    const out = this.positionOf(top);
    const post = this.round.edges.post[(this.next[out] as number) - 1] as number;
    this.held.pop(post);
    this.count(post, node, -1);
    return out;
  }

  /** Holds a new edge; `below` is the full node whose number has not changed by it, with all above it. */
  private hold(post: number, key: number, below: number): void {
    this.held.push(post, key);
    this.count(post, below, 1);
    if (this.held.count[post] === this.quotas.seats[post]) this.postCutoff[post] = this.held.top(post);
  }

  private count(post: number, below: number, by: 1 | -1): void {
    const { aboveNode, abovePost } = this.quotas;
    for (let node = abovePost[post] as number; node !== below; node = aboveNode[node] as number) {
      this.heldBelow[node] = (this.heldBelow[node] as number) + by;
    }
  }

  private positionOf(key: number): number {
    const { span } = this.keys;
    return key - Math.floor(key / span) * span;
  }

  placement(): Placement {
    const applicants = this.order.position.length;
    const placement = {
      post: new Int32Array(applicants).fill(-1),
      pass: new Uint8Array(applicants),
      rank: new Uint32Array(applicants),
    };
    for (let post = 0; post < this.round.posts.ids.length; post += 1) {
      this.held.forEach(post, (key) => {
        const position = this.positionOf(key);
        const applicant = this.order.applicant[position] as number;
        placement.post[applicant] = post;
        placement.pass[applicant] = 1;
        placement.rank[applicant] = (this.next[position] as number) - (this.round.edges.first[applicant] as number);
      });
    }
    return placement;
  }
}
