import { setTimeout as delay } from 'node:timers/promises';
import { Refusal } from '@xibu/domain';
import { type ReadMessage, read, typeOf, Unreadable } from './cloud-event.js';
import { isOutage } from './faults.js';
import { type Admission, admit, keyOf, type Parking, park } from './inbox.js';
import type { Logger } from './logger.js';
import type { Delivered } from './message.js';
import { OrderWatch } from './order-watch.js';
import type { Reactions } from './reactions.js';
import type { Transactions } from './transactions.js';
import type { Turnstile } from './turnstile.js';

export interface DigestionOptions {
  readonly consumer: string;
  readonly transactions: Transactions;
  readonly logger: Logger;
  readonly now: (() => Date) | null;
  /** Tries of one fact before it is parked. */
  readonly attempts: number;
  /** Pause after the n-th failed try. */
  readonly backoffMs: (attempt: number) => number;
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

/** Deals with one message at a time: reacts in one transaction with its inbox row, tries again, or parks. */
export class Digestion {
  readonly counts: Counts = { handled: 0, duplicates: 0, parked: 0, skipped: 0, outOfOrder: 0 };
  private readonly order = new OrderWatch();

  constructor(
    private readonly options: DigestionOptions,
    private readonly reactions: Reactions,
    private readonly turnstile: Turnstile,
  ) {}

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
        await this.turnstile.through(() => this.attempt(message));
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

  private async attempt(message: Delivered): Promise<void> {
    const readMessage = read(message);
    const { fact, traceparent } = readMessage;
    const { consumer, transactions } = this.options;
    const admission = await transactions(async (tx) => {
      const answer = await admit(tx, consumer, message.topic, fact);
      if (answer === 'new') await this.reactions.run(fact, traceparent, tx);
      if (answer === 'blocked')
        await park(tx, this.parking(message, 'behind', 'an earlier fact of this key is parked', 0));
      return answer;
    });
    this.count(message, readMessage, admission);
  }

  private count(message: Delivered, { sequence }: ReadMessage, admission: Admission): void {
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
