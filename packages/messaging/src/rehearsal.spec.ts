import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Fact, fact, type Received } from '@xibu/domain';
import { type Count, hear, heard, messageOf } from './contract/counting.js';
import { openTestDatabase, type TestDatabase } from './contract/test-database.js';
import { factId } from './fact-id.js';
import type { Delivered } from './message.js';
import { Rehearsal } from './rehearsal.js';
import type { Tx } from './transactions.js';

const Counted = fact<Count>('tests.counter.counted.v1');
const Named = fact<Count>('tests.name.given.v1');

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

let offset = 0n;
function told(what: Fact<Count>, id = factId(new Date('2023-07-01T12:00:00+08:00'))): Delivered {
  const { topic, key, headers, value } = messageOf(what, id);
  return { topic, partition: 0, offset: offset++, key, headers, value: Buffer.from(value) };
}

/** Counts only keys that have been named. */
async function count(received: Received<Count>, tx: Tx): Promise<void> {
  const [named] = (await tx.query('select from counter where key = $1', [received.key])) as object[];
  if (!named) throw new Error(`${received.key} has no name`);
  await hear(received, tx);
}
async function name({ key, data }: Received<Count>, tx: Tx): Promise<void> {
  await tx.query('insert into counter values ($1, $2)', [key, data.n]);
}

function rehearsal(leftOut: ReadonlySet<string> = new Set()): Rehearsal {
  const reactions = [
    { type: Counted.type, react: count as (received: Received, tx: Tx) => Promise<void> },
    { type: Named.type, react: name as (received: Received, tx: Tx) => Promise<void> },
  ];
  return new Rehearsal({ service: 'tests', reactions, transactions: database.transactions, leftOut });
}

test('what depends on a fact of another topic waits for it, with what follows of its key', async () => {
  const again = rehearsal();
  await again.hear([told(Counted('a', { n: 1 })), told(Counted('b', { n: 1 })), told(Named('b', { n: 0 }))]);
  await again.hear([told(Counted('a', { n: 2 })), told(Named('a', { n: 0 })), told(Counted('a', { n: 3 }))]);
  expect(await again.finish()).toEqual([]);
  expect(await heard(database.transactions)).toEqual({ a: [1, 2, 3], b: [1] });
  expect(again.heard).toHaveLength(6);
});

test('what can never be heard is named with its reason, and holds back its key alone', async () => {
  const again = rehearsal();
  const poison = told(Counted('nobody', { n: 1 }));
  await again.hear([
    poison,
    told(Counted('nobody', { n: 2 })),
    told(Named('a', { n: 0 })),
    told(Counted('a', { n: 1 })),
  ]);
  expect(await again.finish()).toEqual([
    {
      ...{ type: Counted.type, key: 'nobody', id: poison.headers['ce_id'], behind: 1 },
      reason: 'Error: nobody has no name',
    },
  ]);
  expect(await heard(database.transactions)).toEqual({ a: [1] });
});

test('a fact that comes twice is heard once, and one that is left out or cannot be read not at all', async () => {
  const twice = factId(new Date());
  const given = factId(new Date());
  const again = rehearsal(new Set([given]));
  await again.hear([
    told(Named('a', { n: 0 })),
    told(Counted('a', { n: 1 }), twice),
    told(Counted('a', { n: 1 }), twice),
  ]);
  await again.hear([told(Counted('a', { n: 2 }), given), { ...told(Counted('a', { n: 3 })), value: Buffer.from('{') }]);
  await again.hear([told(Counted('a', { n: 4 }))]);
  expect(await again.finish()).toEqual([]);
  expect(await heard(database.transactions)).toEqual({ a: [1, 4] });
  expect(again.unreadable).toBe(1);
});
