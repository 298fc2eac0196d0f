import { setTimeout as delay } from 'node:timers/promises';
import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import { Consumer } from './consumer.js';
import { type Counts, Digestion } from './digestion.js';
import type { Logger } from './logger.js';
import { type Health, ProgressWatch } from './progress-watch.js';
import { type Handler, Reactions } from './reactions.js';
import { Replays } from './replays.js';
import type { Subscribe, Subscription } from './subscription.js';
import type { Transactions } from './transactions.js';

export interface StrategyOptions {
  readonly service: string;
  readonly transactions: Transactions;
  readonly logger: Logger;
  /** The clock for the times of parking; without one, that of the database. */
  readonly now?: () => Date;
  /** Transactions at once, and so the most connections it uses. */
  readonly concurrency?: number;
  /** Facts of one transaction, when so many wait. */
  readonly together?: number;
  /** Tries of one fact before it is parked. */
  readonly attempts?: number;
  /** Pause in milliseconds after the n-th failed try. */
  readonly backoffMs?: (attempt: number) => number;
  /** Not healthy when something waits and nothing was settled for so long. */
  readonly stalledAfterMs?: number;
  /** How often requests to retry parked facts are looked for. */
  readonly replayEveryMs?: number;
  /** How long after it was parked a fact that failed is tried again by itself for the first time. */
  readonly retryParkedAfterMs?: number;
}

const defaults = {
  concurrency: 4,
  together: 50,
  attempts: 5,
  backoffMs: (attempt: number): number => Math.min(100 * 3 ** (attempt - 1), 5_000),
  stalledAfterMs: 30_000,
  replayEveryMs: 1_000,
  retryParkedAfterMs: 30_000,
};

/** A reaction that never ends must not keep the process from ending: it has no effect before its commit. */
const STOP_WITHIN_MS = 10_000;

/** The name under which a service hears facts: its consumer group, and its name in inbox and parked. */
export function groupOf(service: string): string {
  return `xibu.${service}`;
}

/**
 * The way in for facts, as Nest sees it: a transport strategy. Nest registers every method marked with `On`; this class
 * subscribes to their topics and runs them, each fact in one transaction with its inbox row.
 */
export class FactServer extends Server implements CustomTransportStrategy {
  override readonly propagatesEventHandlerErrors = true;
  private readonly reactions: Reactions;
  private readonly digestion: Digestion;
  private readonly replays: Replays;
  private running: { subscription: Subscription; consumer: Consumer; watch: ProgressWatch } | null = null;

  constructor(
    private readonly options: StrategyOptions,
    private readonly subscribe: Subscribe,
  ) {
    super();
    const { service, transactions, logger, now = null } = options;
    const consumer = groupOf(service);
    const { attempts = defaults.attempts, backoffMs = defaults.backoffMs } = options;
    this.reactions = new Reactions(service);
    const { concurrency = defaults.concurrency, together = defaults.together } = options;
    const digestion = { consumer, transactions, logger, now, attempts, backoffMs, concurrency, together };
    this.digestion = new Digestion(digestion, this.reactions);
    const everyMs = options.replayEveryMs ?? defaults.replayEveryMs;
    const retryAfterMs = options.retryParkedAfterMs ?? defaults.retryParkedAfterMs;
    this.replays = new Replays({ consumer, transactions, logger, everyMs, attempts, retryAfterMs }, this.reactions);
  }

  override addHandler(type: unknown, handler: Handler, isEvent = false): void {
    const name = this.normalizePattern(type as string);
    if (!isEvent) throw new Error(`${name}: services answer questions by HTTP; the bus carries facts only`);
    this.reactions.add(name, handler);
    if (!this.messageHandlers.has(name)) this.messageHandlers.set(name, handler);
  }

  /** Called by Nest: joins the group and calls back when it has, or when it has failed once and goes on trying. */
  async listen(callback: (error?: unknown) => void): Promise<void> {
    try {
      await this.start();
      callback();
    } catch (error) {
      callback(error);
    }
  }

  /** Finishes what is being worked on, commits it and leaves the group. */
  async close(): Promise<void> {
    this.running?.watch.stop();
    await this.running?.consumer.stop();
    await Promise.race([this.replays.stop(), delay(STOP_WITHIN_MS, undefined, { ref: false })]);
    this.running = null;
  }

  /** Progress while something waits; that the process lives says nothing. */
  health(): Health {
    if (this.running) return this.running.watch.health();
    if (this.reactions.topics().length === 0) return { ok: true, lagByTopic: {} };
    return { ok: false, reason: 'not listening', lagByTopic: {} };
  }

  /** The same, with the lag counted at this moment: for operators who wait until everything has arrived. */
  async healthNow(): Promise<Health> {
    return this.running ? this.running.watch.healthNow() : this.health();
  }

  /** What has become of the facts since the start, for metrics. */
  counts(): Readonly<Counts> {
    return this.digestion.counts;
  }

  on(): never {
    throw new Error('this transport has no events of its own; see health()');
  }

  unwrap<T>(): T {
    throw new Error('there is nothing behind this transport that an application may touch');
  }

  private async start(): Promise<void> {
    const topics = this.reactions.topics();
    if (topics.length === 0 || this.running) return;
    const { service, logger } = this.options;
    const consumer = new Consumer({
      settle: (message, troubled, abandoned) => this.digestion.settle(message, troubled, abandoned),
      logger,
      commitEveryMs: 200,
      troubledMax: 1_000,
      stopWithinMs: STOP_WITHIN_MS,
    });
    const subscription = this.subscribe({ group: groupOf(service), topics, listener: consumer, logger });
    const stalledAfterMs = this.options.stalledAfterMs ?? defaults.stalledAfterMs;
    this.running = { subscription, consumer, watch: new ProgressWatch(consumer, subscription, stalledAfterMs) };
    this.running.watch.start();
    this.replays.start();
    await consumer.start(subscription);
  }
}
