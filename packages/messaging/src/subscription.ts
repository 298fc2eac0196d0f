import type { Logger } from './logger.js';
import type { Delivered } from './message.js';

/** Messages of one partition, in their order. */
export interface Batch {
  readonly topic: string;
  readonly partition: number;
  readonly messages: readonly Delivered[];
}

/** Everything of this partition before `next` is settled. */
export interface Progress {
  readonly topic: string;
  readonly partition: number;
  readonly next: bigint;
}

/** What a bus asks of the consumer behind it. */
export interface Listener {
  /**
   * Resolves true when the bus may hand over more of this partition, and false when the partition was given up before.
   * Calls for one partition never overlap.
   */
  accept(batch: Batch): Promise<boolean>;
  /**
   * These partitions, or all of them, may belong to somebody else from now on: what is not finished will be delivered
   * again, to whoever owns it then.
   */
  abandon(partitions?: readonly { readonly topic: string; readonly partition: number }[]): void;
}

export interface SubscriptionOptions {
  readonly group: string;
  readonly topics: readonly string[];
  readonly listener: Listener;
  readonly logger: Logger;
}

/** One member of a consumer group. */
export interface Subscription {
  /** Joins the group; keeps trying by itself when the bus cannot be reached. Resolves when it has joined or has failed once. */
  start(): Promise<void>;
  /** Leaves the group so that others take over at once. */
  stop(): Promise<void>;
  commit(progress: readonly Progress[]): Promise<void>;
  /** Messages that this group has not settled yet, by topic. */
  lag(): Promise<Record<string, number>>;
  /** A sentence that says why nothing is being received, or null. */
  trouble(): string | null;
}

export type Subscribe = (options: SubscriptionOptions) => Subscription;
