import type { Admin, Consumer, ConsumerCrashEvent, EachBatchPayload, Kafka } from 'kafkajs';
import { placeOf } from '../history.js';
import type { Progress, Subscription, SubscriptionOptions } from '../subscription.js';
import { delivered } from './delivered.js';
import { askForStretches } from './kafka-history.js';

export interface KafkaSubscriptionOptions extends SubscriptionOptions {
  readonly sessionTimeoutMs: number;
  /** Pause before the first new consumer after a crash; doubles up to five seconds. */
  readonly restartAfterMs: number;
  /** Crashes in a row for another reason than a broker out of reach, after which it stays down. */
  readonly crashesMax: number;
}

const RESTART_AFTER_MAX_MS = 5_000;

/** One member of a Kafka consumer group, on `eachBatch`, with every commit in our own hands. */
export class KafkaSubscription implements Subscription {
  private consumer: Consumer | null = null;
  private admin: Admin | null = null;
  private commitOffsets: EachBatchPayload['commitOffsetsIfNecessary'] | null = null;
  private problem: string | null = 'has not joined its group yet';
  private crashes = 0;
  private restarts = 0;
  private stopping = false;
  private restart: NodeJS.Timeout | null = null;
  private closing: Promise<void> = Promise.resolve();

  constructor(
    private readonly kafka: Kafka,
    private readonly options: KafkaSubscriptionOptions,
  ) {}

  async start(): Promise<void> {
    await new Promise<void>((resolve) => void this.join(resolve));
  }

  async stop(): Promise<void> {
    this.stopping = true;
    if (this.restart) clearTimeout(this.restart);
    await this.closing;
    await this.close(this.consumer);
    await this.admin?.disconnect();
  }

  trouble(): string | null {
    return this.problem;
  }

  async commit(progress: readonly Progress[]): Promise<void> {
    const topics = [...new Set(progress.map(({ topic }) => topic))].map((topic) => ({
      topic,
      partitions: progress
        .filter((place) => place.topic === topic)
        .map(({ partition, next }) => ({ partition, offset: `${next}` })),
    }));
    await this.commitOffsets?.({ topics });
  }

  async lag(): Promise<Record<string, number>> {
    const admin = await this.connectedAdmin();
    const { group, topics } = this.options;
    // What is committed first: what comes in between counts as lag, and not as done.
    const committed = new Map<string, number>();
    for (const { topic, partitions } of await admin.fetchOffsets({ groupId: group, topics: [...topics] })) {
      for (const { partition, offset } of partitions) committed.set(placeOf({ topic, partition }), Number(offset));
    }
    const stretches = await Promise.all(topics.map((topic) => askForStretches(admin, [topic])));
    const lags: Record<string, number> = {};
    for (const stretch of stretches.flat()) {
      const next = Math.max(committed.get(placeOf(stretch)) ?? -1, Number(stretch.first));
      lags[stretch.topic] = (lags[stretch.topic] ?? 0) + Math.max(Number(stretch.end) - next, 0);
    }
    return lags;
  }

  private async connectedAdmin(): Promise<Admin> {
    if (this.admin) return this.admin;
    const admin = this.kafka.admin({ retry: { retries: 3 } });
    try {
      await admin.connect();
      // It learns of the topics one after the other; asked later for several at once, it knows them.
      await askForStretches(admin, this.options.topics);
    } catch (error) {
      await admin.disconnect();
      throw error;
    }
    this.admin = admin;
    return admin;
  }

  private async join(done: () => void): Promise<void> {
    const { group, topics, sessionTimeoutMs, listener } = this.options;
    const consumer = this.kafka.consumer({
      groupId: group,
      sessionTimeout: sessionTimeoutMs,
      rebalanceTimeout: sessionTimeoutMs * 2,
      heartbeatInterval: Math.floor(sessionTimeoutMs / 10),
      maxWaitTimeInMs: 250,
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 10, restartOnFailure: async () => false },
    });
    this.consumer = consumer;
    consumer.on('consumer.group_join', () => {
      // Every rebalance deals the partitions anew; what is not committed comes again.
      listener.abandon();
      this.problem = null;
      this.restarts = 0;
      done();
    });
    consumer.on('consumer.crash', (event) => {
      this.crashed(consumer, event, done);
    });
    consumer.on('consumer.network.request_timeout', ({ payload: { apiName, broker } }) => {
      // Its line is cut, and what else it awaited there has failed; a new member is back sooner than this one.
      this.failed(consumer, Object.assign(new Error(`${broker} did not answer ${apiName}`), { retriable: true }), done);
    });
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [...topics], fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: 8,
        eachBatch: (payload) => this.eachBatch(payload),
      });
    } catch (error) {
      this.failed(consumer, error, done);
    }
  }

  /** Beats while the work goes on, however long it takes; a rebalance makes it let go of everything at once. */
  private async eachBatch(payload: EachBatchPayload): Promise<void> {
    const { batch, heartbeat, resolveOffset, commitOffsetsIfNecessary } = payload;
    const { topic, partition } = batch;
    this.commitOffsets = commitOffsetsIfNecessary;
    let failure: unknown = null;
    const beat = setInterval(() => {
      heartbeat().catch((error: unknown) => {
        failure ??= error;
        this.options.listener.abandon();
      });
    }, this.options.sessionTimeoutMs / 10);
    try {
      const messages = batch.messages.map((message) => delivered(batch, message));
      const accepted = await this.options.listener.accept({ topic, partition, messages });
      if (failure !== null) throw failure;
      if (!accepted) return;
    } finally {
      clearInterval(beat);
    }
    this.crashes = 0;
    resolveOffset(batch.lastOffset());
  }

  private crashed(consumer: Consumer, { payload }: ConsumerCrashEvent, done: () => void): void {
    this.failed(consumer, payload.error, done);
  }

  /** A consumer that crashed is not used again: a new one joins, later and later, and not for ever when it is the cause. */
  private failed(consumer: Consumer, error: unknown, done: () => void): void {
    const { group, listener, logger, restartAfterMs, crashesMax } = this.options;
    if (this.stopping || consumer !== this.consumer) return done();
    this.consumer = null;
    this.commitOffsets = null;
    listener.abandon();
    this.problem = `the consumer has crashed: ${error instanceof Error ? error.message : String(error)}`;
    this.closing = this.close(consumer);
    if (!isOutOfReach(error)) this.crashes++;
    if (this.crashes >= crashesMax) {
      this.problem = `the consumer has crashed ${this.crashes} times and stays down: ${String(error)}`;
      logger.error({ err: error, group }, 'the consumer crashed too often and stays down');
      return done();
    }
    const pause = Math.min(restartAfterMs * 2 ** this.restarts++, RESTART_AFTER_MAX_MS);
    logger.error({ err: error, group, pause }, 'the consumer crashed; a new one will join');
    this.restart = setTimeout(() => void this.join(done), pause);
    done();
  }

  private async close(consumer: Consumer | null): Promise<void> {
    try {
      await consumer?.disconnect();
    } catch (error) {
      this.options.logger.debug({ err: error }, 'a consumer could not say goodbye');
    }
  }
}

/** A broker that cannot be reached comes back one day; trying on costs nothing, and health tells of it meanwhile. */
function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (/^KafkaJS(Connection|NoBroker|BrokerNotFound|RequestTimeout|NumberOfRetriesExceeded)/.test(error.name))
    return true;
  return 'retriable' in error && error.retriable === true;
}
