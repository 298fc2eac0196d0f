const nobody = -1;

/**
 * The edges held at each post: a bounded heap with the largest key on top, all heaps in one array.
 *
 * Whatever a quota node rejects is the largest key below it, so it is also on top of its post's heap. Hence nodes
 * need no heaps of their own: a winner tree over the tops, posts standing in the order of the forest, gives the largest
 * key of any node as that of a run of leaves, and no entry is ever left over to be deleted later.
 */
export class HeldEdges {
  readonly count: Uint32Array;
  private readonly keys: Float64Array;
  private readonly base: Uint32Array;
  private readonly winners: Float64Array;
  private readonly leaves: number;

  /**
   * @param seats how many each post can come to hold
   * @param leaf place of each post among the leaves; -1 for a post that no quota node will ever ask about
   */
  constructor(
    seats: Uint32Array,
    private readonly leaf: Int32Array,
  ) {
    this.count = new Uint32Array(seats.length);
    this.base = new Uint32Array(seats.length);
    let total = 0;
    for (const [post, size] of seats.entries()) {
      this.base[post] = total;
      total += size;
    }
    this.keys = new Float64Array(total);
    this.leaves = seats.length;
    this.winners = new Float64Array(leaf.some((at) => at >= 0) ? 2 * seats.length : 0).fill(nobody);
  }

  /** The largest key held at a post; -1 when it holds nobody. */
  top(post: number): number {
    return this.count[post] ? (this.keys[this.base[post] as number] as number) : nobody;
  }

  /** The largest key held at the posts of the leaves from `from` to before `to`; -1 when they hold nobody. */
  topOfRun(from: number, to: number): number {
    const { winners } = this;
    let [left, right, top] = [from + this.leaves, to + this.leaves, nobody];
    for (; left < right; left >>= 1, right >>= 1) {
      if (left & 1) top = Math.max(top, winners[left++] as number);
      if (right & 1) top = Math.max(top, winners[--right] as number);
    }
    return top;
  }

  push(post: number, key: number): void {
    const { keys } = this;
    const base = this.base[post] as number;
    let at = (this.count[post] as number)++;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = keys[base + above] as number;
      if (other >= key) break;
      keys[base + at] = other;
      at = above;
    }
    keys[base + at] = key;
    if (at === 0) this.showTop(post);
  }

  /** Takes the largest key out. */
  pop(post: number): void {
    const size = (this.count[post] as number) - 1;
    this.count[post] = size;
    if (size > 0) this.sink(post, size, this.keys[(this.base[post] as number) + size] as number);
    this.showTop(post);
  }

  /** Takes the largest key out and puts a smaller one in. */
  replaceTop(post: number, key: number): void {
    this.sink(post, this.count[post] as number, key);
    this.showTop(post);
  }

  /** Calls back with every key held at a post. */
  forEach(post: number, visit: (key: number) => void): void {
    const base = this.base[post] as number;
    for (let at = base; at < base + (this.count[post] as number); at += 1) visit(this.keys[at] as number);
  }

  /** Lets a key sink from the top of a heap of `size`. */
  private sink(post: number, size: number, key: number): void {
    const { keys } = this;
    const base = this.base[post] as number;
    let at = 0;
    for (let below = 1; below < size; below = 2 * at + 1) {
      if (below + 1 < size && (keys[base + below + 1] as number) > (keys[base + below] as number)) below += 1;
      const other = keys[base + below] as number;
      if (other <= key) break;
      keys[base + at] = other;
      at = below;
    }
    keys[base + at] = key;
  }

  /** Carries the new top of a post up the winner tree, as far as it makes a difference. */
  private showTop(post: number): void {
    const { winners } = this;
    let at = this.leaf[post] as number;
    if (at < 0) return;
    at += this.leaves;
    winners[at] = this.top(post);
    for (at >>= 1; at >= 1; at >>= 1) {
      const winner = Math.max(winners[2 * at] as number, winners[2 * at + 1] as number);
      if (winners[at] === winner) return;
      winners[at] = winner;
    }
  }
}
