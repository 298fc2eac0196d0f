import type { FrozenRound } from './frozen-round.js';
import { keySpace, type Order } from './keys.rules.js';

/**
 * The edges once more, in the order of those who ask: the wishes of position `p` are `first[p]` to before
 * `first[p + 1]`. Matching reads them mostly from front to back, and finds whoever is put out with a look or two, where
 * the published order would cost a look into another place of memory for every step from key to post.
 */
export interface Wishes {
  readonly first: Uint32Array;
  readonly post: Uint32Array;
  /** Small enough for the key of a wish, `class * span + position`, to be exact. */
  readonly class: Uint32Array;
  readonly span: number;
}

export function wishesOf(edges: FrozenRound['edges'], order: Order): Wishes {
  const { span, class: classes } = keySpace(edges.class, order.position.length);
  const first = new Uint32Array(edges.first.length);
  const post = new Uint32Array(edges.post.length);
  const ofWish = new Uint32Array(edges.post.length);
  let wish = 0;
  for (let position = 0; position < order.applicant.length; position += 1) {
    const applicant = order.applicant[position] as number;
    const end = edges.first[applicant + 1] as number;
    for (let edge = edges.first[applicant] as number; edge < end; edge += 1) {
      post[wish] = edges.post[edge] as number;
      ofWish[wish] = classes[edge] as number;
      wish += 1;
    }
    first[position + 1] = wish;
  }
  return { first, post, class: ofWish, span };
}
