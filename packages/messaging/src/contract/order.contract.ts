import { expect, test } from '@jest/globals';
import type { FactDefinition } from '@xibu/domain';
import { Relay } from '../relay.js';
import { type Count, count, heard, messageOf, publishCounts, upTo } from './counting.js';
import { eventually } from './eventually.js';
import { type Stage, type TestService } from './harness.js';
import { Notes } from './notes.js';
import type { TestDatabase } from './test-database.js';

/** Order, and that nothing is lost or doubled while everything runs as it should. */
export function keepsOrder(stage: () => Stage): void {
  ordersWhatIsWritten(stage);
  deliversOnce(stage);
}

function ordersWhatIsWritten(stage: () => Stage): void {
  test('the facts of one key arrive once and in order, however many write at the same time', async () => {
    const counted = await stage().fact();
    const sender = await stage().database();
    const receiver = await stage().service('receiver', counted);
    await relay(stage(), receiver, sender);
    const keys = ['a', 'b', 'c', 'd', 'e'];
    await Promise.all(upTo(6).map((writer) => writeInEveryOrder(sender, counted, keys, 20, writer)));
    const everything = Object.fromEntries(keys.map((key) => [key, upTo(120)]));
    await eventually(async () => expect(await heard(receiver.database.transactions)).toEqual(everything));
    expect(receiver.server.counts()).toMatchObject({ outOfOrder: 0, parked: 0 });
  });

  test('a fact of a transaction that began early and committed late is not lost', async () => {
    const counted = await stage().fact();
    const sender = await stage().database();
    const receiver = await stage().service('receiver', counted);
    await relay(stage(), receiver, sender);
    await sender.transactions(async (tx) => {
      const inside = { ...sender, transactions: (work: (inner: typeof tx) => Promise<unknown>) => work(tx) };
      await count(inside.transactions as TestDatabase['transactions'], counted, 'late');
      for (const _ of upTo(3)) await count(sender.transactions, counted, 'early');
      await eventually(async () => expect((await sender.source.query('select * from counter')).length).toBe(1));
    });
    await eventually(async () =>
      expect(await heard(receiver.database.transactions)).toEqual({ late: [1], early: [1, 2, 3] }),
    );
  });
}

function deliversOnce(stage: () => Stage): void {
  test('a fact that is published twice has its effect once', async () => {
    const counted = await stage().fact();
    const receiver = await stage().service('receiver', counted);
    const twice = messageOf(counted('a', { n: 1 }));
    await stage().publish(receiver.bus, [twice, messageOf(counted('a', { n: 2 })), twice]);
    await stage().publish(receiver.bus, [twice, messageOf(counted('a', { n: 3 }))]);
    await eventually(async () => expect(await heard(receiver.database.transactions)).toEqual({ a: [1, 2, 3] }));
    expect(receiver.server.counts()).toMatchObject({ handled: 3, duplicates: 2, outOfOrder: 0 });
  });

  test('a service that joins late hears everything from the start', async () => {
    const counted = await stage().fact();
    const publisher = (await stage().bus()).publisher({ service: 'tests' });
    stage().onClose(() => publisher.close());
    await publishCounts(publisher, counted, [
      ['a', 1],
      ['b', 1],
      ['a', 2],
    ]);
    const receiver = await stage().service('receiver', counted);
    await eventually(async () => expect(await heard(receiver.database.transactions)).toEqual({ a: [1, 2], b: [1] }));
  });

  test('a topic that is replayed into an empty database gives the same state', async () => {
    const counted = await stage().fact();
    const sender = await stage().database();
    const first = await stage().service('receiver', counted);
    await relay(stage(), first, sender);
    await Promise.all(upTo(3).map((writer) => writeInEveryOrder(sender, counted, ['a', 'b', 'c'], 10, writer)));
    const everything = { a: upTo(30), b: upTo(30), c: upTo(30) };
    await eventually(async () => expect(await heard(first.database.transactions)).toEqual(everything));
    await expect(first.bus.rewind({ service: first.service, topics: [counted.topic] })).rejects.toThrow('is listening');
    await first.close();

    await first.bus.rewind({ service: first.service, topics: [counted.topic] });
    const again = await stage().service('receiver', counted);
    await eventually(async () => expect(await heard(again.database.transactions)).toEqual(everything));
    expect(again.server.counts()).toMatchObject({ handled: 90, duplicates: 0, outOfOrder: 0 });
  });

  test('types that nobody reacts to are skipped and counted', async () => {
    const counted = await stage().fact();
    const receiver = await stage().service('receiver', counted);
    const other = { ...counted('a', { n: 7 }), type: `${counted.topic}.uncounted.v1` };
    await stage().publish(receiver.bus, [messageOf(other), messageOf(counted('a', { n: 1 }))]);
    await eventually(async () => expect(await heard(receiver.database.transactions)).toEqual({ a: [1] }));
    expect(receiver.server.counts()).toMatchObject({ handled: 1, skipped: 1, parked: 0 });
  });
}

/** A relay from the outbox of this database to the bus of that service. */
export async function relay(stage: Stage, { bus }: TestService, sender: TestDatabase): Promise<Relay> {
  const publisher = bus.publisher({ service: 'sender' });
  const notes = new Notes();
  const telling = new Relay({ service: 'sender', connection: sender.source, publisher, logger: notes, standbyMs: 100 });
  stage.onClose(async () => {
    await telling.stop();
    await publisher.close();
  });
  await telling.start();
  return telling;
}

/**
 * Writers that draw their transaction id before they wait for the row, as a reaction does that writes its inbox first,
 * while others hold theirs open: the order of transactions is then not the order of the key.
 */
async function writeInEveryOrder(
  sender: TestDatabase,
  counted: FactDefinition<Count>,
  keys: readonly string[],
  times: number,
  writer: number,
): Promise<void> {
  for (const turn of upTo(times)) {
    for (const [place] of keys.entries()) {
      const key = keys[(place + writer) % keys.length] ?? '';
      await sender.transactions(async (tx) => {
        if ((turn + writer) % 2 === 0) await tx.query('select pg_current_xact_id()');
        await count((work) => work(tx), counted, key);
        if ((turn + writer) % 5 === 0) await tx.query('select pg_sleep(0.01)');
      });
    }
  }
}
