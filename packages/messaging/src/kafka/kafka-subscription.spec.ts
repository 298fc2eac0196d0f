import { beforeEach, expect, test } from '@jest/globals';
import type { Kafka } from 'kafkajs';
import { eventually } from '../contract/eventually.js';
import { Notes } from '../contract/notes.js';
import type { Listener } from '../subscription.js';
import { KafkaSubscription } from './kafka-subscription.js';

type Events = Record<string, (event: { payload: object }) => void>;

let consumers: { events: Events; disconnected: boolean }[];
let abandoned: number;
let notes: Notes;

beforeEach(() => {
  consumers = [];
  abandoned = 0;
  notes = new Notes();
});

/** A client whose consumers join when they run, until the test says that something else happens to them. */
function kafka(onRun: (events: Events) => void = (events) => events['consumer.group_join']?.({ payload: {} })): Kafka {
  const client = {
    consumer: () => {
      const made = { events: {} as Events, disconnected: false };
      consumers.push(made);
      return {
        on: (name: string, listener: Events[string]) => {
          made.events[name] = listener;
        },
        connect: async () => undefined,
        subscribe: async () => undefined,
        run: async () => onRun(made.events),
        disconnect: async () => {
          made.disconnected = true;
        },
      };
    },
  };
  return client as unknown as Kafka;
}

function subscribe(client: Kafka): KafkaSubscription {
  const listener: Listener = {
    accept: async () => true,
    abandon: () => {
      abandoned++;
    },
  };
  return new KafkaSubscription(client, {
    ...{ group: 'xibu.tests', topics: ['tests.any'], listener, logger: notes },
    ...{ sessionTimeoutMs: 2_000, restartAfterMs: 1, crashesMax: 3 },
  });
}

const crash = (events: Events | undefined, error: Error): void =>
  events?.['consumer.crash']?.({ payload: { error, groupId: 'xibu.tests', restart: false } });

test('a member that has joined is without trouble', async () => {
  const subscription = subscribe(kafka());
  expect(subscription.trouble()).toBe('has not joined its group yet');
  await subscription.start();
  expect(subscription.trouble()).toBeNull();
  await subscription.stop();
  expect(consumers).toMatchObject([{ disconnected: true }]);
});

test('a crash is told, everything at hand is given up, and a new consumer joins', async () => {
  const subscription = subscribe(kafka());
  await subscription.start();
  const before = abandoned;
  crash(consumers[0]?.events, new Error('a bug of the client'));
  expect(subscription.trouble()).toBe('the consumer has crashed: a bug of the client');
  expect(abandoned).toBe(before + 1);
  await eventually(() => expect(consumers).toHaveLength(2));
  await eventually(() => expect(subscription.trouble()).toBeNull());
  expect(consumers[0]?.disconnected).toBe(true);
  await subscription.stop();
});

test('crashes in a row come to an end: it stays down and says so', async () => {
  const subscription = subscribe(kafka((events) => crash(events, new Error('always the same'))));
  await subscription.start();
  await eventually(() => expect(subscription.trouble()).toContain('crashed 3 times and stays down'));
  expect(consumers).toHaveLength(3);
  expect(notes.at('error').at(-1)).toBe('the consumer crashed too often and stays down');
  await subscription.stop();
  expect(consumers).toHaveLength(3);
});

test('a broker out of reach is not held against the consumer: it tries as long as it takes', async () => {
  let away = 6;
  const unreachable = Object.assign(new Error('connect ECONNREFUSED'), {
    name: 'KafkaJSConnectionError',
    retriable: true,
  });
  const subscription = subscribe(
    kafka((events) => (away-- > 0 ? crash(events, unreachable) : events['consumer.group_join']?.({ payload: {} }))),
  );
  await subscription.start();
  await eventually(() => expect(subscription.trouble()).toBeNull());
  expect(consumers).toHaveLength(7);
  await subscription.stop();
});

test('a subscription that was stopped starts nothing more', async () => {
  const subscription = subscribe(kafka());
  await subscription.start();
  crash(consumers[0]?.events, new Error('just before'));
  await subscription.stop();
  crash(consumers[0]?.events, new Error('just after'));
  expect(consumers).toHaveLength(1);
});
