import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from './logger.js';
import { PartitionWork, type Settle } from './partition-work.js';
import type { Batch, Listener, Progress, Subscription } from './subscription.js';

export interface ConsumerOptions {
  readonly settle: Settle;
  readonly logger: Logger;
  /** Longest time that something settled stays uncommitted while more is being worked on. */
  readonly commitEveryMs: number;
  /** Messages of one partition that may wait behind keys in trouble before the partition waits as well. */
  readonly troubledMax: number;
  /** How long a stop waits for what is being tried. What is not finished then comes again, to whoever starts next. */
  readonly stopWithinMs: number;
}

/** Takes batches from a subscription, works on them key by key, and commits how far everything is settled. */
export class Consumer implements Listener {
  private readonly partitions = new Map<string, { topic: string; partition: number; work: PartitionWork }>();
  private readonly committed = new Map<string, bigint>();
  private subscription: Subscription | null = null;
  private timer: NodeJS.Timeout | null = null;
  private closed = false;
  private lastProgress = performance.now();

  constructor(private readonly options: ConsumerOptions) {}

  async start(subscription: Subscription): Promise<void> {
    this.subscription = subscription;
    await subscription.start();
  }

  /** Begins nothing more, waits for what is being tried, commits it, and leaves the group. */
  async stop(): Promise<void> {
    this.closed = true;
    const works = [...this.partitions.values()].map(({ work }) => work);
    for (const work of works) work.abandon();
    const quiet = Promise.all(works.map((work) => work.quiet()));
    await Promise.race([quiet, delay(this.options.stopWithinMs, undefined, { ref: false })]);
    if (this.timer) clearTimeout(this.timer);
    await this.commit();
    await this.subscription?.stop();
  }

  async accept({ topic, partition, messages }: Batch): Promise<boolean> {
    if (this.closed) return false;
    const place = `${topic}/${partition}`;
    const known = this.partitions.get(place);
    const work = known?.work ?? new PartitionWork(this.options.settle, () => this.settled(), this.options.troubledMax);
    if (!known) this.partitions.set(place, { topic, partition, work });
    work.add(messages);
    await work.clear();
    const kept = !this.closed && this.partitions.get(place)?.work === work;
    if (kept) await this.commit();
    return kept;
  }

  abandon(partitions?: readonly { readonly topic: string; readonly partition: number }[]): void {
    const places = partitions?.map(({ topic, partition }) => `${topic}/${partition}`) ?? [...this.partitions.keys()];
    for (const place of places) {
      this.partitions.get(place)?.work.abandon();
      this.partitions.delete(place);
      this.committed.delete(place);
    }
  }

  /** Milliseconds since something was last settled; zero while nothing waits to be. */
  idleMs(): number {
    return Object.keys(this.atHand()).length > 0 ? performance.now() - this.lastProgress : 0;
  }

  /** Messages that have come and are not settled, by topic; topics without any are left out. */
  atHand(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { topic, work } of this.partitions.values()) {
      const waiting = work.waiting();
      if (waiting > 0) counts[topic] = (counts[topic] ?? 0) + waiting;
    }
    return counts;
  }

  lastProgressAt(): number {
    return this.lastProgress;
  }

  private settled(): void {
    this.lastProgress = performance.now();
    this.timer ??= setTimeout(() => {
      this.timer = null;
      void this.commit();
    }, this.options.commitEveryMs);
  }

  /** A commit that fails is no loss: what it covers comes again, finds its inbox row and changes nothing. */
  private async commit(): Promise<void> {
    const news: Progress[] = [];
    for (const [place, { topic, partition, work }] of this.partitions) {
      const next = work.progress();
      if (next === null || next === this.committed.get(place)) continue;
      news.push({ topic, partition, next });
      this.committed.set(place, next);
    }
    if (news.length === 0 || !this.subscription) return;
    try {
      await this.subscription.commit(news);
    } catch (error) {
      for (const { topic, partition } of news) this.committed.delete(`${topic}/${partition}`);
      this.options.logger.warn({ err: error }, 'progress could not be committed; it will be with the next');
    }
  }
}
