import { beforeEach, expect, test } from '@jest/globals';
import { fact } from '@xibu/domain';
import type { Kafka, Message as KafkaMessage, ProducerRecord, RecordMetadata } from 'kafkajs';
import { type Count, messageOf, upTo } from '../contract/counting.js';
import { KafkaPublisher } from './kafka-publisher.js';

const Counted = fact<Count>('tests.publisher.counted.v1');
const topic = Counted.topic;

type Answer = (sent: ProducerRecord, partition: number) => Promise<RecordMetadata[]>;

let sends: { partition: number; messages: KafkaMessage[] }[];
let producers: object[];
let underWay: number;

beforeEach(() => {
  sends = [];
  producers = [];
  underWay = 0;
});

const acknowledge: Answer = async (_sent, partition) => [{ topicName: topic, partition, errorCode: 0 }];

/** A client that remembers what it was asked to send and answers as the test says. */
function kafka(answer: Answer): Kafka {
  const nothing = async (): Promise<void> => undefined;
  const partitions = upTo(4).map((n) => ({
    partitionId: n - 1,
    leader: 1,
    replicas: [1],
    isr: [1],
    partitionErrorCode: 0,
  }));
  const client = {
    producer: (config: object) => {
      producers.push(config);
      const send = async (sent: ProducerRecord): Promise<RecordMetadata[]> => {
        const partition = sent.messages[0]?.partition ?? -1;
        sends.push({ partition, messages: sent.messages });
        underWay++;
        try {
          return await answer(sent, partition);
        } finally {
          underWay--;
        }
      };
      return { connect: nothing, disconnect: nothing, send };
    },
    admin: () => ({
      ...{ connect: nothing, disconnect: nothing },
      fetchTopicMetadata: async () => ({ topics: [{ name: topic, partitions }] }),
    }),
  };
  return client as unknown as Kafka;
}

const batch = upTo(40).map((n) => messageOf(Counted(`key-${n % 10}`, { n })));

test('one send goes to one partition, with an idempotent producer and one request in flight', async () => {
  await new KafkaPublisher(kafka(acknowledge)).publish(batch);
  expect(sends.map(({ partition }) => partition).sort()).toEqual([0, 1, 2, 3]);
  for (const { partition, messages } of sends) {
    expect(new Set(messages.map((message) => message.partition))).toEqual(new Set([partition]));
  }
  expect(sends.flatMap(({ messages }) => messages)).toHaveLength(40);
  expect(producers).toMatchObject([{ idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false }]);
});

test.each<[string, RecordMetadata[]]>([
  ['names another partition', [{ topicName: topic, partition: 99, errorCode: 0 }]],
  ['names another topic', [{ topicName: 'other.topic', partition: 0, errorCode: 0 }]],
  ['carries an error', [{ topicName: topic, partition: 0, errorCode: 6 }]],
  ['is empty', []],
])('an answer that %s is no acknowledgement', async (_what, answers) => {
  const publisher = new KafkaPublisher(
    kafka(async (sent, partition) => (partition === 0 ? answers : acknowledge(sent, partition))),
  );
  await expect(publisher.publish(batch)).rejects.toThrow('was not acknowledged');
});

test('a failure waits for the other sends before it is told, and the next attempt has a new producer', async () => {
  let failing = true;
  const publisher = new KafkaPublisher(
    kafka(async (sent, partition) => {
      if (failing && partition === 1) throw new Error('the leader is gone');
      for (const _ of upTo(5)) await Promise.resolve();
      return acknowledge(sent, partition);
    }),
  );
  await expect(publisher.publish(batch)).rejects.toThrow('the leader is gone');
  expect(underWay).toBe(0);
  failing = false;
  await publisher.publish(batch);
  expect(producers).toHaveLength(2);
  await publisher.publish([]);
  expect(sends).toHaveLength(8);
});

test('what does not fit into one request goes in several, one after the other', async () => {
  const large = upTo(5).map((n) => ({
    ...messageOf(Counted('a', { n })),
    value: JSON.stringify({ n, text: 'x'.repeat(200_000) }),
  }));
  let most = 0;
  const publisher = new KafkaPublisher(
    kafka(async (sent, partition) => {
      most = Math.max(most, underWay);
      return acknowledge(sent, partition);
    }),
  );
  await publisher.publish(large);
  expect(sends.map(({ messages }) => messages.length)).toEqual([2, 2, 1]);
  expect(sends.flatMap(({ messages }) => messages.map(({ value }) => JSON.parse(String(value)).n))).toEqual(upTo(5));
  expect(most).toBe(1);
});
