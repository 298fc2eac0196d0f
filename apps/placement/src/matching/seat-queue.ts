/** Posts of one special that may still have seats, the one with the most seats left first, then the smallest id. */
export class SeatQueue {
  private readonly posts: number[] = [];

  /** @param left seats left by post; may change only for posts that are not in the queue */
  constructor(private readonly left: Float64Array) {}

  get first(): number | undefined {
    return this.posts[0];
  }

  add(post: number): void {
    const { posts } = this;
    let at = posts.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.isAhead(post, posts[above] as number)) break;
      posts[at] = posts[above] as number;
      at = above;
    }
    posts[at] = post;
  }

  takeFirst(): number | undefined {
    const { posts } = this;
    const first = posts[0];
    const last = posts.pop();
    if (last === undefined || posts.length === 0) return first;
    let at = 0;
    for (let below = 1; below < posts.length; below = 2 * at + 1) {
      if (below + 1 < posts.length && this.isAhead(posts[below + 1] as number, posts[below] as number)) below += 1;
      if (!this.isAhead(posts[below] as number, last)) break;
      posts[at] = posts[below] as number;
      at = below;
    }
    posts[at] = last;
    return first;
  }

  /** Whether the second pass would rather fill `post` than `other`, both being of the same class for somebody. */
  isAhead(post: number, other: number): boolean {
    const more = (this.left[post] as number) - (this.left[other] as number);
    return more > 0 || (more === 0 && post < other);
  }
}
