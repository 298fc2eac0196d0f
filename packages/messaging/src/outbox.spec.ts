import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { fact } from '@xibu/domain';
import type { QueryRunner } from 'typeorm';
import { asSomebody, type Count, count, noon, upTo } from './contract/counting.js';
import { openTestDatabase, type TestDatabase } from './contract/test-database.js';
import { moveCursor, type Query, readBatch, readCursor, readLag, readNext } from './outbox.js';
import { record } from './record.js';

const Counted = fact<Count>('tests.outbox.counted.v1');
const start = { xid: '0', id: '0' };

let database: TestDatabase;
let query: Query;
const open: TestDatabase[] = [];

beforeEach(async () => {
  database = await openTestDatabase();
  open.push(database);
  query = (sql, values) => database.source.query(sql, values);
});

afterAll(async () => {
  for (const each of open) await each.close();
});

/** A transaction that a test holds open as long as it likes. */
async function begin(): Promise<QueryRunner> {
  const runner = database.source.createQueryRunner();
  await runner.connect();
  await runner.startTransaction();
  return runner;
}

async function commit(runner: QueryRunner): Promise<void> {
  await runner.commitTransaction();
  await runner.release();
}

/** Reads to the end as a relay does, with this query, and answers the keys it has seen. */
async function tell(
  sql: string,
  cursor: { xid: string; id: string },
  seen: string[],
): Promise<{ xid: string; id: string }> {
  const rows = (await query(sql, [cursor.xid, cursor.id, 500])) as { xid: string; id: string; key: string }[];
  seen.push(...rows.map(({ key }) => key));
  const last = rows.at(-1);
  return last ? { xid: last.xid, id: last.id } : cursor;
}

const withoutRule = readNext.replace('and o.xid < pg_snapshot_xmin(pg_current_snapshot())', '');
const byIdAlone = withoutRule
  .replace('(o.xid, o.id) > ($1::xid8, $2::bigint)', '($1::xid8 is not null and o.id > $2::bigint)')
  .replace('order by o.xid, o.id', 'order by o.id');

test('the mutants differ from the query', () => {
  expect(new Set([readNext, withoutRule, byIdAlone]).size).toBe(3);
  expect(withoutRule).not.toContain('xmin');
  expect(byIdAlone).toContain('order by o.id limit');
});

test.each([
  ['the query of the relay', readNext, ['late', 'early']],
  ['a mutant that does not ask who is still writing', withoutRule, ['early']],
  ['a mutant that goes by ids alone', byIdAlone, ['early']],
])('of a transaction that began first and committed last: %s', async (_who, sql, expected) => {
  const seen: string[] = [];
  const late = await begin();
  await count((work) => work(late.manager), Counted, 'late');
  await count(database.transactions, Counted, 'early');
  const cursor = await tell(sql, start, seen);
  await commit(late);
  await tell(sql, cursor, seen);
  expect(seen).toEqual(expected);
});

test('an earlier fact of the same key goes out before a later one of an older writer', async () => {
  const older = await begin();
  await older.query('select pg_current_xact_id()');
  const between = await begin();
  await between.query('select pg_current_xact_id()');
  await count(database.transactions, Counted, 'a');
  await count(database.transactions, Counted, 'b');
  await count((work) => work(older.manager), Counted, 'a');
  await commit(older);

  // Only the oldest writer is safe to read; what it overtook comes along, and nothing else does.
  const first = await readBatch(query, start, 500);
  expect(first?.rows.map(({ key, data }) => [key, JSON.parse(data).n])).toEqual([
    ['a', 1],
    ['a', 2],
  ]);
  expect(first?.end).toEqual({ xid: first?.rows[1]?.xid, id: first?.rows[1]?.id });
  await commit(between);
  const second = await readBatch(query, first?.end ?? start, 500);
  expect(second?.rows.map(({ key, data }) => [key, JSON.parse(data).n])).toEqual([
    ['a', 1],
    ['b', 1],
  ]);
});

test('batches end where they are told to and go on without a gap', async () => {
  for (const n of upTo(2)) {
    const numbers = upTo(60).map((m) => Counted('a', { n: (n - 1) * 60 + m }));
    await asSomebody(() => database.transactions((tx) => record(tx, noon, ...numbers)));
  }
  const seen: number[] = [];
  let cursor = start;
  for (let batch = await readBatch(query, cursor, 7); batch; batch = await readBatch(query, cursor, 7)) {
    expect(batch.rows.length).toBeLessThanOrEqual(7);
    seen.push(...batch.rows.map(({ data }) => (JSON.parse(data) as Count).n));
    cursor = batch.end;
  }
  expect(seen).toEqual(upTo(120));
});

test('the cursor moves only from where it was thought to be', async () => {
  const here = await readCursor(query);
  expect(await moveCursor(query, here, { xid: '5', id: '7' })).toBe(true);
  expect(await moveCursor(query, here, { xid: '6', id: '9' })).toBe(false);
  expect(await readCursor(query)).toEqual({ xid: '5', id: '7' });
});

test('the lag is what lies after the cursor', async () => {
  expect(await readLag(query)).toEqual({ rows: 0, oldestSeconds: 0 });
  for (const _ of upTo(3)) await count(database.transactions, Counted, 'a');
  expect((await readLag(query)).rows).toBe(3);
  expect((await readLag(query)).oldestSeconds).toBeGreaterThan(0);
  const batch = await readBatch(query, start, 2);
  await moveCursor(query, start, batch?.end ?? start);
  expect((await readLag(query)).rows).toBe(1);
});

test.each(['update outbox set type = type', 'delete from outbox', 'truncate outbox'])(
  'refuses to %s',
  async (change) => {
    await count(database.transactions, Counted, 'a');
    await expect(query(change)).rejects.toThrow('append-only');
    expect((await readLag(query)).rows).toBe(1);
  },
);

const days = async (): Promise<string[]> => {
  const rows = (await query(
    `select right(relname, 8) as day from pg_class where relname ~ '^outbox_[0-9]{8}$' order by 1`,
  )) as { day: string }[];
  return rows.map(({ day }) => day);
};

test('a table is made for each of the days to come, and once', async () => {
  const before = await days();
  expect(before).toHaveLength(4);
  await query('select outbox_keep(5, 14)');
  await query('select outbox_keep(5, 14)');
  expect(await days()).toHaveLength(6);
  expect((await days()).slice(0, 4)).toEqual(before);
});

test('a day leaves when it is old and all of it was told, and not before', async () => {
  await query(`create table outbox_20230701 partition of outbox for values from ('2023-07-01') to ('2023-07-02')`);
  await query(
    `insert into outbox (recorded_at, fact_id, topic, type, key, at, data, actor, correlation)
     values ('2023-07-01T12:00:00Z', gen_random_uuid(), 't.o', 't.o.p.v1', 'a', now(), '{}', 'x', 'y')`,
  );
  await query('select outbox_keep(1, 14)');
  expect(await days()).toContain('20230701');
  const batch = await readBatch(query, start, 500);
  await moveCursor(query, start, batch?.end ?? start);
  await query('select outbox_keep(1, 14)');
  expect(await days()).not.toContain('20230701');
  expect(await days()).toHaveLength(4);
});

test('a day without a table loses nothing: its rows have a place until they were told', async () => {
  const today = (await days())[0];
  await query(`drop table outbox_${today}`);
  await count(database.transactions, Counted, 'a');
  await query('select outbox_keep(3, 14)');
  expect(await days()).not.toContain(today);
  expect((await readBatch(query, start, 500))?.rows).toHaveLength(1);
});

test('a database restored from a dump tells what it had not told, and what is recorded from then on', async () => {
  const high = '1000000000000';
  const old = (key: string, xid: string): Promise<unknown> =>
    query(
      `insert into outbox (xid, horizon, fact_id, topic, type, key, at, data, actor, correlation)
       values ('${xid}', '${xid}', gen_random_uuid(), 't.o', 't.o.p.v1', '${key}', now(), '{}', 'x', 'y')`,
    );
  await old('told', '7');
  await old('told', high);
  await old('untold', `${BigInt(high) + 1n}`);
  await query(`update outbox_cursor set xid = '${high}', id = 2`);
  await count(database.transactions, Counted, 'new');
  expect(await readBatch(query, await readCursor(query), 500)).toBeNull();

  expect(await query('select outbox_adopt() as adopted')).toEqual([{ adopted: true }]);
  expect(await query('select outbox_adopt() as adopted')).toEqual([{ adopted: false }]);
  const batch = await readBatch(query, await readCursor(query), 500);
  expect(batch?.rows.map(({ key }) => key)).toEqual(['untold', 'new']);
  await expect(query('truncate outbox')).rejects.toThrow('append-only');
});

test('a fact that is recorded at the same moment is not taken for one of a restored database', async () => {
  await count(database.transactions, Counted, 'told');
  const holder = await begin();
  await holder.query('lock table outbox_cursor in access exclusive mode');
  const adopted = query('select outbox_adopt() as adopted');
  const waits = `select count(*)::int n from pg_locks where not granted and relation = 'outbox_cursor'::regclass`;
  for (let waiting = 0; waiting === 0; ) [{ n: waiting }] = (await query(waits)) as [{ n: number }];
  await count(database.transactions, Counted, 'new');
  await commit(holder);
  expect(await adopted).toEqual([{ adopted: false }]);
  expect(await query('select key from outbox order by id')).toEqual([{ key: 'told' }, { key: 'new' }]);
});
