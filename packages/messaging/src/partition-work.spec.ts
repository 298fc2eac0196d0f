import { expect, test } from '@jest/globals';
import { gate } from './contract/eventually.js';
import type { Delivered } from './message.js';
import { PartitionWork, type Settle } from './partition-work.js';

function message(offset: number, key: string | null): Delivered {
  return { topic: 't.a', partition: 0, offset: BigInt(offset), key, headers: {}, value: null };
}

const messages = (...keys: (string | null)[]): Delivered[] => keys.map((key, offset) => message(offset, key));

/** Lets everything that can go on go on. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Settles each message when the test says so. */
function byHand(): { settle: Settle; begun: number[]; finish(offset: number): void; stumble(offset: number): void } {
  const begun: number[] = [];
  const running = new Map<number, { finish: () => void; troubled: () => void }>();
  const settle: Settle = async ({ offset }, troubled) => {
    begun.push(Number(offset));
    const { passed, open } = gate();
    running.set(Number(offset), { finish: open, troubled });
    await passed;
    return true;
  };
  return {
    settle,
    begun,
    finish: (offset) => running.get(offset)?.finish(),
    stumble: (offset) => running.get(offset)?.troubled(),
  };
}

const nothing = (): void => undefined;

test('one key goes one after the other, different keys go at the same time', async () => {
  const { settle, begun, finish } = byHand();
  const work = new PartitionWork(settle, nothing, 10);
  work.add(messages('a', 'a', 'b', 'a'));
  expect(begun).toEqual([0, 2]);
  finish(0);
  await turn();
  expect(begun).toEqual([0, 2, 1]);
  finish(1);
  await turn();
  expect(begun).toEqual([0, 2, 1, 3]);
});

test('progress is what is settled without a gap', async () => {
  const { settle, finish } = byHand();
  const work = new PartitionWork(settle, nothing, 10);
  work.add(messages('a', 'b', 'c', 'd'));
  expect(work.progress()).toBeNull();
  for (const [offset, progress] of [
    [1, null],
    [3, null],
    [0, 2n],
    [2, 4n],
  ] as const) {
    finish(offset);
    await turn();
    expect(work.progress()).toBe(progress);
  }
  expect(work.waiting()).toBe(0);
});

test('a key in trouble is not waited for, unless too much has gathered behind it', async () => {
  const { settle, finish, stumble } = byHand();
  const work = new PartitionWork(settle, nothing, 2);
  work.add(messages('a', 'b', 'a'));
  let clear = false;
  const cleared = work.clear().then(() => {
    clear = true;
  });
  stumble(0);
  await turn();
  expect(clear).toBe(false);
  finish(1);
  await cleared;
  expect(work.waiting()).toBe(2);

  work.add([message(3, 'a'), message(4, 'a')]);
  clear = false;
  const again = work.clear().then(() => {
    clear = true;
  });
  await turn();
  expect(clear).toBe(false);
  for (const offset of [0, 2, 3, 4]) {
    finish(offset);
    await turn();
  }
  await again;
  expect(work.progress()).toBe(5n);
});

test('messages without a key hold back nobody', () => {
  const { settle, begun } = byHand();
  new PartitionWork(settle, nothing, 10).add(messages(null, null, ''));
  expect(begun).toEqual([0, 1, 2]);
});

test('work that is abandoned begins nothing more, and what was being tried still counts when it ends', async () => {
  const { settle, begun, finish } = byHand();
  const work = new PartitionWork(settle, nothing, 10);
  work.add(messages('a', 'a', 'b'));
  const quiet = work.quiet();
  work.abandon();
  await work.clear();
  finish(0);
  finish(2);
  await quiet;
  expect(begun).toEqual([0, 2]);
  expect(work.progress()).toBe(1n);
});
