import kafkajs, { type Admin } from 'kafkajs';
import type { Logger } from '../logger.js';
import { PAYLOAD_MAX_BYTES } from '../record.js';
import type { Topic } from '../topics.js';
import { connectKafka, type KafkaBusConfig } from './kafka-bus.js';

const DAY_MS = 86_400_000;

/** Makes the topics that are missing and leaves the others alone. Answers the names of those it made. */
export async function createKafkaTopics(
  config: KafkaBusConfig,
  topics: readonly Topic[],
  replication: number,
  logger: Logger,
): Promise<string[]> {
  return withAdmin(config, logger, async (admin) => {
    const present = new Set(await admin.listTopics());
    const missing = topics.filter(({ name }) => !present.has(name));
    if (missing.length > 0) {
      await admin.createTopics({
        waitForLeaders: true,
        topics: missing.map((topic) => ({
          topic: topic.name,
          numPartitions: topic.partitions,
          replicationFactor: replication,
          configEntries: Object.entries(settings(topic, replication)).map(([name, value]) => ({ name, value })),
        })),
      });
    }
    return missing.map(({ name }) => name);
  });
}

/** Sentences about where the brokers differ from the list; none when they agree. */
export async function verifyKafkaTopics(
  config: KafkaBusConfig,
  topics: readonly Topic[],
  replication: number,
  logger: Logger,
): Promise<string[]> {
  return withAdmin(config, logger, async (admin) => {
    const present = new Set(await admin.listTopics());
    const complaints = topics.filter(({ name }) => !present.has(name)).map(({ name }) => `${name} is missing`);
    const found = topics.filter(({ name }) => present.has(name));
    for (const topic of found) complaints.push(...(await differences(admin, topic, replication)));
    return complaints;
  });
}

export interface Leadership {
  readonly partition: number;
  /** The id of the node that leads it. */
  readonly leader: number;
  /** The offset that its next message will have. */
  readonly end: bigint;
}

/** Who leads the partitions of a topic, the longest first. */
export async function leadersOf(config: KafkaBusConfig, topic: string, logger: Logger): Promise<Leadership[]> {
  return withAdmin(config, logger, async (admin) => {
    const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
    const ends = new Map(
      (await admin.fetchTopicOffsets(topic)).map(({ partition, high }) => [partition, BigInt(high)]),
    );
    const leaders = (topics[0]?.partitions ?? []).map(({ partitionId, leader }) => {
      return { partition: partitionId, leader, end: ends.get(partitionId) ?? 0n };
    });
    return leaders.sort((left, right) => Number(right.end - left.end));
  });
}

async function differences(admin: Admin, topic: Topic, replication: number): Promise<string[]> {
  const { topics } = await admin.fetchTopicMetadata({ topics: [topic.name] });
  const partitions = topics[0]?.partitions ?? [];
  const differ: string[] = [];
  if (partitions.length !== topic.partitions) {
    differ.push(`${topic.name} has ${partitions.length} partitions instead of ${topic.partitions}`);
  }
  const copies = partitions[0]?.replicas.length;
  if (copies !== replication) differ.push(`${topic.name} has ${copies} copies instead of ${replication}`);
  const wanted = settings(topic, replication);
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: [{ type: kafkajs.ConfigResourceTypes.TOPIC, name: topic.name, configNames: Object.keys(wanted) }],
  });
  for (const { configName, configValue } of resources[0]?.configEntries ?? []) {
    if (wanted[configName] !== configValue) {
      differ.push(`${topic.name} has ${configName}=${configValue} instead of ${wanted[configName]}`);
    }
  }
  return differ;
}

function settings({ retentionDays }: Topic, replication: number): Record<string, string> {
  return {
    'cleanup.policy': 'delete',
    'retention.ms': retentionDays === null ? '-1' : `${retentionDays * DAY_MS}`,
    'min.insync.replicas': `${Math.max(replication - 1, 1)}`,
    'max.message.bytes': `${4 * PAYLOAD_MAX_BYTES}`,
  };
}

async function withAdmin<T>(config: KafkaBusConfig, logger: Logger, work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = connectKafka(config, logger).admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}
