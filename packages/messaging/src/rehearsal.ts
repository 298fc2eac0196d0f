import { read, typeOf, Unreadable } from './cloud-event.js';
import { groupOf } from './fact-server.js';
import { admitAll, describe, keyOf } from './inbox.js';
import type { Delivered } from './message.js';
import type { BoundReaction } from './on.js';
import { Reactions } from './reactions.js';
import type { Transactions, Tx } from './transactions.js';

export interface RehearsalOptions {
  readonly service: string;
  readonly reactions: readonly BoundReaction[];
  /** Of the database that hears everything again. */
  readonly transactions: Transactions;
  /** Ids of facts that have had no effect the first time either. */
  readonly leftOut: ReadonlySet<string>;
}

/** A fact that could not be dealt with, however late it was tried, and how many of its key wait behind it. */
export interface Stuck {
  readonly type: string;
  readonly key: string;
  readonly id: string;
  readonly reason: string;
  readonly behind: number;
}

/** A fact that failed, and what follows of its key. */
interface Lane {
  readonly messages: Delivered[];
  readonly failure: Error;
}

/** Facts dealt with in one transaction; when one fails, each gets its own. */
const TOGETHER = 100;

/**
 * Lets a service hear its whole history again: through the same inbox and the same reactions, one fact after the other,
 * those of one key in their order. Nothing is parked: what fails waits, with what follows of its key, and is tried again
 * when everything else was heard, since what it depends on may travel on another topic.
 */
export class Rehearsal {
  /** Ids of the facts that have had an effect. */
  readonly heard: string[] = [];
  /** Messages that nothing could be made of, there as here. */
  unreadable = 0;
  private readonly reactions: Reactions;
  private readonly waiting = new Map<string, Lane>();

  constructor(private readonly options: RehearsalOptions) {
    this.reactions = new Reactions(options.service);
    for (const { type, react } of options.reactions) this.reactions.add(type, react as Parameters<Reactions['add']>[1]);
  }

  topics(): string[] {
    return this.reactions.topics();
  }

  async hear(messages: readonly Delivered[]): Promise<void> {
    const concerned = messages.filter((message) => this.concerns(message));
    for (let done = 0; done < concerned.length; done += TOGETHER) {
      await this.together(concerned.slice(done, done + TOGETHER));
    }
  }

  /** Tries again what waits, as long as that helps. Answers what cannot be heard at all. */
  async finish(): Promise<Stuck[]> {
    for (let left = Number.POSITIVE_INFINITY; this.waiting.size > 0 && this.count() < left; ) {
      left = this.count();
      const lanes = [...this.waiting.values()];
      this.waiting.clear();
      for (const { messages } of lanes) await this.oneByOne(messages);
    }
    return [...this.waiting.values()].map(explain);
  }

  private concerns(message: Delivered): boolean {
    const type = typeOf(message);
    if (type === null || !this.reactions.concern(type)) return false;
    try {
      return !this.options.leftOut.has(read(message).fact.id);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.unreadable += 1;
      return false;
    }
  }

  /** One transaction for many where all is well, which is nearly always. */
  private async together(messages: readonly Delivered[]): Promise<void> {
    const free = messages.filter((message) => !this.holdBack(message));
    try {
      const heard = await this.options.transactions(async (tx) => {
        const ids: string[] = [];
        for (const message of free) ids.push(...(await this.react(tx, message)));
        return ids;
      });
      this.heard.push(...heard);
    } catch (error) {
      // Which of them it was, and with what error, is found when each is tried by itself.
      if (!(error instanceof Error)) throw error;
      await this.oneByOne(free);
    }
  }

  private async oneByOne(messages: readonly Delivered[]): Promise<void> {
    for (const message of messages) {
      if (this.holdBack(message)) continue;
      const failure = await this.attempt(message);
      if (failure !== null) this.waiting.set(laneOf(message), { messages: [message], failure });
    }
  }

  private async attempt(message: Delivered): Promise<Error | null> {
    try {
      this.heard.push(...(await this.options.transactions((tx) => this.react(tx, message))));
      return null;
    } catch (error) {
      if (error instanceof Error) return error;
      throw error;
    }
  }

  private async react(tx: Tx, message: Delivered): Promise<string[]> {
    const { fact, traceparent } = read(message);
    const [admission] = await admitAll(tx, groupOf(this.options.service), [{ topic: message.topic, fact }]);
    if (admission !== 'new') return [];
    await this.reactions.run(fact, traceparent, tx);
    return [fact.id];
  }

  /** Behind an earlier one of its key that waits, it waits as well. */
  private holdBack(message: Delivered): boolean {
    const lane = this.waiting.get(laneOf(message));
    lane?.messages.push(message);
    return lane !== undefined;
  }

  private count(): number {
    return [...this.waiting.values()].reduce((sum, { messages }) => sum + messages.length, 0);
  }
}

function laneOf(message: Delivered): string {
  return `${message.topic} ${keyOf(message)}`;
}

function explain({ messages, failure }: Lane): Stuck {
  const [first] = messages as [Delivered];
  const { type, key, id } = read(first).fact;
  return { type, key, id, reason: describe(failure).split('\n')[0] ?? '', behind: messages.length - 1 };
}
