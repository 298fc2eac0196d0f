import type { FactServer, StrategyOptions } from './fact-server.js';
import type { Ends, Take } from './history.js';
import type { Publisher } from './publisher.js';

/** How facts travel between services. Kafka and the embedded log keep the very same contract. */
export interface Bus {
  /** The way in: hand it to `connectMicroservice({ strategy })`. */
  strategy(options: StrategyOptions): FactServer;
  /** The way out: the relay publishes through it. */
  publisher(options: { readonly service: string }): Publisher;
  /** Lets a service hear everything again from the start. Rejects while one of its processes is listening. */
  rewind(options: { readonly service: string; readonly topics: readonly string[] }): Promise<void>;
  /**
   * Hands over everything that these topics hold, from their first message to the ones that are last when it begins;
   * each partition in its order. Answers how far it read. Rejects with `TopicTrimmed` where a beginning is gone.
   */
  history(topics: readonly string[], take: Take): Promise<Ends>;
  /** Where these topics end now. */
  ends(topics: readonly string[]): Promise<Ends>;
  /** Stops what this bus started. */
  close(): Promise<void>;
}
