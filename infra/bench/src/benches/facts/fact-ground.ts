import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FactDefinition, fact, type Received } from '@xibu/domain';
import { type Bus, createKafkaTopics, type FactServer, openBus, Relay, type Tx } from '@xibu/messaging';
import { asWorkOf, record } from '@xibu/platform';
import { type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { startKafka, whyNoKafka } from '@xibu/testing/kafka-broker';
import { CannotRunHere } from '../../bench.js';
import { startBenchServer } from '../../bench-server.js';
import { quietLogger } from '../../quiet-logger.js';

export interface Count {
  readonly n: number;
}

export type Counted = FactDefinition<Count>;

export const partitions = 4;
const service = 'bench';
const factsAWriter = 50;

/** A database with an outbox and an inbox, a broker, and one effect: the last number that was heard of a key. */
export interface FactGround {
  readonly brokers: readonly string[];
  readonly bus: Bus;
  readonly test: TestDatabase;
  /** A fact with a topic of its own. */
  newFact(): Promise<Counted>;
  /** Writes one fact for each key into the outbox, in transactions of fifty. */
  recordAll(counted: Counted, keys: readonly string[]): Promise<void>;
  /** Publishes what the outbox holds until stopped. */
  startRelay(): Promise<Relay>;
  /** A consumer group of its own for this fact. Resolves when it has joined. */
  listen(counted: Counted, react: (fact: Received<Count>, tx: Tx) => Promise<void>): Promise<FactServer>;
  end(): Promise<void>;
}

/** The effect of one fact: one upsert, whoever does it. */
export const upsert = `insert into effect (key, n) values ($1, $2) on conflict (key) do update set n = excluded.n`;

export async function openFactGround(): Promise<FactGround> {
  const missing = whyNoKafka();
  if (missing) throw new CannotRunHere(missing);
  const server = await startBenchServer();
  const dir = mkdtempSync(join(tmpdir(), 'xibu-bench-kafka-'));
  const kafka = await startKafka({ brokers: 1, dir });
  const test = await testDatabase({ name: service, migrations: [effects], tables: [] });
  const config = { bus: 'kafka', brokers: kafka.brokers } as const;
  const bus = await openBus(config, quietLogger);
  // One for all rounds: it stays connected, as that of a service does.
  const publisher = bus.publisher({ service });
  let facts = 0;
  return {
    ...{ brokers: kafka.brokers, bus, test },
    async newFact() {
      const counted = fact<Count>(`bench.counter-${letters(facts++)}.counted.v1`);
      const topic = { name: counted.topic, partitions, retentionDays: null, writer: service, readers: null };
      await createKafkaTopics(config, [{ ...topic, restricted: false }], 1, quietLogger);
      return counted;
    },
    recordAll: (counted, keys) => recordAll(test, counted, keys),
    async startRelay() {
      const relay = new Relay({ service, connection: test.source, publisher, logger: quietLogger });
      await relay.start();
      return relay;
    },
    async listen(counted, react) {
      const transactions: TestDatabase['database']['asService'] = (work) => test.database.asService(work);
      const group = `${service}-${letters(facts++)}`;
      const facility = bus.strategy({ service: group, transactions, logger: quietLogger });
      facility.addHandler(counted.type, (heard, tx) => react(heard as Received<Count>, tx), true);
      await new Promise<void>((resolve, reject) => {
        void facility.listen((error?: unknown) => (error ? reject(error) : resolve()));
      });
      return facility;
    },
    async end() {
      await bus.close();
      await test.close();
      await kafka.stop();
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const effects = {
  name: '0010-effects',
  reason: 'what was heard last of each key',
  statements: ['create table effect (key text primary key, n int not null)'],
};

async function recordAll({ database }: TestDatabase, counted: Counted, keys: readonly string[]): Promise<void> {
  for (let first = 0; first < keys.length; first += factsAWriter) {
    const facts = keys.slice(first, first + factsAWriter).map((key, at) => counted(key, { n: first + at }));
    await asWorkOf(service, 'record', () => database.asService((tx) => record(tx, new Date(), ...facts)));
  }
}

/** Names of facts are made of letters. */
function letters(n: number): string {
  return [...String(n).padStart(3, '0')].map((digit) => 'abcdefghij'[Number(digit)]).join('');
}

/** Counts what comes; `seconds` answers, once all have come, how long it took from the first to the last. */
export function countdown(count: number): { one(): void; seconds(): Promise<number>; readonly over: Promise<void> } {
  let left = count;
  let [first, last] = [0, 0];
  let done = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    done = resolve;
  });
  return {
    one() {
      if (left === count) first = performance.now();
      left -= 1;
      if (left > 0) return;
      last = performance.now();
      done();
    },
    seconds: () => over.then(() => (last - first) / 1_000),
    over,
  };
}
