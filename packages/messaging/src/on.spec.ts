import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { fact, type Received, Refusal } from '@xibu/domain';
import type { Bus } from './bus.js';
import { type Count, heard, messageOf } from './contract/counting.js';
import { eventually } from './contract/eventually.js';
import { Notes } from './contract/notes.js';
import { createDatabase, openTestDatabase, type TestDatabase } from './contract/test-database.js';
import { FactServer } from './fact-server.js';
import { On } from './on.js';
import { openBus } from './open-bus.js';
import { listParked } from './parked.js';
import type { Tx } from './transactions.js';

const Counted = fact<Count>('tests.on.counted.v1');
const Discounted = fact<Count>('tests.on.discounted.v1');

@Controller()
class WhenCounted {
  @On(Counted)
  async handle({ key, data }: Received<Count>, tx: Tx): Promise<void> {
    if (data.n < 0) throw new Refusal('request.malformed', { what: 'n' });
    await tx.query('insert into heard (key, n) values ($1, $2)', [key, data.n]);
    if (data.n === 0) throw new Error('nought');
  }
}

@Controller()
class AlsoWhenCounted {
  @On(Counted)
  async handle({ key, data }: Received<Count>, tx: Tx): Promise<void> {
    await tx.query('insert into heard (key, n) values ($1, $2)', [`also ${key}`, data.n]);
    if (data.n === 13) throw new Error('the second of two reactions');
  }
}

@Controller()
class WhenDiscounted {
  @On(Discounted)
  async handle(fact: Received<Count>): Promise<void> {
    throw new Refusal('request.malformed', { what: fact.key });
  }
}

@Module({ controllers: [WhenCounted, AlsoWhenCounted, WhenDiscounted] })
class Reacting {}

let database: TestDatabase;
let bus: Bus;
let close: () => Promise<void>;
let server: FactServer;

beforeEach(async () => {
  database = await openTestDatabase();
  const notes = new Notes();
  bus = await openBus({ bus: 'embedded', url: await createDatabase() }, notes);
  const { transactions } = database;
  server = bus.strategy({ service: 'tests', transactions, logger: notes, attempts: 2, backoffMs: () => 10 });
  const app = await NestFactory.createMicroservice(Reacting, { strategy: server, logger: ['error'] });
  await app.listen();
  close = async () => {
    await app.close();
    await bus.close();
    await database.close();
  };
});

afterEach(() => close());

const publish = (...messages: ReturnType<typeof messageOf>[]): Promise<void> =>
  bus.publisher({ service: 'tests' }).publish(messages);

test('a reaction is handed the fact and the transaction, and every reaction of a service runs in the same one', async () => {
  await publish(
    messageOf(Counted('a', { n: 1 })),
    messageOf(Counted('b', { n: 13 })),
    messageOf(Counted('c', { n: 2 })),
  );
  await eventually(async () =>
    expect(await heard(database.transactions)).toEqual({ a: [1], 'also a': [1], c: [2], 'also c': [2] }),
  );
  await eventually(async () => {
    const { items } = await database.transactions((tx) => listParked(tx));
    expect(items).toMatchObject([{ key: 'b', reason: 'failed', attempts: 2 }]);
    expect(items[0]?.detail).toContain('the second of two reactions');
  });
});

test('a Refusal and a fault reach the consumer through Nest as what they are', async () => {
  await publish(
    messageOf(Counted('a', { n: -1 })),
    messageOf(Counted('b', { n: 0 })),
    messageOf(Discounted('c', { n: 1 })),
  );
  await eventually(async () => {
    const { items } = await database.transactions((tx) => listParked(tx));
    const seen = items.map(({ key, reason, refusal, attempts }) => [key, reason, refusal, attempts]);
    expect(seen.sort()).toEqual([
      ['a', 'refused', 'request.malformed', 1],
      ['b', 'failed', null, 2],
      ['c', 'refused', 'request.malformed', 1],
    ]);
  });
  expect(await heard(database.transactions)).toEqual({});
});

test('the bus answers no questions', () => {
  expect(() => server.addHandler('tests.on.asked', async () => undefined, false)).toThrow('the bus carries facts only');
});

test('a service that reacts to nothing is well and subscribes to nothing', async () => {
  const idle = new FactServer({ service: 'idle', transactions: database.transactions, logger: new Notes() }, () => {
    throw new Error('subscribed');
  });
  await new Promise((resolve) => void idle.listen(resolve));
  expect(idle.health()).toEqual({ ok: true, lagByTopic: {} });
  await idle.close();
});

test('a service that should listen and does not is not well', () => {
  const deaf = new FactServer({ service: 'deaf', transactions: database.transactions, logger: new Notes() }, () => {
    throw new Error('not asked to listen');
  });
  deaf.addHandler(Counted.type, async () => undefined, true);
  expect(deaf.health()).toMatchObject({ ok: false, reason: 'not listening' });
});
