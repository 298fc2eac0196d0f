import type { Consumer, Kafka } from 'kafkajs';
import { askForStretches } from './kafka-history.js';

/**
 * Commits the first offset of every partition for a group. kafkajs can do the same, but waits five seconds for a fetch;
 * only a member may commit, so this joins for a moment.
 */
export async function rewindGroup(kafka: Kafka, groupId: string, topics: readonly string[]): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const { groups } = await admin.describeGroups([groupId]);
    if (groups.some(({ members }) => members.length > 0)) {
      throw new Error(`${groupId} is listening; stop it before it is rewound`);
    }
    const starts = (await askForStretches(admin, topics)).map(({ topic, partition, first }) => {
      return { topic, partition, offset: `${first}` };
    });
    await asMember(kafka, groupId, topics, (consumer) => consumer.commitOffsets(starts));
  } finally {
    await admin.disconnect();
  }
}

async function asMember(
  kafka: Kafka,
  groupId: string,
  topics: readonly string[],
  work: (consumer: Consumer) => Promise<void>,
): Promise<void> {
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 100, allowAutoTopicCreation: false });
  const joined = new Promise<void>((resolve, reject) => {
    consumer.on('consumer.group_join', () => resolve());
    consumer.on('consumer.crash', ({ payload }) => reject(payload.error));
  });
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics] });
    await consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch: async () => undefined });
    await joined;
    await work(consumer);
  } finally {
    await consumer.disconnect();
  }
}
