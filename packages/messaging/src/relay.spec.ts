import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { fact } from '@xibu/domain';
import { asSomebody, type Count, count, noon, upTo } from './contract/counting.js';
import { eventually, gate } from './contract/eventually.js';
import { Notes } from './contract/notes.js';
import { openTestDatabase, type TestDatabase } from './contract/test-database.js';
import type { Message } from './message.js';
import type { Publisher } from './publisher.js';
import { record } from './record.js';
import { Relay, type RelayOptions } from './relay.js';

const Counted = fact<Count>('tests.relay.counted.v1');

let database: TestDatabase;
let notes: Notes;
let relays: Relay[];

beforeEach(async () => {
  database = await openTestDatabase();
  notes = new Notes();
  relays = [];
});

afterEach(async () => {
  for (const relay of relays) await relay.stop();
  await database.close();
});

/** A bus that remembers what it was given and does what the test says first. */
function publisher(first: (call: number) => Promise<void> | void = () => undefined) {
  const published: Message[] = [];
  let calls = 0;
  const put: Publisher = {
    async publish(messages) {
      await first(++calls);
      published.push(...messages);
    },
    close: () => Promise.resolve(),
  };
  const numbers = (): number[] => published.map(({ value }) => (JSON.parse(value) as Count).n);
  return { ...put, published, numbers, calls: () => calls };
}

async function start(to: Publisher, options: Partial<RelayOptions> = {}): Promise<Relay> {
  const relay = new Relay({
    ...{ service: 'tests', connection: database.source, publisher: to, logger: notes, standbyMs: 30 },
    ...options,
  });
  relays.push(relay);
  await relay.start();
  return relay;
}

const countTo = async (n: number): Promise<void> => {
  for (const _ of upTo(n)) await count(database.transactions, Counted, 'a');
};

test('publishes CloudEvents in binary mode, with who decided and why', async () => {
  const bus = publisher();
  await start(bus);
  await countTo(1);
  await eventually(() => expect(bus.published).toHaveLength(1));
  const [message] = bus.published;
  expect(message).toMatchObject({ topic: 'tests.relay', key: 'a', value: '{"n":1}' });
  expect(message?.headers).toEqual({
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    ce_source: '/xibu/tests',
    ce_type: 'tests.relay.counted.v1',
    ce_subject: 'a',
    ce_time: '2023-07-01T12:00:00.000+08:00',
    ce_sequence: '00000000000000000001',
    ce_actor: 'account-1',
    ce_correlation: 'request-1',
  });
});

test('what could not be published is published again, and nothing passes it', async () => {
  const bus = publisher((call) => {
    if (call <= 2) throw new Error('the broker is away');
  });
  const relay = await start(bus, { batchSize: 2 });
  await countTo(5);
  await eventually(() => expect(bus.numbers()).toEqual(upTo(5)));
  await eventually(async () => expect(await relay.lag()).toEqual({ rows: 0, oldestSeconds: 0 }));
  expect(notes.at('warn').filter((text) => text.includes('could not go on'))).toHaveLength(2);
});

test('the cursor does not move before the bus has acknowledged', async () => {
  const acknowledged = gate();
  const bus = publisher(() => acknowledged.passed);
  const relay = await start(bus);
  await countTo(3);
  relay.kick();
  await eventually(() => expect(bus.calls()).toBe(1));
  expect((await relay.lag()).rows).toBe(3);
  acknowledged.open();
  await eventually(async () => expect((await relay.lag()).rows).toBe(0));
});

test('one relay leads; when it stops, or loses its connection, the standby takes over where it was', async () => {
  const [first, second] = [publisher(), publisher()];
  const leader = await start(first);
  await eventually(() => expect(leader.leads()).toBe(true));
  const standby = await start(second);
  await countTo(3);
  await eventually(() => expect(first.numbers()).toEqual([1, 2, 3]));
  expect(standby.leads()).toBe(false);

  await leader.stop();
  await countTo(2);
  await eventually(() => expect(second.numbers()).toEqual([4, 5]));
  await eventually(async () => expect((await standby.lag()).rows).toBe(0));
  expect([leader.leads(), standby.leads()]).toEqual([false, true]);

  const third = publisher();
  await start(third, { standbyMs: 5 });
  await database.source.query(
    `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()
        and database = (select oid from pg_database where datname = current_database())`,
  );
  await countTo(2);
  await eventually(() => expect([...second.numbers(), ...third.numbers()]).toEqual([4, 5, 6, 7]));
});

test('a relay whose cursor was moved by another stops telling and begins again from there', async () => {
  const bus = publisher(async (call) => {
    if (call === 1) await database.source.query('update outbox_cursor set xid = xid, id = id + 1000000');
  });
  await countTo(1);
  const relay = await start(bus);
  await eventually(() => expect(notes.at('warn')).toContain('the relay could not go on and will try again'));
  await countTo(1);
  await eventually(() => expect(bus.numbers()).toEqual([1, 1, 2]));
  await eventually(async () => expect((await relay.lag()).rows).toBe(0));
});

test('a kick is heard at once, however long the pause', async () => {
  const bus = publisher();
  const relay = await start(bus, { pollMs: [600_000, 600_000] });
  await eventually(() => expect(relay.leads()).toBe(true));
  await countTo(1);
  await eventually(() => {
    relay.kick();
    expect(bus.numbers()).toEqual([1]);
  });
});

test('a fact that went out ahead of its turn is not told again when its turn comes', async () => {
  const older = database.source.createQueryRunner();
  await older.connect();
  await older.startTransaction();
  await older.query('select pg_current_xact_id()');
  await countTo(1);
  const bus = publisher();
  await start(bus);
  await count((work) => work(older.manager), Counted, 'a');
  const numbers = bus.numbers();
  await older.commitTransaction();
  await older.release();
  await countTo(1);
  await eventually(() => expect(bus.numbers()).toEqual([1, 2, 3]));
  expect(numbers).toEqual([]);
});

test('drains a full outbox in batches of at most 500, in order', async () => {
  const sizes: number[] = [];
  const bus = publisher();
  const measured: Publisher = {
    publish(messages) {
      sizes.push(messages.length);
      return bus.publish(messages);
    },
    close: bus.close,
  };
  await asSomebody(() =>
    database.transactions((tx) => record(tx, noon, ...upTo(1_234).map((n) => Counted('a', { n })))),
  );
  await start(measured, { batchSize: 10_000 });
  await eventually(() => expect(bus.numbers()).toEqual(upTo(1_234)));
  expect(sizes).toEqual([500, 500, 234]);
});
