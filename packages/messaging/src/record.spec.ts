import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fact } from '@xibu/domain';
import { withContext } from './context.js';
import { asSomebody, noon, upTo } from './contract/counting.js';
import { openTestDatabase, type TestDatabase } from './contract/test-database.js';
import { PAYLOAD_MAX_BYTES, record } from './record.js';

const Paid = fact<{ fen: bigint | number }>('tests.record.paid.v1');
const Said = fact<{ text: string }>('tests.record.said.v1');

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});

afterAll(() => database.close());

const rows = (key: string): Promise<Record<string, unknown>[]> =>
  database.source.query('select * from outbox where key = $1 order by id', [key]);

test('facts are stored in the order in which they are given, with the context of the work', async () => {
  const context = { actor: 'account-7', correlation: 'request-9', causation: 'fact-3', traceparent: '00-1-2-01' };
  const facts = upTo(50).map((n) => Paid('in order', { fen: n }));
  await withContext(context, () => database.transactions((tx) => record(tx, noon, ...facts)));
  const stored = await rows('in order');
  expect(stored.map(({ data }) => (data as { fen: number }).fen)).toEqual(upTo(50));
  expect(stored[0]).toMatchObject({ ...context, topic: 'tests.record', type: 'tests.record.paid.v1', at: noon });
  expect(new Set(stored.map(({ fact_id }) => fact_id)).size).toBe(50);
});

test('no fact is no statement, and needs no context', async () => {
  await database.transactions((tx) => record(tx, noon));
  expect(await rows('')).toEqual([]);
});

test('refuses to record what nobody has decided', async () => {
  await expect(database.transactions((tx) => record(tx, noon, Paid('nobody', { fen: 1 })))).rejects.toThrow(
    'no work context',
  );
  expect(await rows('nobody')).toEqual([]);
});

test('money in bigint travels as an integer number, and one that would lose digits is refused', async () => {
  await asSomebody(() => database.transactions((tx) => record(tx, noon, Paid('money', { fen: 200_000n }))));
  expect(await rows('money')).toMatchObject([{ data: { fen: 200_000 } }]);
  const tooMuch = asSomebody(() => database.transactions((tx) => record(tx, noon, Paid('much', { fen: 2n ** 60n }))));
  await expect(tooMuch).rejects.toThrow('does not fit into a JSON number');
});

test('refuses a payload that is too large, and a fact without a key', async () => {
  const text = 'x'.repeat(PAYLOAD_MAX_BYTES);
  const large = asSomebody(() => database.transactions((tx) => record(tx, noon, Said('large', { text }))));
  await expect(large).rejects.toThrow(`larger than ${PAYLOAD_MAX_BYTES} bytes`);
  const keyless = asSomebody(() => database.transactions((tx) => record(tx, noon, Said('', { text: 'x' }))));
  await expect(keyless).rejects.toThrow('outbox_key_check');
});
