import { createHash } from 'node:crypto';

/** Chance that comes out the same for the same seed. Every purpose draws from a stream of its own, so that adding a draw
 * in one place moves nothing elsewhere. */
export class Chance {
  private readonly state: Uint32Array;

  constructor(seed: string) {
    const digest = createHash('sha256').update(seed).digest();
    this.state = Uint32Array.from([0, 4, 8, 12], (at) => digest.readUInt32LE(at));
  }

  /** A stream for one purpose or one person. */
  static of(seed: string, ...names: readonly (string | number)[]): Chance {
    return new Chance([seed, ...names].join('\u0000'));
  }

  /** 0 up to but not including 1 (sfc32). */
  next(): number {
    const [a = 0, b = 0, c = 0, d = 0] = this.state;
    const t = (a + b + d) >>> 0;
    this.state[3] = d + 1;
    this.state[0] = b ^ (b >>> 9);
    this.state[1] = c + (c << 3);
    this.state[2] = ((c << 21) | (c >>> 11)) + t;
    return t / 4294967296;
  }

  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** True in about `share` of the cases. */
  happens(share: number): boolean {
    return this.next() < share;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  /** Some different items, in drawn order. */
  some<Item>(items: readonly Item[], count: number): Item[] {
    const rest = [...items];
    const drawn: Item[] = [];
    while (drawn.length < count && rest.length > 0)
      drawn.push(...rest.splice(Math.floor(this.next() * rest.length), 1));
    return drawn;
  }
}
