import { setTimeout as delay } from 'node:timers/promises';
import { Refusal } from '@xibu/domain';
import { type ReadMessage, read, typeOf, Unreadable } from './cloud-event.js';
import { isOutage } from './faults.js';
import { AtFault, GroupCommit } from './group-commit.js';
import { type Admission, admitAll, keyOf, type Parking, park } from './inbox.js';
import type { Logger } from './logger.js';
import type { Delivered } from './message.js';
import { OrderWatch } from './order-watch.js';
import type { Reactions } from './reactions.js';
import type { Transactions, Tx } from './transactions.js';

export interface DigestionOptions {
  readonly consumer: string;
  readonly transactions: Transactions;
  readonly logger: Logger;
  readonly now: (() => Date) | null;
  /** Tries of one fact before it is parked. */
  readonly attempts: number;
  /** Pause after the n-th failed try. */
  readonly backoffMs: (attempt: number) => number;
  /** Transactions at once. */
  readonly concurrency: number;
  /** Facts of one transaction. */
  readonly together: number;
}

interface Readable {
  readonly message: Delivered;
  readonly read: ReadMessage;
}

/** What has become of the messages since the start. */
export interface Counts {
  handled: number;
  duplicates: number;
  parked: number;
  /** Types on a subscribed topic that nobody here reacts to. */
  skipped: number;
  outOfOrder: number;
}

/**
 * Deals with messages: reacts in the transaction of their inbox row, tries again, or parks. Facts that come at the same
 * time share a transaction; one that fails does so alone.
 */
export class Digestion {
  readonly counts: Counts = { handled: 0, duplicates: 0, parked: 0, skipped: 0, outOfOrder: 0 };
  private readonly order = new OrderWatch();
  private readonly groups: GroupCommit<Readable, Admission>;

  constructor(
    private readonly options: DigestionOptions,
    private readonly reactions: Reactions,
  ) {
    const { concurrency, together } = options;
    this.groups = new GroupCommit((group) => this.hear(group), { atOnce: concurrency, most: together });
  }

  /** Answers true when the message is settled, one way or the other, and false when it was abandoned before. */
  async settle(message: Delivered, troubled: () => void, abandoned: AbortSignal): Promise<boolean> {
    const type = typeOf(message);
    if (type !== null && !this.reactions.concern(type)) {
      this.counts.skipped++;
      return true;
    }
    let attempts = 0;
    while (!abandoned.aborted) {
      try {
        const readable = { message, read: read(message) };
        this.count(readable, await this.groups.add(readable, attempts > 0));
        return true;
      } catch (error) {
        troubled();
        const outage = isOutage(error);
        if (!outage) attempts++;
        if (!outage && (isFinal(error) || attempts >= this.options.attempts)) {
          return this.parkHowever(message, error, attempts, abandoned);
        }
        this.say('warn', message, error, attempts, 'a fact could not be dealt with and will be tried again');
        await this.pause(Math.max(attempts, 1), abandoned);
      }
    }
    return false;
  }

  /** All of them in one transaction, in the order of their arrival, each with its inbox row. */
  private async hear(group: readonly Readable[]): Promise<readonly Admission[]> {
    let place: number | null = null;
    try {
      return await this.options.transactions(async (tx) => {
        place = null;
        const lanes = group.map(({ message: { topic }, read: { fact } }) => ({ topic, fact }));
        const admissions = await admitAll(tx, this.options.consumer, lanes);
        for (const [at, readable] of group.entries()) {
          place = at;
          await this.hearOne(tx, readable, admissions[at]);
        }
        place = null;
        return admissions;
      });
    } catch (error) {
      throw place === null ? error : new AtFault(place, error);
    }
  }

  private async hearOne(tx: Tx, { message, read }: Readable, admission: Admission | undefined): Promise<void> {
    if (admission === 'new') await this.reactions.run(read.fact, read.traceparent, tx);
    if (admission !== 'blocked') return;
    await park(tx, this.parking(message, 'behind', 'an earlier fact of this key is parked', 0));
  }

  private count({ message, read: { sequence } }: Readable, admission: Admission): void {
    if (admission === 'duplicate') this.counts.duplicates++;
    if (admission === 'blocked') this.counts.parked++;
    if (admission !== 'new') return;
    this.counts.handled++;
    const lane = `${message.headers['ce_source']} ${message.topic} ${keyOf(message)}`;
    if (sequence !== null && !this.order.isNext(lane, sequence)) {
      this.counts.outOfOrder++;
      this.say('error', message, null, 1, 'a fact came after a later fact of its key');
    }
  }

  /** Parking needs the database too: tries until it is stored, because going on without it would lose the fact. */
  private async parkHowever(
    message: Delivered,
    error: unknown,
    attempts: number,
    abandoned: AbortSignal,
  ): Promise<boolean> {
    const reason = error instanceof Refusal ? 'refused' : error instanceof Unreadable ? 'unreadable' : 'failed';
    while (!abandoned.aborted) {
      try {
        const stored = await this.options.transactions((tx) =>
          park(tx, this.parking(message, reason, error, attempts)),
        );
        if (stored) {
          this.counts.parked++;
          this.say('error', message, error, attempts, 'a fact was parked; later facts of its key wait behind it');
        }
        return true;
      } catch (fault) {
        this.say('error', message, fault, attempts, 'a fact could not be parked; trying again');
        await this.pause(this.options.attempts, abandoned);
      }
    }
    return false;
  }

  private parking(message: Delivered, reason: Parking['reason'], error: unknown, attempts: number): Parking {
    const factId = reason === 'unreadable' ? null : read(message).fact.id;
    return {
      consumer: this.options.consumer,
      message,
      factId,
      reason,
      error,
      attempts,
      now: this.options.now?.() ?? null,
    };
  }

  private async pause(attempt: number, abandoned: AbortSignal): Promise<void> {
    try {
      await delay(this.options.backoffMs(attempt), undefined, { signal: abandoned });
    } catch (error) {
      if (!abandoned.aborted) throw error;
    }
  }

  private say(level: 'warn' | 'error', message: Delivered, error: unknown, attempts: number, text: string): void {
    const { topic, partition, offset, key, headers } = message;
    const place = { consumer: this.options.consumer, topic, partition, offset: `${offset}`, key };
    this.options.logger[level](
      { err: error, ...place, id: headers['ce_id'], type: headers['ce_type'], attempts },
      text,
    );
  }
}

/** Trying again would end the same way. */
function isFinal(error: unknown): boolean {
  return error instanceof Refusal || error instanceof Unreadable;
}
