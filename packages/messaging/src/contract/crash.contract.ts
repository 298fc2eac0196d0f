import { expect, test } from '@jest/globals';
import type { Handler } from '../reactions.js';
import { type Count, count, hear, heard, messageOf, upTo } from './counting.js';
import { type DieAt, type Drill, startDrill } from './drill-runner.js';
import { eventually } from './eventually.js';
import { listen, type Stage } from './harness.js';
import { relay } from './order.contract.js';

/** What is left when something dies half-way. */
export function survives(stage: () => Stage): void {
  losesNothingInside(stage);
  comesBack(stage);
  losesNothingToSigkill(stage);
}

function losesNothingInside(stage: () => Stage): void {
  test('a reaction whose connection dies before the commit leaves neither effect nor inbox row', async () => {
    const counted = await stage().fact();
    let deaths = 2;
    const left: number[] = [];
    const handler: Handler = async (fact, tx) => {
      await hear({ ...fact, data: fact.data as Count }, tx);
      if (deaths-- <= 0) return;
      const [traces] = await database.source.query(
        'select (select count(*) from heard)::int + (select count(*) from inbox)::int as n',
      );
      left.push(traces.n);
      await tx.query('select pg_terminate_backend(pg_backend_pid())');
    };
    const { bus, database, server } = await stage().service('receiver', counted, {
      handler,
      attempts: 1,
      listening: false,
    });
    await listen(server);
    await stage().publish(bus, [messageOf(counted('a', { n: 1 }))]);
    await eventually(async () => expect(await heard(database.transactions)).toEqual({ a: [1] }));
    // An outage says nothing about the fact: it was tried again although one failed try would have parked it.
    expect(left).toEqual([0, 0]);
    expect(server.counts()).toMatchObject({ handled: 1, parked: 0 });
    expect(await database.source.query('select * from inbox')).toHaveLength(1);
  });

  test('a reaction that was committed and whose offset was not has no second effect when it comes again', async () => {
    const counted = await stage().fact();
    const first = await stage().service('receiver', counted);
    await stage().publish(
      first.bus,
      upTo(5).map((n) => messageOf(counted('a', { n }))),
    );
    await eventually(async () => expect(await heard(first.database.transactions)).toEqual({ a: upTo(5) }));
    await first.close();

    await first.bus.rewind({ service: first.service, topics: [counted.topic] });
    const again = await stage().service('receiver', counted, { database: first.database });
    await eventually(() => expect(again.server.counts().duplicates).toBe(5));
    expect(await heard(first.database.transactions)).toEqual({ a: upTo(5) });
  });
}

function comesBack(stage: () => Stage): void {
  test('a bus and databases that lose every connection and come back lose nothing and double nothing', async () => {
    const counted = await stage().fact();
    const sender = await stage().database();
    const receiver = await stage().service('receiver', counted);
    await relay(stage(), receiver, sender);
    const keys = ['a', 'b', 'c'];
    const write = async (): Promise<void> => {
      for (const _ of upTo(10)) for (const key of keys) await count(sender.transactions, counted, key);
    };
    await write();
    await eventually(() => expect(receiver.server.counts().handled).toBeGreaterThan(0));
    const restarted = stage().harness.restart();
    await write();
    await restarted;
    await write();
    for (const { source } of [sender, receiver.database]) {
      await source.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
    }
    await eventually(() => write());
    const counters = (await sender.source.query('select key, n from counter')) as (Count & { key: string })[];
    const everything = Object.fromEntries(counters.map(({ key, n }) => [key, upTo(n)]));
    await eventually(async () => expect(await heard(receiver.database.transactions)).toEqual(everything), 30_000);
    expect(await receiver.database.source.query('select * from parked')).toEqual([]);
    await eventually(() => expect(receiver.server.health()).toMatchObject({ ok: true }));
  }, 60_000);
}

const relayDeaths: DieAt[] = ['before-publish', 'after-publish', 'after-cursor'];
const consumerDeaths: DieAt[] = ['before-commit', 'after-commit', 'after-offset'];

function losesNothingToSigkill(stage: () => Stage): void {
  test('relay and consumer that are killed between any two steps lose nothing and double nothing', async () => {
    const counted = await stage().fact();
    const [sender, receiver] = [await stage().database(), await stage().database()];
    const config = stage().harness.config();
    const keys = ['a', 'b', 'c'];
    const write = async (): Promise<void> => {
      for (const _ of upTo(5)) for (const key of keys) await count(sender.transactions, counted, key);
    };
    const shared = { config, service: `${counted.topic}.drill`, type: counted.type };
    const relayProcess = (dieAt: DieAt | null) =>
      startDrill({ ...shared, role: 'relay', databaseUrl: sender.url, dieAt });
    const consumerProcess = (dieAt: DieAt | null) =>
      startDrill({ ...shared, role: 'consumer', databaseUrl: receiver.url, dieAt });

    await write();
    await Promise.all([
      dieOneAfterTheOther(relayDeaths, relayProcess, write),
      dieOneAfterTheOther(consumerDeaths, consumerProcess, write),
    ]);
    const survivors = [relayProcess(null), consumerProcess(null)];
    for (const drill of survivors) stage().onClose(() => drill.kill());
    await write();
    const n = ((await sender.source.query(`select n from counter where key = 'a'`)) as Count[])[0]?.n ?? 0;
    expect(n).toBe(40);
    await eventually(
      async () => expect(await heard(receiver.transactions)).toEqual({ a: upTo(n), b: upTo(n), c: upTo(n) }),
      30_000,
    );
    expect(await receiver.source.query('select * from parked')).toEqual([]);
    expect(await receiver.source.query('select * from inbox')).toHaveLength(3 * n);
  }, 90_000);
}

async function dieOneAfterTheOther(
  deaths: readonly DieAt[],
  start: (dieAt: DieAt) => Drill,
  write: () => Promise<void>,
): Promise<void> {
  for (const dieAt of deaths) {
    const drill = start(dieAt);
    await write();
    expect(await drill.died).toBe('SIGKILL');
  }
}
