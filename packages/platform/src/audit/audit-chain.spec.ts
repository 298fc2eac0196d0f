import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { notes } from '../sample-service.js';
import { actorOf, as, type TestDatabase, testDatabase } from '../testing.js';
import { sealAudit, verifyAudit } from './audit-chain.js';

let db: TestDatabase;
let owner: DataSource;
beforeAll(async () => {
  db = await testDatabase(notes);
  owner = await new DataSource({ type: 'postgres', url: db.ownerUrl, poolSize: 1 }).initialize();
});
afterAll(async () => {
  await owner.destroy();
  await db.close();
});

const actor = actorOf('county.officer', { division: 152201, account: 'officer-1' });
const write = (sql: string) => as(actor, () => db.database.transaction((tx) => tx.query(sql)));
const seal = () => db.database.asService(sealAudit);
const verify = () => db.database.asService(verifyAudit);

test('every change is kept with who, before and after; nothing is kept of what did not change', async () => {
  await write(`insert into note (id, division, text) values ('01890000-0000-7000-8000-00000000000a', 152201, 'one')`);
  await write(`update note set text = 'two'`);
  await write(`update note set text = 'two'`);
  const entries = await db.query<object>(
    `select account, action, change, before ->> 'text' "before", after ->> 'text' "after" from audit_entry order by id`,
  );
  expect(entries).toEqual([
    { account: 'officer-1', action: 'test', change: 'insert', before: null, after: 'one' },
    { account: 'officer-1', action: 'test', change: 'update', before: 'one', after: 'two' },
  ]);
});

test('the chain takes every entry once, and verifies', async () => {
  expect(await seal()).toBe(2);
  expect(await seal()).toBe(0);
  expect(await verify()).toEqual({ intact: true, linked: 2, waiting: 0 });
});

test('an entry that is committed after a later one is not left out', async () => {
  const slow = db.source.createQueryRunner();
  await slow.connect();
  await slow.startTransaction();
  await slow.query(
    `select set_config('xibu.division_from', '0', true), set_config('xibu.division_to', '999999', true)`,
  );
  await slow.query(`update note set text = 'slow' where division = 152201`);
  await write(`insert into note (id, division) values (gen_random_uuid(), 152201)`);
  expect(await seal()).toBe(0);
  await slow.commitTransaction();
  await slow.release();
  expect(await seal()).toBe(2);
  expect(await verify()).toMatchObject({ intact: true, linked: 4 });
});

test.each([
  [
    'a changed entry',
    `update audit_entry set after = '{}' where id = (select entry_id from audit_link where seq = 2)`,
    2,
    'changed',
  ],
  ['a removed link', 'delete from audit_link where seq = 3', 3, 'missing'],
  ['a changed hash', `update audit_link set hash = 'x' where seq = 1`, 1, 'changed'],
])('%s is found, and its place is named', async (_, tampering, seq, reason) => {
  await owner.query('begin');
  await owner.query('alter table audit_entry disable trigger user');
  await owner.query('alter table audit_link disable trigger user');
  await owner.query(tampering);
  // Seen from within the same transaction, so that each tampering is undone again.
  const verdict = await verifyAudit(owner.manager);
  await owner.query('rollback');
  expect(verdict).toMatchObject({ intact: false, broken: { seq, reason: expect.stringContaining(reason) } });
});

test('the service itself can neither change nor remove what it has written', async () => {
  await expect(db.query(`update audit_entry set account = 'x'`)).rejects.toThrow(/permission denied|append-only/);
  await expect(db.query('delete from audit_link')).rejects.toThrow(/permission denied|append-only/);
});

test('in a database restored from a dump the chain takes what was not linked, and goes on', async () => {
  const restored = await testDatabase(notes);
  const ours = await new DataSource({ type: 'postgres', url: restored.ownerUrl, poolSize: 1 }).initialize();
  const insert = `insert into note (id, division) values (gen_random_uuid(), 152201)`;
  const note = () => as(actor, () => restored.database.transaction((tx) => tx.query(insert)));
  const setXid = async (which: string, xid: string) => {
    await ours.query('alter table audit_entry disable trigger user');
    await ours.query(`update audit_entry set xid = ${xid} where id = (select ${which}(id) from audit_entry)`);
    await ours.query('alter table audit_entry enable trigger user');
  };
  const sealed = () => restored.database.asService(sealAudit);
  await note();
  await setXid('max', `'1000000000000'`);
  expect(await sealed()).toBe(1);
  await note();
  await setXid('max', `'2000000000000'`);
  await note();
  expect(await sealed()).toBe(1);
  expect(await sealed()).toBe(1);
  expect(await restored.database.asService(verifyAudit)).toEqual({ intact: true, linked: 3, waiting: 0 });
  // Years later the ids of the new server pass one of the former: its entry is not linked a second time.
  await setXid('min', 'pg_current_xact_id()');
  await note();
  expect(await sealed()).toBe(1);
  await ours.destroy();
  await restored.close();
});
