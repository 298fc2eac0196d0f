import { expect, test } from '@jest/globals';
import type { Received } from '@xibu/domain';
import { currentContext, withContext } from '../context.js';
import type { Handler } from '../reactions.js';
import { record } from '../record.js';
import { type Count, count, hear, heard, messageOf, noon, publishCounts, upTo } from './counting.js';
import { eventually, gate } from './eventually.js';
import type { Stage } from './harness.js';
import { relay } from './order.contract.js';

/** Groups that change, health, and the history that facts carry. */
export function lives(stage: () => Stage): void {
  rebalances(stage);
  tellsItsHealth(stage);
  carriesHistory(stage);
}

function rebalances(stage: () => Stage): void {
  test('members that come and go during the work lose nothing, double nothing and keep the order', async () => {
    const counted = await stage().fact();
    const database = await stage().database();
    const slow: Handler = async (fact, tx) => {
      await hear({ ...fact, data: fact.data as Count }, tx);
      await tx.query('select pg_sleep(0.002)');
    };
    const join = () => stage().service('receiver', counted, { database, handler: slow });
    const first = await join();
    const publisher = first.bus.publisher({ service: 'tests' });
    stage().onClose(() => publisher.close());
    const keys = upTo(9).map((n) => `key-${n}`);
    let published = 0;
    const publish = async (): Promise<void> => {
      for (const n of upTo(15))
        await publishCounts(
          publisher,
          counted,
          keys.map((key) => [key, published + n]),
        );
      published += 15;
    };

    await publish();
    const [second] = await Promise.all([join(), publish()]);
    const [third] = await Promise.all([join(), publish()]);
    await Promise.all([first.close(), publish()]);
    await Promise.all([second.close(), publish()]);
    const everything = Object.fromEntries(keys.map((key) => [key, upTo(75)]));
    await eventually(async () => expect(await heard(database.transactions)).toEqual(everything), 30_000);
    const handled = [first, second, third].map(({ server }) => server.counts().handled);
    expect(handled.reduce((sum, some) => sum + some)).toBe(675);
    expect(Math.min(...handled)).toBeGreaterThan(0);
    expect([first, second, third].map(({ server }) => server.counts().outOfOrder)).toEqual([0, 0, 0]);
  });
}

function tellsItsHealth(stage: () => Stage): void {
  test('a consumer whose reaction never ends is unwell although its process lives, and well again after it', async () => {
    const counted = await stage().fact();
    const wedge = gate();
    const handler: Handler = async (fact, tx) => {
      await wedge.passed;
      await hear({ ...fact, data: fact.data as Count }, tx);
    };
    const { bus, database, server } = await stage().service('receiver', counted, { handler, stalledAfterMs: 400 });
    await eventually(() => expect(server.health()).toEqual({ ok: true, lagByTopic: { [counted.topic]: 0 } }));
    await stage().publish(bus, [messageOf(counted('a', { n: 1 })), messageOf(counted('a', { n: 2 }))]);
    await eventually(() =>
      expect(server.health()).toMatchObject({
        ok: false,
        reason: expect.stringContaining('none was settled'),
        lagByTopic: { [counted.topic]: 2 },
      }),
    );
    wedge.open();
    await eventually(async () => expect(await heard(database.transactions)).toEqual({ a: [1, 2] }));
    await eventually(() => expect(server.health()).toEqual({ ok: true, lagByTopic: { [counted.topic]: 0 } }));
  });

  test('work that takes longer than the patience of the group is not taken away and not done twice', async () => {
    const counted = await stage().fact();
    let tries = 0;
    const handler: Handler = async (fact, tx) => {
      tries++;
      await hear({ ...fact, data: fact.data as Count }, tx);
      await tx.query('select pg_sleep(3)');
    };
    const { bus, database } = await stage().service('receiver', counted, { handler });
    await stage().publish(bus, [messageOf(counted('a', { n: 1 }))]);
    await eventually(async () => expect(await heard(database.transactions)).toEqual({ a: [1] }));
    expect(tries).toBe(1);
  });
}

function carriesHistory(stage: () => Stage): void {
  test('a fact says who decided and in which chain; what a reaction records names that fact as its cause', async () => {
    const [asked, answered] = [await stage().fact(), await stage().fact()];
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const sender = await stage().database();
    const seen: Received[] = [];
    const answering: Handler = async (fact, tx) => {
      seen.push(fact);
      expect(currentContext().traceparent).toBe(traceparent);
      await record(tx, noon, answered(fact.key, { n: 2 }));
    };
    const middle = await stage().service('middle', asked, { handler: answering });
    const last = await stage().service('last', answered, {
      handler: async (fact) => {
        seen.push(fact);
      },
    });
    await relay(stage(), middle, sender);
    await relay(stage(), last, middle.database);
    await withContext({ actor: 'account-7', correlation: 'request-9', causation: null, traceparent }, () =>
      sender.transactions((tx) => record(tx, noon, asked('a', { n: 1 }))),
    );
    await eventually(() => expect(seen).toHaveLength(2));
    expect(seen[0]).toMatchObject({ type: asked.type, key: 'a', data: { n: 1 }, at: '2023-07-01T12:00:00.000+08:00' });
    expect(seen[0]).toMatchObject({ actor: 'account-7', correlation: 'request-9', causation: null });
    expect(seen[1]).toMatchObject({
      type: answered.type,
      actor: middle.service,
      correlation: 'request-9',
      causation: seen[0]?.id,
    });
  });

  test('a fact of a transaction that is rolled back is never told', async () => {
    const counted = await stage().fact();
    const sender = await stage().database();
    const receiver = await stage().service('receiver', counted);
    await relay(stage(), receiver, sender);
    const undone = sender.transactions(async (tx) => {
      await count((work) => work(tx), counted, 'a');
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await count(sender.transactions, counted, 'b');
    await eventually(async () => expect(await heard(receiver.database.transactions)).toEqual({ b: [1] }));
    expect(receiver.server.counts().handled).toBe(1);
  });
}
