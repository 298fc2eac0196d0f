import { randomUUID } from 'node:crypto';
import type { Admin, EachBatchPayload, Kafka } from 'kafkajs';
import { HISTORY_BATCH, placeOf, requireWhole, type Stretch, type Take } from '../history.js';
import { delivered } from './delivered.js';

/** The partitions of these topics, with their first message and their end. */
export async function stretchesOf(kafka: Kafka, topics: readonly string[]): Promise<Stretch[]> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await askForStretches(admin, topics);
  } finally {
    await admin.disconnect();
  }
}

/**
 * As `stretchesOf`, of a client that is connected. One topic after the other: kafkajs learns of each when it is first
 * asked for, and a topic that is learnt while a broker is unsure of another one may be missing from what it knows.
 */
export async function askForStretches(admin: Admin, topics: readonly string[]): Promise<Stretch[]> {
  const stretches: Stretch[] = [];
  for (const topic of topics) {
    for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
      stretches.push({ topic, partition, first: BigInt(low), end: BigInt(high) });
    }
  }
  return stretches;
}

/**
 * Reads every message that is stored when it begins. kafkajs reads for members of a group only, so this is one of its
 * own, which commits nothing and is gone with its only member.
 */
export async function readKafkaHistory(kafka: Kafka, topics: readonly string[], take: Take): Promise<Stretch[]> {
  const stretches = await stretchesOf(kafka, topics);
  requireWhole(stretches);
  const left = new Map(stretches.filter(({ end }) => end > 0n).map((stretch) => [placeOf(stretch), stretch.end]));
  if (left.size > 0) await readUpTo(kafka, topics, left, take);
  return stretches;
}

async function readUpTo(kafka: Kafka, topics: readonly string[], left: Map<string, bigint>, take: Take): Promise<void> {
  const consumer = kafka.consumer({
    ...{ groupId: `xibu.history.${randomUUID()}`, maxWaitTimeInMs: 100, allowAutoTopicCreation: false },
    retry: { restartOnFailure: async () => false },
  });
  // After a rebalance messages come again.
  const next = new Map<string, bigint>();
  const work = async ({ batch, heartbeat }: EachBatchPayload): Promise<void> => {
    const place = placeOf(batch);
    const end = left.get(place);
    if (end === undefined) return;
    const from = next.get(place) ?? 0n;
    const messages = batch.messages
      .map((message) => delivered(batch, message))
      .filter(({ offset }) => offset >= from && offset < end);
    for (let taken = 0; taken < messages.length; taken += HISTORY_BATCH) {
      await take(messages.slice(taken, taken + HISTORY_BATCH));
      await heartbeat();
    }
    const last = BigInt(batch.lastOffset()) + 1n;
    if (last > from) next.set(place, last);
    if (last >= end) left.delete(place);
  };
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      consumer.on('consumer.crash', ({ payload }) => reject(payload.error));
      const eachBatch = async (payload: EachBatchPayload): Promise<void> => {
        await work(payload).then(() => payload.resolveOffset(payload.batch.lastOffset()), reject);
        if (left.size === 0) resolve();
      };
      consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch }).catch(reject);
    });
  } finally {
    await consumer.disconnect();
  }
}
