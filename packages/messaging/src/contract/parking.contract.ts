import { expect, test } from '@jest/globals';
import { Refusal } from '@xibu/domain';
import { dropParked, listParked, retryParked } from '../parked.js';
import type { Handler } from '../reactions.js';
import type { Transactions } from '../transactions.js';
import { type Count, hear, heard, messageOf, upTo } from './counting.js';
import { eventually } from './eventually.js';
import type { Stage } from './harness.js';

/** Reacts like `hear`, but to `n` of `key` as it is told; remembers every try. */
function stumbling(key: string, n: number, stumble: () => void): { handler: Handler; tries: () => number } {
  let tries = 0;
  const handler: Handler = async (fact, tx) => {
    const { data } = fact as { data: Count };
    await hear({ ...fact, data }, tx);
    if (fact.key !== key || data.n !== n) return;
    tries++;
    stumble();
  };
  return { handler, tries: () => tries };
}

const parkedOf = (transactions: Transactions) => transactions((tx) => listParked(tx));

/** What happens to a fact that cannot be dealt with. */
export function parks(stage: () => Stage): void {
  parksAKey(stage);
  parksAtOnce(stage);
  retries(stage);
  drops(stage);
}

function parksAKey(stage: () => Stage): void {
  test('a poison fact is tried so many times and parks its key, while the rest of its partition goes on', async () => {
    const counted = await stage().fact();
    const [poisoned, healthy, alsoHealthy, elsewhere] = await stage().keys();
    const { handler, tries } = stumbling(poisoned, 2, () => {
      throw new Error('the poison');
    });
    const { bus, database, server } = await stage().service('receiver', counted, { handler });
    const keys = [poisoned, healthy, alsoHealthy, elsewhere];
    const messages = upTo(5).flatMap((n) => keys.map((key) => messageOf(counted(key, { n }))));
    await stage().publish(bus, messages);
    await eventually(async () => expect((await parkedOf(database.transactions)).total).toBe(4));
    const others = { [healthy]: upTo(5), [alsoHealthy]: upTo(5), [elsewhere]: upTo(5) };
    await eventually(async () => expect(await heard(database.transactions)).toEqual({ [poisoned]: [1], ...others }));

    expect(tries()).toBe(3);
    const { items } = await parkedOf(database.transactions);
    expect(items.map(({ key, reason, attempts }) => [key, reason, attempts])).toEqual([
      [poisoned, 'failed', 3],
      [poisoned, 'behind', 0],
      [poisoned, 'behind', 0],
      [poisoned, 'behind', 0],
    ]);
    expect(items.map(({ value }) => JSON.parse(value ?? '').n)).toEqual([2, 3, 4, 5]);
    expect(items[0]?.detail).toContain('the poison');
    await eventually(() => expect(server.health()).toMatchObject({ ok: true, lagByTopic: { [counted.topic]: 0 } }));
  });

  test('a key in trouble does not make the others wait for its tries', async () => {
    const counted = await stage().fact();
    const [poisoned, healthy] = await stage().keys();
    const { handler } = stumbling(poisoned, 1, () => {
      throw new Error('the poison');
    });
    const patient = { handler, backoffMs: () => 60_000 };
    const { bus, database, notes } = await stage().service('receiver', counted, patient);
    await stage().publish(bus, [messageOf(counted(poisoned, { n: 1 }))]);
    await eventually(() =>
      expect(notes.at('warn')).toContain('a fact could not be dealt with and will be tried again'),
    );
    for (const n of upTo(3)) {
      await stage().publish(bus, [messageOf(counted(healthy, { n }))]);
      await eventually(async () => expect((await heard(database.transactions))[healthy]).toEqual(upTo(n)));
    }
    expect((await parkedOf(database.transactions)).total).toBe(0);
  });
}

function parksAtOnce(stage: () => Stage): void {
  test('a Refusal parks at once, with its code', async () => {
    const counted = await stage().fact();
    const { handler, tries } = stumbling('a', 1, () => {
      throw new Refusal('request.malformed', { what: 'n' });
    });
    const { bus, database } = await stage().service('receiver', counted, { handler });
    await stage().publish(bus, [messageOf(counted('a', { n: 1 })), messageOf(counted('b', { n: 1 }))]);
    await eventually(async () => expect((await parkedOf(database.transactions)).total).toBe(1));
    await eventually(async () => expect(await heard(database.transactions)).toEqual({ b: [1] }));
    expect(tries()).toBe(1);
    const { items } = await parkedOf(database.transactions);
    expect(items).toMatchObject([{ reason: 'refused', refusal: 'request.malformed', attempts: 1 }]);
    expect(await database.source.query('select * from inbox')).toHaveLength(1);
  });

  test('a message that cannot be read is parked whole, and what follows of its key waits', async () => {
    const counted = await stage().fact();
    const { bus, database } = await stage().service('receiver', counted);
    const broken = { ...messageOf(counted('a', { n: 1 })), value: '{"n":' };
    const { ce_id: _id, ...nameless } = messageOf(counted('b', { n: 1 })).headers;
    const anonymous = { ...messageOf(counted('b', { n: 1 })), headers: nameless };
    const good = ['a', 'c'].map((key) => messageOf(counted(key, { n: 2 })));
    await stage().publish(bus, [broken, anonymous, ...good]);
    await eventually(async () => expect(await heard(database.transactions)).toEqual({ c: [2] }));
    await eventually(async () => {
      const { items } = await parkedOf(database.transactions);
      const seen = items.map(({ key, reason, factId, value }) => [key, reason, factId === null, value]);
      expect(seen.sort()).toEqual([
        ['a', 'behind', false, '{"n":2}'],
        ['a', 'unreadable', true, '{"n":'],
        ['b', 'unreadable', true, '{"n":1}'],
      ]);
    });
  });
}

function retries(stage: () => Stage): void {
  test('parked facts that are retried are dealt with in order, and then the key is free', async () => {
    const counted = await stage().fact();
    let broken = true;
    const { handler, tries } = stumbling('a', 1, () => {
      if (broken) throw new Error('not yet');
    });
    const { bus, database } = await stage().service('receiver', counted, { handler });
    const { transactions } = database;
    await stage().publish(
      bus,
      upTo(12).map((n) => messageOf(counted('a', { n }))),
    );
    await eventually(async () => expect((await parkedOf(transactions)).total).toBe(12));

    // The cause has not gone: it fails once more, and nothing passes it.
    const [first] = (await parkedOf(transactions)).items;
    expect(await transactions((tx) => retryParked(tx, [first?.id ?? ''], 'operator'))).toBe(12);
    await eventually(async () => {
      const { items } = await parkedOf(transactions);
      expect(items.map(({ attempts, retryRequestedAt }) => [attempts, retryRequestedAt])).toEqual([
        [4, null],
        ...upTo(11).map(() => [0, null]),
      ]);
    });
    expect(await heard(transactions)).toEqual({});

    broken = false;
    await transactions((tx) => retryParked(tx, [first?.id ?? ''], 'operator'));
    await eventually(async () => expect(await heard(transactions)).toEqual({ a: upTo(12) }));
    await stage().publish(bus, [messageOf(counted('a', { n: 13 }))]);
    await eventually(async () => expect(await heard(transactions)).toEqual({ a: upTo(13) }));
    expect(tries()).toBe(5);
    const { items } = await transactions((tx) => listParked(tx, { settled: true }));
    expect(items.map(({ settlement, settledBy }) => [settlement, settledBy])).toEqual(
      upTo(12).map(() => ['replayed', 'operator']),
    );
    expect(await transactions((tx) => retryParked(tx, [first?.id ?? ''], 'operator'))).toBe(0);
  });
}

function drops(stage: () => Stage): void {
  test('a parked fact that is dropped never has an effect, and what waited behind it goes on', async () => {
    const counted = await stage().fact();
    const { handler } = stumbling('a', 1, () => {
      throw new Error('never');
    });
    const { bus, database } = await stage().service('receiver', counted, { handler });
    const { transactions } = database;
    const poison = messageOf(counted('a', { n: 1 }));
    await stage().publish(bus, [poison, messageOf(counted('a', { n: 2 }))]);
    await eventually(async () => expect((await parkedOf(transactions)).total).toBe(2));
    const [first] = (await parkedOf(transactions)).items;
    const id = first?.id ?? '';

    await expect(transactions((tx) => dropParked(tx, id, '  ', 'operator'))).rejects.toThrow(Refusal);
    expect((await parkedOf(transactions)).total).toBe(2);
    expect(await transactions((tx) => dropParked(tx, id, 'counted twice by hand', 'operator'))).toBe(true);
    await eventually(async () => expect(await heard(transactions)).toEqual({ a: [2] }));
    expect(await transactions((tx) => dropParked(tx, id, 'once more', 'operator'))).toBe(false);

    await stage().publish(bus, [poison, messageOf(counted('a', { n: 3 }))]);
    await eventually(async () => expect(await heard(transactions)).toEqual({ a: [2, 3] }));
    const { items } = await transactions((tx) => listParked(tx, { settled: true }));
    expect(items).toMatchObject([
      { settlement: 'dropped', settledBecause: 'counted twice by hand', settledBy: 'operator' },
      { settlement: 'replayed' },
    ]);
  });
}
