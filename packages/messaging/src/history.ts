import type { Delivered } from './message.js';

/** Takes the next messages of one partition, in their order. */
export type Take = (messages: readonly Delivered[]) => Promise<void>;

/** By `topic/partition`: the offset that the next message there will have. */
export type Ends = ReadonlyMap<string, bigint>;

/** The topic has forgotten how it began: what was told before can not be read again from here. */
export class TopicTrimmed extends Error {
  constructor(
    readonly topic: string,
    readonly partition: number,
    readonly first: bigint,
  ) {
    super(`${topic}, partition ${partition}, begins at offset ${first} instead of 0: what was told before is gone`);
  }
}

/** Messages taken at once, whatever the bus is made of. */
export const HISTORY_BATCH = 500;

/** A partition as it is read from its first message to the one that is last when the reading begins. */
export interface Stretch {
  readonly topic: string;
  readonly partition: number;
  readonly first: bigint;
  readonly end: bigint;
}

export function placeOf({ topic, partition }: Pick<Stretch, 'topic' | 'partition'>): string {
  return `${topic}/${partition}`;
}

/** Refuses the first partition whose beginning is gone; one that has never held a message has lost none. */
export function requireWhole(stretches: readonly Stretch[]): void {
  for (const { topic, partition, first } of stretches) {
    if (first > 0n) throw new TopicTrimmed(topic, partition, first);
  }
}

export function endsOf(stretches: readonly Stretch[]): Ends {
  return new Map(stretches.map((stretch) => [placeOf(stretch), stretch.end]));
}
