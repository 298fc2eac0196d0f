import type { EntityManager } from 'typeorm';

/** An open transaction. Whoever is handed one writes in it; nobody else decides when it ends. */
export type Tx = EntityManager;

/** Opens a transaction with the rights of the service itself, and commits when the work resolves. */
export type Transactions = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
