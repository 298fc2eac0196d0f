import { EventEmitter, once } from 'node:events';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Actor, Refusal } from '@xibu/domain';
import type { Tx } from '@xibu/messaging';
import type { Asked } from './database.js';
import type { RequestContext } from './request-context.js';
import { notes } from './sample-service.js';
import { actorOf, as, type TestDatabase, testDatabase } from './testing.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase(notes);
});
afterAll(() => db.close());

const id = (at: number) => `01890000-0000-7000-8000-00000000000${at}`;
beforeEach(async () => {
  await db.query('delete from note');
  await db.query(`insert into note (id, division, account, text) select unnest($1::uuid[]), 152201, 'owner', 'old'`, [
    [0, 1, 2, 3].map(id),
  ]);
});

const [wulan, bao] = [actorOf('person', { account: 'wulan' }), actorOf('person', { account: 'bao' })];

function asked(row: number, actor: Actor, key?: { key: string; digest: string }): Asked<string> {
  const request: RequestContext = {
    ...{
      actor,
      correlation: `correlation-${row}`,
      traceparent: null,
      language: 'zh' as const,
      action: `change ${row}`,
    },
    idempotency: key ? { ...key, step: 0 } : null,
  };
  return { request, row: id(row), content: `text ${row}` };
}

/** Writes the text of each into its row, all in one statement; `no` refuses its request. */
async function write(tx: Tx, fresh: readonly Asked<string>[]): Promise<(string | Refusal)[]> {
  const good = fresh.filter(({ content }) => content !== 'no');
  await tx.query(
    'update note n set text = w.text from unnest($1::uuid[], $2::text[]) as w (id, text) where n.id = w.id',
    [good.map(({ row }) => row), good.map(({ content }) => content)],
  );
  return fresh.map(({ content }) => (content === 'no' ? new Refusal('reason.missing') : content));
}

const texts = async () =>
  (await db.query<{ text: string }>('select text from note order by id')).map(({ text }) => text);

test('many requests are one transaction, and the audit trail names who changed which row, by which request', async () => {
  await db.database.together([asked(0, wulan), asked(1, bao), asked(2, bao)], write);
  const entries = await db.query(
    `select row_id, account, action, correlation, before ->> 'text' before, after ->> 'text' after from audit_entry
     where change = 'update' order by row_id`,
  );
  expect(entries).toEqual(
    [wulan, bao, bao].map(({ account }, at) => ({
      ...{ row_id: id(at), account, action: `change ${at}`, correlation: `correlation-${at}` },
      ...{ before: 'old', after: `text ${at}` },
    })),
  );
  const writers = await db.query('select distinct xmin from note where text <> $1', ['old']);
  expect(writers).toHaveLength(1);
});

test('a row that nobody is named for bears the name of the service', async () => {
  const change = (tx: Tx) => tx.query(`update note set text = 'all'`).then(() => ['done']);
  await db.database.together([asked(3, wulan)], change);
  const who = await db.query(
    `select distinct account from audit_entry where after ->> 'text' = 'all' order by account`,
  );
  expect(who).toEqual([{ account: 'service:notes' }, { account: 'wulan' }]);
});

test('a statement that changes one row or none leaves one entry or none', async () => {
  const entries = () =>
    db.query(`select from audit_entry where after ->> 'text' in ('one', 'old') and change = 'update'`);
  const change = (text: string) =>
    as(actorOf('county.officer', { division: 152201 }), () =>
      db.database.transaction((tx) => tx.query('update note set text = $1 where id = $2', [text, id(0)])),
    );
  await change('old');
  expect(await entries()).toHaveLength(0);
  await change('one');
  expect(await entries()).toHaveLength(1);
});

test('each has its own key: the kept answer comes again, another content is refused, neighbours are done', async () => {
  const key = (name: string, digest = 'd') => ({ key: name, digest });
  const first = await db.database.together([asked(0, wulan, key('key-0')), asked(1, bao, key('key-1'))], write);
  expect(first).toEqual(['text 0', 'text 1']);
  let fresh: readonly Asked<string>[] = [];
  const again = await db.database.together(
    [
      asked(0, wulan, key('key-0')),
      asked(1, bao, key('key-1', 'other')),
      // The key belongs to its account: the same one of somebody else is another.
      asked(2, bao, key('key-0')),
      asked(3, bao),
    ],
    (tx, rest) => {
      fresh = rest;
      return write(tx, rest);
    },
  );
  expect(again).toEqual(['text 0', expect.objectContaining({ code: 'idempotency.key-reused' }), 'text 2', 'text 3']);
  expect(fresh.map(({ row }) => row)).toEqual([id(2), id(3)]);
});

test('of two with one key and different contents only one takes it', async () => {
  const both = [asked(0, wulan, { key: 'key-x', digest: 'a' }), asked(1, wulan, { key: 'key-x', digest: 'b' })];
  const answers = await db.database.together(both, write);
  expect(answers.filter((answer) => answer instanceof Refusal)).toHaveLength(1);
  expect((await texts()).filter((text) => text !== 'old')).toHaveLength(1);
});

test('what is refused gives its key back; what was done beside it stays', async () => {
  const no = { ...asked(0, wulan, { key: 'key-no', digest: 'd' }), content: 'no' };
  const answers = await db.database.together([no, asked(1, bao, { key: 'key-yes', digest: 'd' })], write);
  expect(answers).toEqual([expect.objectContaining({ code: 'reason.missing' }), 'text 1']);
  expect(await texts()).toEqual(['old', 'text 1', 'old', 'old']);
  expect(await db.database.together([asked(0, wulan, { key: 'key-no', digest: 'e' })], write)).toEqual(['text 0']);
});

test('a fault undoes all, the keys too', async () => {
  const fail = async (tx: Tx, fresh: readonly Asked<string>[]) => {
    await write(tx, fresh);
    throw new Error('the disk is full');
  };
  const both = () => [asked(0, wulan, { key: 'key-f', digest: 'd' }), asked(1, bao)];
  await expect(db.database.together(both(), fail)).rejects.toThrow('the disk is full');
  expect(await texts()).toEqual(['old', 'old', 'old', 'old']);
  expect(await db.database.together(both(), write)).toEqual(['text 0', 'text 1']);
});

test('a key that is at work elsewhere is waited for, and its answer is the answer', async () => {
  const key = { key: 'key-slow', digest: 'd' };
  const signs = new EventEmitter();
  const claimed = once(signs, 'claimed');
  const work = async (): Promise<string> => {
    const released = once(signs, 'released');
    signs.emit('claimed');
    await released;
    return 'slow';
  };
  const slow = as(wulan, () => db.database.transaction(work), key);
  await claimed;
  const other = db.database.together([asked(0, wulan, key)], write);
  signs.emit('released');
  expect(await other).toEqual(['slow']);
  expect(await slow).toBe('slow');
});
