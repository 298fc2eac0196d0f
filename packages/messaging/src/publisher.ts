import type { Message } from './message.js';

/** Puts messages on the bus. */
export interface Publisher {
  /**
   * Resolves when the bus has acknowledged every message, and rejects when it cannot be sure of one. Messages of one
   * key keep their order. After a rejection some may have been stored: publish the same list again.
   */
  publish(messages: readonly Message[]): Promise<void>;
  close(): Promise<void>;
}
