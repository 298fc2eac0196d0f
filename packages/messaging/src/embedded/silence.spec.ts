import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startTcpProxy, type TcpProxy } from '@xibu/testing';
import { hear, heard, messageOf, newFact } from '../contract/counting.js';
import { eventually } from '../contract/eventually.js';
import { impatient, listen } from '../contract/harness.js';
import { Notes } from '../contract/notes.js';
import { createDatabase, openTestDatabase } from '../contract/test-database.js';
import type { Handler } from '../reactions.js';
import { EmbeddedBus } from './embedded-bus.js';

const closing: (() => Promise<void>)[] = [];
let direct: string;
let line: TcpProxy;

beforeEach(async () => {
  direct = await createDatabase();
  line = await startTcpProxy({ to: Number(new URL(direct).port), noticedAfterMs: 200 });
  closing.push(() => line.stop());
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

function throughTheLine(): string {
  const url = new URL(direct);
  url.port = String(line.port);
  return url.href;
}

async function open(url: string, notes: Notes): Promise<EmbeddedBus> {
  const bus = await EmbeddedBus.open({ bus: 'embedded', url, partitions: 3, patienceMs: 500 }, notes);
  closing.push(() => bus.close());
  return bus;
}

test('a line that fell silent is given up, and what was said meanwhile arrives over a new one', async () => {
  const notes = new Notes();
  const bus = await open(throughTheLine(), notes);
  const other = (await open(direct, new Notes())).publisher();
  const database = await openTestDatabase();
  closing.push(() => database.close());
  const counted = newFact();
  const server = bus.strategy({
    ...{ service: counted.topic, transactions: database.transactions, logger: notes },
    ...impatient,
  });
  server.addHandler(counted.type, hear as Handler, true);
  closing.push(() => server.close());
  await listen(server);
  await other.publish([messageOf(counted('a', { n: 1 }))]);
  await eventually(async () => expect(await heard(database.transactions)).toEqual({ a: [1] }));

  line.set({ lost: 'both' });
  await other.publish([messageOf(counted('a', { n: 2 }))]);
  await eventually(() => expect(notes.at('warn')).toContain('the bus was lost; connecting again'));
  line.set({});
  await eventually(async () => expect(await heard(database.transactions)).toEqual({ a: [1, 2] }));
  expect(server.counts()).toMatchObject({ parked: 0 });
});

test('what could not be appended within its time is refused, and can be appended again over a new line', async () => {
  const bus = await open(throughTheLine(), new Notes());
  const publisher = bus.publisher();
  const counted = newFact();
  await publisher.publish([messageOf(counted('a', { n: 1 }))]);
  line.set({ lost: 'down' });
  await expect(publisher.publish([messageOf(counted('a', { n: 2 }))])).rejects.toThrow(/timeout|terminated/i);
  line.set({});
  await publisher.publish([messageOf(counted('a', { n: 2 }))]);
});
