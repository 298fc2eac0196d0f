/** Finds an id among many by its bytes, so that ten million rows need no text each. */
export class IdIndex {
  private readonly bytes: Buffer;
  private readonly start: Int32Array;
  private readonly slots: Int32Array;

  constructor(ids: readonly string[]) {
    this.bytes = Buffer.from(ids.join(''), 'latin1');
    this.start = new Int32Array(ids.length + 1);
    for (const [index, id] of ids.entries()) this.start[index + 1] = (this.start[index] as number) + id.length;
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(ids.length * 2 + 2))).fill(-1);
    for (let index = 0; index < ids.length; index += 1) {
      this.slots[this.slotOf(this.bytes, this.start[index] as number, this.start[index + 1] as number)] = index;
    }
  }

  /** The place of the id among those given, or -1. */
  find(bytes: Uint8Array, from: number, to: number): number {
    return this.slots[this.slotOf(bytes, from, to)] as number;
  }

  /** The slot that holds this id, or the free one where it would go. */
  private slotOf(bytes: Uint8Array, from: number, to: number): number {
    const mask = this.slots.length - 1;
    let hash = 0x811c9dc5;
    for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let index = this.slots[slot] as number; index >= 0; index = this.slots[slot] as number) {
      if (this.isAt(index, bytes, from, to)) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private isAt(index: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.start[index] as number;
    if ((this.start[index + 1] as number) - start !== to - from) return false;
    for (let at = from; at < to; at += 1) if (bytes[at] !== this.bytes[start + at - from]) return false;
    return true;
  }
}
