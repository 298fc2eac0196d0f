import type { FactDefinition } from '@xibu/domain';
import type { Bus } from '../bus.js';
import type { FactServer, StrategyOptions } from '../fact-server.js';
import type { Message } from '../message.js';
import { type BusConfig, openBus } from '../open-bus.js';
import type { Handler } from '../reactions.js';
import { type Count, hear, newFact } from './counting.js';
import { Notes } from './notes.js';
import { openTestDatabase, type TestDatabase } from './test-database.js';

/** A bus that the contract is held against. */
export interface BusHarness {
  readonly name: string;
  /** Opens what the bus needs; called once before all tests. */
  start(): Promise<void>;
  stop(): Promise<void>;
  config(): BusConfig;
  /** Makes a topic with three partitions. */
  makeTopic(topic: string): Promise<void>;
  /** Pulls the plug of the bus, and puts it in again. */
  restart(): Promise<void>;
  /** Which of three partitions a key goes to. */
  partitionOf(key: string): Promise<number>;
  /** Throws away the first messages of a partition, as retention does. */
  forget(topic: string, partition: number, messages: number): Promise<void>;
}

/** One service on a bus, with a database of its own. */
export interface TestService {
  readonly service: string;
  readonly bus: Bus;
  readonly database: TestDatabase;
  readonly notes: Notes;
  readonly server: FactServer;
  close(): Promise<void>;
}

/** Short tries and short waits: what is tested is the order of things, not the patience. */
export const impatient: Partial<StrategyOptions> = {
  attempts: 3,
  backoffMs: () => 30,
  replayEveryMs: 50,
  stalledAfterMs: 1_500,
};

/** Opens services and closes them, last first, when the test ends. */
export class Stage {
  private readonly closing: (() => Promise<void>)[] = [];

  constructor(readonly harness: BusHarness) {}

  /** A fact with a topic of its own. */
  async fact(): Promise<FactDefinition<Count>> {
    const counted = newFact();
    await this.harness.makeTopic(counted.topic);
    return counted;
  }

  async database(): Promise<TestDatabase> {
    const database = await openTestDatabase();
    this.closing.push(() => database.close());
    return database;
  }

  async bus(notes = new Notes()): Promise<Bus> {
    const bus = await openBus(this.harness.config(), notes);
    this.closing.push(() => bus.close());
    return bus;
  }

  /** A service that reacts to this fact, not listening yet when `listening` is false. */
  async service(
    name: string,
    counted: FactDefinition<Count>,
    options: Partial<StrategyOptions> & { handler?: Handler; database?: TestDatabase; listening?: boolean } = {},
  ): Promise<TestService> {
    const notes = new Notes();
    const bus = await this.bus(notes);
    const database = options.database ?? (await this.database());
    const { handler = hear as Handler, listening = true, database: _database, ...rest } = options;
    // A group that no other test uses.
    const service = `${counted.topic}.${name}`;
    const settings = { service, transactions: database.transactions, logger: notes, ...impatient, ...rest };
    const server = bus.strategy(settings);
    server.addHandler(counted.type, handler, true);
    const close = once(() => server.close());
    this.closing.push(close);
    if (listening) await listen(server);
    return { service, bus, database, notes, server, close };
  }

  /** Keys of which the first three lie in one partition and the last in another. */
  async keys(): Promise<readonly [string, string, string, string]> {
    const together: string[] = [];
    let apart: string | null = null;
    for (let n = 0; together.length < 3 || apart === null; n++) {
      const partition = await this.harness.partitionOf(`key-${n}`);
      if (partition === 0) together.push(`key-${n}`);
      else apart = `key-${n}`;
    }
    const [first = '', second = '', third = ''] = together;
    return [first, second, third, apart];
  }

  async publish(bus: Bus, messages: readonly Message[]): Promise<void> {
    const publisher = bus.publisher({ service: 'tests' });
    await publisher.publish(messages);
    await publisher.close();
  }

  /** For what else a test has opened. */
  onClose(close: () => Promise<void>): void {
    this.closing.push(close);
  }

  async close(): Promise<void> {
    for (const close of this.closing.splice(0).reverse()) await close();
  }
}

export async function listen(server: FactServer): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    void server.listen((error?: unknown) => (error ? reject(error) : resolve()));
  });
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => {
    done ??= work();
    return done;
  };
}
