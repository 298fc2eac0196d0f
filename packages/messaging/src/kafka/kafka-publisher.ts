import kafkajs, { type Admin, type Kafka, type PartitionMetadata, type Producer } from 'kafkajs';
import type { Message } from '../message.js';
import type { Publisher } from '../publisher.js';

/** Bytes of one request. A broker refuses more than 1 MiB unless it was told otherwise. */
const REQUEST_MAX_BYTES = 512 * 1024;

const choose = kafkajs.Partitioners.DefaultPartitioner();

/** Where a key goes: the same as the Java client says, so that other producers and tools agree. */
export function partitionOf(topic: string, key: string, partitionMetadata: PartitionMetadata[]): number {
  return choose({ topic, partitionMetadata, message: { key, value: null } });
}

interface Lane {
  readonly topic: string;
  readonly partition: number;
  readonly messages: Message[];
}

/**
 * Publishes with one `send` for each partition. A `send` over several partitions loses acknowledged messages when a
 * leader changes: kafkajs keeps answers per broker and, when it tries again, skips a broker that has answered already,
 * although that broker now leads the partitions of the one that died (tulios/kafkajs pull request 1798).
 */
export class KafkaPublisher implements Publisher {
  private readonly partitions = new Map<string, PartitionMetadata[]>();
  private connected: { producer: Producer; admin: Admin } | null = null;

  constructor(private readonly kafka: Kafka) {}

  async publish(messages: readonly Message[]): Promise<void> {
    if (messages.length === 0) return;
    try {
      const { producer, admin } = await this.connect();
      const lanes = await this.lanesOf(messages, admin);
      // Every send must have ended before anything is repeated, or an old one could arrive after a new one.
      const answers = await Promise.allSettled(lanes.map((lane) => this.send(producer, lane)));
      const failed = answers.find((answer) => answer.status === 'rejected');
      if (failed) throw failed.reason;
    } catch (error) {
      // What a producer that failed believes about sequences and leaders is of no use to the next attempt.
      await this.disconnect();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.disconnect();
  }

  private async connect(): Promise<{ producer: Producer; admin: Admin }> {
    if (this.connected) return this.connected;
    const producer = this.kafka.producer({
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 100, maxRetryTime: 500, retries: 40 },
    });
    const admin = this.kafka.admin();
    this.connected = { producer, admin };
    await producer.connect();
    await admin.connect();
    return this.connected;
  }

  private async disconnect(): Promise<void> {
    const connected = this.connected;
    this.connected = null;
    this.partitions.clear();
    await Promise.allSettled([connected?.producer.disconnect(), connected?.admin.disconnect()]);
  }

  private async lanesOf(messages: readonly Message[], admin: Admin): Promise<Lane[]> {
    await this.learn([...new Set(messages.map(({ topic }) => topic))], admin);
    const lanes = new Map<string, Lane>();
    for (const message of messages) {
      const { topic, key } = message;
      const partition = partitionOf(topic, key, this.partitions.get(topic) ?? []);
      const lane = lanes.get(`${topic}/${partition}`);
      if (lane) lane.messages.push(message);
      else lanes.set(`${topic}/${partition}`, { topic, partition, messages: [message] });
    }
    return [...lanes.values()];
  }

  private async learn(topics: readonly string[], admin: Admin): Promise<void> {
    const unknown = topics.filter((topic) => !this.partitions.has(topic));
    if (unknown.length === 0) return;
    const metadata = await admin.fetchTopicMetadata({ topics: unknown });
    for (const { name, partitions } of metadata.topics) this.partitions.set(name, partitions);
  }

  private async send(producer: Producer, { topic, partition, messages }: Lane): Promise<void> {
    for (const part of split(messages)) {
      const answers = await producer.send({
        topic,
        acks: -1,
        messages: part.map(({ key, value, headers }) => ({ key, value, headers: { ...headers }, partition })),
      });
      const [answer] = answers;
      const acknowledged =
        answers.length === 1 && answer?.topicName === topic && answer.partition === partition && answer.errorCode === 0;
      if (!acknowledged) throw new Error(`${topic}/${partition} was not acknowledged: ${JSON.stringify(answers)}`);
    }
  }
}

/** Parts that fit into a request, in order. */
function* split(messages: readonly Message[]): Generator<Message[]> {
  let part: Message[] = [];
  let bytes = 0;
  for (const message of messages) {
    const size = Buffer.byteLength(message.value) + 1024;
    if (part.length > 0 && bytes + size > REQUEST_MAX_BYTES) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(message);
    bytes += size;
  }
  if (part.length > 0) yield part;
}
