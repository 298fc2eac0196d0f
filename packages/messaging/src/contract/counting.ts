import { type Fact, type FactDefinition, fact, type Received } from '@xibu/domain';
import { toMessage } from '../cloud-event.js';
import { withContext } from '../context.js';
import { factId } from '../fact-id.js';
import type { Message } from '../message.js';
import type { Publisher } from '../publisher.js';
import { record } from '../record.js';
import type { Transactions, Tx } from '../transactions.js';

export interface Count {
  readonly n: number;
}

export const noon = new Date('2023-07-01T12:00:00+08:00');

let topics = 0;

/** A topic that no other test uses, and the fact that travels on it. Names of facts are made of letters. */
export function newFact(): FactDefinition<Count> {
  const letters = [...`${process.pid}${String(topics++).padStart(3, '0')}`].map((digit) => 'abcdefghij'[Number(digit)]);
  return fact<Count>(`tests.counter-${letters.join('')}.counted.v1`);
}

/** Work on behalf of somebody, as a request would be. */
export function asSomebody<T>(work: () => Promise<T>): Promise<T> {
  return withContext({ actor: 'account-1', correlation: 'request-1', causation: null, traceparent: null }, work);
}

/** The use case of the sending service: the next number of this key, with its row locked, and the fact of it. */
export async function count(transactions: Transactions, counted: FactDefinition<Count>, key: string): Promise<void> {
  await asSomebody(() =>
    transactions(async (tx) => {
      const [row] = (await tx.query(
        `insert into counter values ($1, 1) on conflict (key) do update set n = counter.n + 1 returning n`,
        [key],
      )) as Count[];
      await record(tx, noon, counted(key, { n: row?.n ?? 0 }));
    }),
  );
}

/** The reaction of the receiving service. */
export async function hear({ key, data }: Received<Count>, tx: Tx): Promise<void> {
  await tx.query('insert into heard (key, n) values ($1, $2)', [key, data.n]);
}

/** What was heard of each key, in the order in which it was heard. */
export async function heard(transactions: Transactions): Promise<Record<string, number[]>> {
  return transactions(async (tx) => {
    const rows = (await tx.query('select key, n from heard order by position')) as { key: string; n: number }[];
    const byKey: Record<string, number[]> = {};
    for (const { key, n } of rows) byKey[key] = [...(byKey[key] ?? []), n];
    return byKey;
  });
}

/** The numbers from 1 to n. */
export function upTo(n: number): number[] {
  return Array.from({ length: n }, (_, index) => index + 1);
}

let sequence = 0;

/** A message as a relay would publish it, for tests that need no sender. */
export function messageOf(told: Fact<Count>, id = factId(noon)): Message {
  return toMessage(
    {
      ...{ id: `${++sequence}`, xid: '1', horizon: '1', fact_id: id, type: told.type, key: told.key, at: noon },
      topic: told.type.split('.').slice(0, 2).join('.'),
      data: JSON.stringify(told.data),
      ...{ actor: 'account-1', correlation: 'request-1', causation: null, traceparent: null },
    },
    'tests',
  );
}

export async function publishCounts(
  publisher: Publisher,
  counted: FactDefinition<Count>,
  counts: readonly (readonly [key: string, n: number])[],
): Promise<void> {
  await publisher.publish(counts.map(([key, n]) => messageOf(counted(key, { n }))));
}
