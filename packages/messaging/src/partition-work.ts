import { keyOf } from './inbox.js';
import type { Delivered } from './message.js';

/**
 * Deals with one message, however often it has to try, and answers whether it is settled; it is not when the work was
 * abandoned first. Calls `troubled` when a try fails. Never rejects.
 */
export type Settle = (message: Delivered, troubled: () => void, abandoned: AbortSignal) => Promise<boolean>;

interface Entry {
  readonly message: Delivered;
  settled: boolean;
}

interface Lane {
  readonly waiting: Entry[];
  troubled: boolean;
}

/**
 * What is being done of one partition: a lane for each key, in which one message follows the other, and the order of
 * arrival, which tells how far everything is settled without a gap. A key in trouble does not hold its partition: what
 * waits in its lane is not waited for, up to a limit.
 */
export class PartitionWork {
  private readonly lanes = new Map<string, Lane>();
  private readonly arrived: Entry[] = [];
  private readonly leaving = new AbortController();
  private next: bigint | null = null;
  private healthy = 0;
  private running = 0;
  private readonly watchers: (() => void)[] = [];

  constructor(
    private readonly settle: Settle,
    private readonly onSettled: () => void,
    private readonly troubledMax: number,
  ) {}

  add(messages: readonly Delivered[]): void {
    for (const message of messages) {
      const entry: Entry = { message, settled: false };
      this.arrived.push(entry);
      const key = keyOf(message);
      const lane = this.lanes.get(key);
      if (lane) lane.waiting.push(entry);
      else this.open(key, entry);
    }
  }

  /** Resolves when all that is left waits behind keys in trouble, and not too much of it. */
  async clear(): Promise<void> {
    await this.until(() => this.leaving.signal.aborted || (this.healthy === 0 && this.waiting() <= this.troubledMax));
  }

  /** Resolves when nothing is being tried any more. */
  async quiet(): Promise<void> {
    await this.until(() => this.running === 0);
  }

  /** Everything before this offset is settled; null before the first message is. */
  progress(): bigint | null {
    let settled = 0;
    for (const entry of this.arrived) {
      if (!entry.settled) break;
      this.next = entry.message.offset + 1n;
      settled++;
    }
    this.arrived.splice(0, settled);
    return this.next;
  }

  /** How much has arrived and is not settled. */
  waiting(): number {
    let count = 0;
    for (const lane of this.lanes.values()) count += lane.waiting.length;
    return count;
  }

  /** Starts nothing more: the messages not yet begun are somebody else's now. */
  abandon(): void {
    this.leaving.abort();
    this.changed();
  }

  private open(key: string, entry: Entry): void {
    const lane: Lane = { waiting: [entry], troubled: false };
    this.lanes.set(key, lane);
    this.healthy++;
    this.running++;
    void this.drive(key, lane).finally(() => {
      this.running--;
      this.changed();
    });
  }

  private async drive(key: string, lane: Lane): Promise<void> {
    for (let entry = lane.waiting[0]; entry && !this.leaving.signal.aborted; entry = lane.waiting[0]) {
      const settled = await this.settle(entry.message, () => this.mark(lane, true), this.leaving.signal);
      if (!settled) return;
      entry.settled = true;
      lane.waiting.shift();
      this.mark(lane, false);
      this.onSettled();
    }
    if (lane.waiting.length > 0) return;
    this.lanes.delete(key);
    this.healthy--;
  }

  private mark(lane: Lane, troubled: boolean): void {
    if (lane.troubled === troubled) return;
    lane.troubled = troubled;
    this.healthy += troubled ? -1 : 1;
    this.changed();
  }

  private changed(): void {
    for (const look of this.watchers.splice(0)) look();
  }

  private async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((resolve) => this.watchers.push(resolve));
  }
}
