/** Remembers the last fact of each key that was reacted to, and notices one that comes before its predecessor. */
export class OrderWatch {
  private readonly last = new Map<string, string>();

  constructor(private readonly keysMax = 20_000) {}

  /** Answers whether this one is later than all that came before it. Sequences have equal length and compare as text. */
  isNext(lane: string, sequence: string): boolean {
    const before = this.last.get(lane);
    if (before !== undefined && before >= sequence) return false;
    this.last.delete(lane);
    this.last.set(lane, sequence);
    if (this.last.size > this.keysMax) {
      const oldest = this.last.keys().next();
      if (!oldest.done) this.last.delete(oldest.value);
    }
    return true;
  }
}
