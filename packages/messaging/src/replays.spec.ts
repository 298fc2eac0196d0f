import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Refusal } from '@xibu/domain';
import { type Count, hear, heard, messageOf, newFact } from './contract/counting.js';
import { eventually } from './contract/eventually.js';
import { impatient, listen } from './contract/harness.js';
import { Notes } from './contract/notes.js';
import { createDatabase, openTestDatabase, type TestDatabase } from './contract/test-database.js';
import { EmbeddedBus } from './embedded/embedded-bus.js';
import type { Handler } from './reactions.js';

const closing: (() => Promise<void>)[] = [];
let database: TestDatabase;
let bus: EmbeddedBus;

beforeEach(async () => {
  database = await openTestDatabase();
  closing.push(() => database.close());
  bus = await EmbeddedBus.open({ bus: 'embedded', url: await createDatabase(), partitions: 3 }, new Notes());
  closing.push(() => bus.close());
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** Listens to a fact of its own, and publishes three of key a and one of key b. */
async function listening(handler: Handler): Promise<void> {
  const counted = newFact();
  const server = bus.strategy({
    ...{ service: counted.topic, transactions: database.transactions, logger: new Notes(), ...impatient },
    ...{ attempts: 1, retryParkedAfterMs: 200 },
  });
  server.addHandler(counted.type, handler, true);
  closing.push(() => server.close());
  await listen(server);
  const facts = [counted('a', { n: 1 }), counted('a', { n: 2 }), counted('a', { n: 3 }), counted('b', { n: 1 })];
  await bus.publisher().publish(facts.map((fact) => messageOf(fact)));
}

const parked = (): Promise<{ reason: string; attempts: number; settlement: string | null; by: string | null }[]> =>
  database.source.query('select reason, attempts, settlement, settled_by as by from parked order by id');

test('a fact that waited for another in vain is applied once that has come, and what waits behind it too', async () => {
  let isThere = false;
  await listening(async (fact, tx) => {
    if (fact.key === 'a' && !isThere) throw new Error('nobody of that name yet');
    await hear({ ...fact, data: fact.data as Count }, tx);
  });
  await eventually(async () =>
    expect((await parked()).map(({ reason }) => reason)).toEqual(['failed', 'behind', 'behind']),
  );
  await eventually(async () => expect((await parked())[0]?.attempts).toBeGreaterThan(2));
  isThere = true;
  await eventually(async () => expect(await heard(database.transactions)).toEqual({ a: [1, 2, 3], b: [1] }));
  expect((await parked()).map(({ settlement, by }) => [settlement, by?.startsWith('xibu.')])).toEqual([
    ['replayed', true],
    ['replayed', true],
    ['replayed', true],
  ]);
});

test('what was refused stays parked until somebody decides', async () => {
  await listening(async (fact, tx) => {
    if (fact.key === 'a') throw new Refusal('record.unknown');
    await hear({ ...fact, data: fact.data as Count }, tx);
  });
  await eventually(async () =>
    expect((await parked()).map(({ reason }) => reason)).toEqual(['refused', 'behind', 'behind']),
  );
  const [before] = (await database.source.query('select clock_timestamp() at')) as { at: Date }[];
  await eventually(async () => {
    const [passed] = await database.source.query(`select clock_timestamp() > $1::timestamptz + interval '1 s' passed`, [
      before?.at,
    ]);
    expect(passed.passed).toBe(true);
  });
  expect((await parked())[0]).toMatchObject({ attempts: 1, settlement: null });
});
