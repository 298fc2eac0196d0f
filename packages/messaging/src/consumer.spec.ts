import { beforeEach, expect, test } from '@jest/globals';
import { Consumer } from './consumer.js';
import { eventually } from './contract/eventually.js';
import { Notes } from './contract/notes.js';
import type { Delivered } from './message.js';
import type { Settle } from './partition-work.js';
import type { Progress, Subscription } from './subscription.js';

let commits: Progress[][];
let failing: boolean;
let left: boolean;
let notes: Notes;

beforeEach(() => {
  commits = [];
  failing = false;
  left = false;
  notes = new Notes();
});

const subscription: Subscription = {
  start: async () => undefined,
  stop: async () => {
    left = true;
  },
  commit: async (progress) => {
    if (failing) throw new Error('rebalancing');
    commits.push([...progress]);
  },
  lag: async () => ({}),
  trouble: () => null,
};

async function consumer(settle: Settle): Promise<Consumer> {
  const made = new Consumer({ settle, logger: notes, commitEveryMs: 10, troubledMax: 10, stopWithinMs: 50 });
  await made.start(subscription);
  return made;
}

const at = (offset: number, key = 'a'): Delivered => ({
  ...{ topic: 't.a', partition: 0, offset: BigInt(offset), key, headers: {}, value: null },
});
const batch = (...messages: Delivered[]) => ({ topic: 't.a', partition: 0, messages });
const settled: Settle = async () => true;

test('what is settled is committed when the batch is done, and only once', async () => {
  const made = await consumer(settled);
  expect(await made.accept(batch(at(0), at(1)))).toBe(true);
  expect(await made.accept(batch(at(2)))).toBe(true);
  await made.stop();
  expect(commits.flat().map(({ next }) => next)).toEqual([2n, 3n]);
  expect(left).toBe(true);
});

test('a commit that fails is made good by the next', async () => {
  const made = await consumer(settled);
  failing = true;
  await made.accept(batch(at(0)));
  expect(notes.at('warn')).toHaveLength(1);
  failing = false;
  await made.accept(batch(at(1)));
  expect(commits).toEqual([[{ topic: 't.a', partition: 0, next: 2n }]]);
  await made.stop();
});

test('what is settled during a long batch is committed before the batch is done', async () => {
  let finish = (): void => undefined;
  const made = await consumer(async ({ key }) => {
    if (key === 'long') await new Promise<void>((resolve) => void (finish = resolve));
    return true;
  });
  const accepted = made.accept(batch(at(0), at(1), at(2, 'long')));
  await eventually(() => expect(commits).toEqual([[{ topic: 't.a', partition: 0, next: 2n }]]));
  expect(made.idleMs()).toBeGreaterThan(0);
  finish();
  expect(await accepted).toBe(true);
  expect(made.idleMs()).toBe(0);
  await made.stop();
});

test('a partition that was given up is not committed any more', async () => {
  let finish = (): void => undefined;
  const made = await consumer(async () => {
    await new Promise<void>((resolve) => void (finish = resolve));
    return true;
  });
  const accepted = made.accept(batch(at(0)));
  made.abandon([{ topic: 't.a', partition: 0 }]);
  expect(await accepted).toBe(false);
  finish();
  await made.stop();
  expect(commits).toEqual([]);
});

test('a stop does not wait for ever: what never ends is left behind, uncommitted', async () => {
  const made = await consumer(() => new Promise(() => undefined));
  const accepted = made.accept(batch(at(0)));
  await made.stop();
  expect(await accepted).toBe(false);
  expect(await made.accept(batch(at(1)))).toBe(false);
  expect(commits).toEqual([]);
  expect(left).toBe(true);
});
