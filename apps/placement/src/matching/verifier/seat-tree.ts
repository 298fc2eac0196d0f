/** Seats left at the posts of one special: finds the most, and of equals the first, by halving. */
export class SeatTree {
  private readonly most: Float64Array;
  private readonly leaves: number;
  private readonly place = new Map<number, number>();

  constructor(
    private readonly posts: readonly number[],
    seats: Float64Array,
  ) {
    let leaves = 1;
    while (leaves < posts.length) leaves *= 2;
    this.leaves = leaves;
    this.most = new Float64Array(2 * leaves);
    for (const [at, post] of posts.entries()) {
      this.place.set(post, at);
      this.most[leaves + at] = seats[post] as number;
    }
    for (let at = leaves - 1; at >= 1; at -= 1) this.most[at] = Math.max(this.below(2 * at), this.below(2 * at + 1));
  }

  set(post: number, seats: number): void {
    let at = this.leaves + (this.place.get(post) as number);
    this.most[at] = seats;
    for (at >>= 1; at >= 1; at >>= 1) this.most[at] = Math.max(this.below(2 * at), this.below(2 * at + 1));
  }

  /** The post with the most seats, of those the first; undefined when no seat is left. */
  get richest(): number | undefined {
    if (this.below(1) <= 0) return undefined;
    let at = 1;
    while (at < this.leaves) at = this.below(2 * at) >= this.below(2 * at + 1) ? 2 * at : 2 * at + 1;
    return this.posts[at - this.leaves];
  }

  private below(at: number): number {
    return this.most[at] as number;
  }
}
