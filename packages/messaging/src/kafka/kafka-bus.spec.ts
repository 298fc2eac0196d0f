import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type LocalKafka, startKafka, whyNoKafka } from '@xibu/testing';
import { busContract } from '../contract/contract.js';
import type { BusHarness } from '../contract/harness.js';
import { Notes } from '../contract/notes.js';
import { connectKafka, type KafkaBusConfig } from './kafka-bus.js';
import { partitionOf } from './kafka-publisher.js';
import { createKafkaTopics } from './kafka-topics.js';

/** One real broker. */
class KafkaHarness implements BusHarness {
  readonly name = 'Kafka';
  private readonly dir = mkdtempSync(join(tmpdir(), 'xibu-kafka-'));
  private kafka: LocalKafka;

  async start(): Promise<void> {
    this.kafka = await startKafka({ brokers: 1, dir: this.dir });
  }

  async stop(): Promise<void> {
    await this.kafka.stop();
    rmSync(this.dir, { recursive: true, force: true });
  }

  config(): KafkaBusConfig {
    return { bus: 'kafka', brokers: this.kafka.brokers, sessionTimeoutMs: 2_000, restartAfterMs: 200 };
  }

  async makeTopic(name: string): Promise<void> {
    const topic = { name, partitions: 3, retentionDays: null, writer: 'tests', readers: null, restricted: false };
    await createKafkaTopics(this.config(), [topic], 1, new Notes());
  }

  async restart(): Promise<void> {
    await this.kafka.kill(0);
    await this.kafka.restart(0);
  }

  async partitionOf(key: string): Promise<number> {
    const partition = { partitionErrorCode: 0, leader: 1, replicas: [1], isr: [1] };
    return partitionOf(
      'any',
      key,
      [0, 1, 2].map((partitionId) => ({ ...partition, partitionId })),
    );
  }

  async forget(topic: string, partition: number, messages: number): Promise<void> {
    const admin = connectKafka(this.config(), new Notes()).admin();
    await admin.connect();
    // kafkajs deletes from topics only that it has heard of.
    await admin.fetchTopicOffsets(topic);
    await admin.deleteTopicRecords({ topic, partitions: [{ partition, offset: `${messages}` }] });
    await admin.disconnect();
  }
}

const missing = whyNoKafka();
if (missing === null) busContract(new KafkaHarness());
else {
  test(`THE KAFKA HALF OF THE CONTRACT WAS NOT RUN HERE: ${missing}`, () => {
    process.stderr.write(`\nThe Kafka half of the bus contract was not run here: ${missing}\n`);
    expect(missing).not.toBe('');
  });
}
