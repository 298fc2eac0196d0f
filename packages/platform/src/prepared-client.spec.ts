import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { PreparedClient } from './prepared-client.js';
import { notes } from './sample-service.js';
import { type TestDatabase, testDatabase } from './testing.js';

let db: TestDatabase;
let client: PreparedClient;

beforeAll(async () => {
  db = await testDatabase(notes);
  client = new PreparedClient({ connectionString: db.ownerUrl });
  await client.connect();
  await client.query('create table tally (n int primary key)');
});
afterAll(async () => {
  await client.end();
  await db.close();
});
beforeEach(() => client.query('truncate tally'));

const rowsOf = async (text: string, values?: unknown[]): Promise<unknown[]> => {
  const { rows }: { rows: unknown[] } = await client.query(text, values);
  return rows;
};
const tallied = () => rowsOf('select n from tally order by n');

test('a statement is prepared when it comes for the second time, and answers alike each time', async () => {
  for (const n of [1, 2, 3]) expect(await rowsOf('select $1::int + 1 as n', [n])).toEqual([{ n: n + 1 }]);
  const kept = 'select statement from pg_prepared_statements';
  expect(await rowsOf(kept)).toEqual([{ statement: 'select $1::int + 1 as n' }]);
});

test('a statement that is sent later travels with the next one, before it, and only the next one is answered', async () => {
  client.later('insert into tally values ($1)', [1]);
  client.later('insert into tally values ($1)', [2]);
  expect(await rowsOf('select count(*)::int as n from tally')).toEqual([{ n: 2 }]);
  expect(await rowsOf('select count(*)::int as n from tally')).toEqual([{ n: 2 }]);
});

test('the start of a transaction travels with its first statement', async () => {
  await client.query('START TRANSACTION');
  client.later('insert into tally values ($1)', [1]);
  await client.query('insert into tally values ($1)', [2]);
  await client.query('ROLLBACK');
  expect(await tallied()).toEqual([]);
  await client.query('START TRANSACTION');
  await client.query('COMMIT');
});

test('a commit fails when what travels with it does, and nothing of the transaction stays', async () => {
  await client.query('START TRANSACTION');
  await client.query('insert into tally values ($1)', [1]);
  client.later('insert into tally values ($1)', [1]);
  await expect(client.query('COMMIT')).rejects.toThrow('duplicate key');
  expect(await tallied()).toEqual([]);
});

test('a failure is told to the statement it belongs to, and the connection goes on', async () => {
  const together = [client.query('select 1 as n'), client.query('select 1/0'), client.query('select 2 as n')];
  const answers = await Promise.allSettled(together);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await rowsOf('select 3 as n')).toEqual([{ n: 3 }]);
});

test('a connection that is cut fails what is asked on it, and ends nothing else', async () => {
  const cut = new PreparedClient({ connectionString: db.ownerUrl });
  await cut.connect();
  const { rows }: { rows: { pid: number }[] } = await cut.query('select pg_backend_pid() as pid');
  await client.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
  await expect(cut.query('select pg_sleep(5)')).rejects.toThrow();
  await expect(cut.query('select 1')).rejects.toThrow();
  expect(await rowsOf('select 1 as n')).toEqual([{ n: 1 }]);
});
