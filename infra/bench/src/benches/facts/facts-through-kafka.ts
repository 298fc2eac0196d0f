import kafkajs, { type Kafka } from 'kafkajs';
import type pg from 'pg';
import type { Bench } from '../../bench.js';
import { openPool } from '../../open-pool.js';
import { secondsOf, startWatch } from '../../seconds.js';
import { type Counted, countdown, type FactGround, openFactGround, partitions, upsert } from './fact-ground.js';

const facts = 2_000;
const factsAKey = 8;
const produceAtOnce = 500;
const keys = Array.from({ length: facts }, (_, at) => `person-${at % (facts / factsAKey)}`);

/** From the outbox to the effect: relay, broker, consumer, inbox. */
async function ours(ground: FactGround): Promise<number> {
  const counted = await ground.newFact();
  await ground.recordAll(counted, keys);
  const applied = countdown(facts);
  const server = await ground.listen(counted, async ({ key, data }, tx) => {
    await tx.query(upsert, [key, data.n]);
    applied.one();
  });
  const seconds = startWatch();
  const relay = await ground.startRelay();
  await applied.over;
  const took = seconds();
  await relay.stop();
  await server.close();
  return facts / took;
}

/** The same messages and the same upsert, and nothing that would notice a message that is lost or comes twice. */
async function bare(kafka: Kafka, pool: pg.Pool, { topic }: Counted): Promise<number> {
  const applied = countdown(facts);
  const consumer = kafka.consumer({ groupId: `bare-${topic}`, maxWaitTimeInMs: 250 });
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  const joined = new Promise<void>((resolve) => consumer.on('consumer.group_join', () => resolve()));
  await consumer.run({
    partitionsConsumedConcurrently: partitions,
    async eachBatch({ batch, resolveOffset }) {
      for (const { key, value, offset } of batch.messages) {
        const { n } = JSON.parse(value?.toString() ?? '') as { n: number };
        await pool.query({ name: 'upsert', text: upsert, values: [key?.toString(), n] });
        resolveOffset(offset);
        applied.one();
      }
    },
  });
  await joined;
  const seconds = await secondsOf(async () => {
    for (let first = 0; first < facts; first += produceAtOnce) {
      const messages = keys.slice(first, first + produceAtOnce).map((key, at) => messageOf(key, first + at));
      await producer.send({ topic, acks: -1, messages });
    }
    await applied.over;
  });
  await producer.disconnect();
  await consumer.disconnect();
  return facts / seconds;
}

function messageOf(key: string, n: number) {
  return { key, value: JSON.stringify({ n }), headers: { 'content-type': 'application/json' } };
}

export const factsThroughKafka: Bench = {
  name: 'facts-through-kafka',
  goal: 'G4.2',
  what: 'facts from the outbox to their effect through Kafka, with inbox and order',
  floor: 'bare kafkajs: produce, consume, upsert',
  unit: 'facts/s',
  target: { least: 0.5 },
  async prepare() {
    const ground = await openFactGround();
    const pool = openPool(ground.test.url, partitions);
    const kafka = new kafkajs.Kafka({ brokers: [...ground.brokers], logLevel: kafkajs.logLevel.NOTHING });
    await ours(ground);
    return {
      async round() {
        return { ours: await ours(ground), floor: await bare(kafka, pool, await ground.newFact()) };
      },
      async end() {
        await pool.end();
        await ground.end();
      },
    };
  },
};
