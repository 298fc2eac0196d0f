import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isOutage } from '@xibu/messaging';
import { startTcpProxy, type TcpProxy } from '@xibu/testing';
import type { DataSource } from 'typeorm';
import { openSource } from './open-source.js';

let line: TcpProxy;
let source: DataSource;

beforeAll(async () => {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  line = await startTcpProxy({ to: Number(url.port), noticedAfterMs: 100 });
  url.port = String(line.port);
  source = await openSource(url.href, { poolSize: 2, statementMs: 200, waitMs: 500, graceMs: 300 });
});
afterAll(async () => {
  await source.destroy();
  await line.stop();
});

async function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'no failure',
    (error: unknown) => error,
  );
}

test('PostgreSQL ends a statement that takes too long, and the connection is used again', async () => {
  await expect(source.query('select pg_sleep(5)')).rejects.toMatchObject({ driverError: { code: '57014' } });
  expect(await source.query('select 1 as n')).toEqual([{ n: 1 }]);
});

test('connections that fell silent are an outage, are given up, and others take their place', async () => {
  const { pid } = (await source.query('select pg_backend_pid() pid'))[0];
  line.set({ lost: 'both' });
  const failures = await Promise.all([
    failure(source.transaction((tx) => tx.query('select 1'))),
    failure(source.query('select 1')),
  ]);
  expect(failures.map(isOutage)).toEqual([true, true]);
  line.set({});
  // Whoever comes in the same moment may still be handed one that is just ending, and is told the same.
  const after = await source
    .query('select pg_backend_pid() pid')
    .catch(() => source.query('select pg_backend_pid() pid'));
  expect(after[0].pid).not.toBe(pid);
}, 30_000);

test('who gets no connection in time is told so', async () => {
  const holders = await Promise.all([source.createQueryRunner(), source.createQueryRunner()]);
  for (const holder of holders) await holder.connect();
  const error = await failure(source.query('select 1'));
  for (const holder of holders) await holder.release();
  expect(isOutage(error)).toBe(true);
}, 30_000);
