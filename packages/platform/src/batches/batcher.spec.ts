import { expect, jest, test } from '@jest/globals';
import { Refusal } from '@xibu/domain';
import { Batcher, type BatchLimits, Held } from './batcher.js';

const limits: BatchLimits = { most: 4, writers: 2, waitingMost: 6, waitMost: 8000 };

interface Begun {
  readonly items: readonly string[];
  readonly done: (answers?: readonly (string | Refusal)[]) => void;
  readonly fail: (fault: unknown) => void;
}

/** A batcher whose batches end when the test says so. */
function held(changes: Partial<BatchLimits> = {}) {
  const begun: Begun[] = [];
  const batcher = new Batcher<string, string>(
    {
      run: (items) =>
        new Promise((answer, fail) => {
          begun.push({ items, fail, done: (answers = items.map((item) => `${item} done`)) => answer(answers) });
        }),
      nameOf: (item) => item.split('/')[0] ?? '',
      mayBeOfOne: (fault) => fault !== 'away',
    },
    { ...limits, ...changes },
  );
  return { batcher, begun };
}

/** Lets everything go on that waits for nothing but its turn. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('who comes alone is a batch of one; who comes meanwhile is taken together when a writer is free', async () => {
  const { batcher, begun } = held();
  const answers = ['a', 'b', 'c', 'd', 'e'].map((item) => batcher.add(item));
  expect(begun.map(({ items }) => items)).toEqual([['a'], ['b']]);
  begun[0]?.done();
  expect(await answers[0]).toBe('a done');
  await turn();
  expect(begun[2]?.items).toEqual(['c', 'd', 'e']);
  begun[1]?.done();
  begun[2]?.done();
  expect(await Promise.all(answers)).toEqual(['a done', 'b done', 'c done', 'd done', 'e done']);
});

test('no batch is larger than it may be, and the oldest go first', async () => {
  const { batcher, begun } = held({ writers: 1 });
  const answers = ['a', 'b', 'c', 'd', 'e', 'f'].map((item) => batcher.add(item));
  for (let at = 0; at < 3; at += 1) {
    begun[at]?.done();
    await turn();
  }
  await Promise.all(answers);
  expect(begun.map(({ items }) => items)).toEqual([['a'], ['b', 'c', 'd', 'e'], ['f']]);
});

test('two of the same name are never in one batch: the later one sees what the earlier one did', async () => {
  const { batcher, begun } = held({ writers: 1 });
  const answers = ['first', 'a/1', 'a/2', 'b', 'a/3'].map((item) => batcher.add(item));
  for (let at = 0; at < 4; at += 1) {
    begun[at]?.done();
    await turn();
  }
  await Promise.all(answers);
  expect(begun.map(({ items }) => items)).toEqual([['first'], ['a/1', 'b'], ['a/2'], ['a/3']]);
});

test('a Refusal is the answer of its own item', async () => {
  const { batcher, begun } = held({ writers: 1 });
  const [first, good, bad] = ['first', 'good', 'bad'].map((item) => batcher.add(item));
  begun[0]?.done();
  await first;
  await turn();
  begun[1]?.done(['good done', new Refusal('record.unknown')]);
  await expect(bad).rejects.toMatchObject({ code: 'record.unknown' });
  expect(await good).toBe('good done');
});

test('a batch that fails is tried in halves until the item at fault stands alone', async () => {
  const tried: string[] = [];
  const batcher = new Batcher<string, string>(
    {
      async run(items) {
        await turn();
        tried.push(items.join(''));
        if (items.includes('x')) throw new Error(items.length === 1 ? 'x is bad' : 'one is bad');
        return items.map((item) => `${item} done`);
      },
      nameOf: String,
      mayBeOfOne: () => true,
    },
    { ...limits, most: 8, writers: 1, waitingMost: 20 },
  );
  const answers = await Promise.allSettled(['-', ...'abcxefgh'].map((item) => batcher.add(item)));
  expect(answers.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual(
    ['-', ...'abcxefgh'].map((item) => (item === 'x' ? 'Error: x is bad' : `${item} done`)),
  );
  expect(tried).toEqual(['-', 'abcxefgh', 'abcx', 'ab', 'cx', 'c', 'x', 'efgh']);
});

test('an item that somebody else holds is tried again alone, after its neighbours have heard', async () => {
  const { batcher, begun } = held({ writers: 1 });
  const [first, good, slow] = ['first', 'good', 'slow'].map((item) => batcher.add(item));
  begun[0]?.done();
  await first;
  await turn();
  begun[1]?.done(['good done', new Held()]);
  expect(await good).toBe('good done');
  await turn();
  expect(begun[2]?.items).toEqual(['slow']);
  begun[2]?.done();
  expect(await slow).toBe('slow done');
});

test('when the database is away, all hear it at once and nothing is tried again', async () => {
  const { batcher, begun } = held({ writers: 1 });
  const answers = ['a', 'b', 'c'].map((item) => batcher.add(item));
  begun[0]?.done();
  await answers[0];
  await turn();
  begun[1]?.fail('away');
  expect(await Promise.allSettled(answers.slice(1))).toEqual([
    { status: 'rejected', reason: 'away' },
    { status: 'rejected', reason: 'away' },
  ]);
  expect(begun).toHaveLength(2);
});

test('an answer that is missing is a fault, not a silence', async () => {
  const { batcher, begun } = held({ writers: 1 });
  const answer = batcher.add('a');
  begun[0]?.done([]);
  await expect(answer).rejects.toThrow('without an answer');
});

test('beyond those who may wait the answer is "busy" with a time to come back, before anything is done', async () => {
  const { batcher, begun } = held();
  const answers = Array.from({ length: 8 }, (_, at) => batcher.add(`${at}`));
  const tooMany = batcher.add('one too many');
  await expect(tooMany).rejects.toMatchObject({ code: 'service.busy', details: { seconds: expect.any(Number) } });
  for (let at = 0; at < 4; at += 1) {
    begun[at]?.done();
    await turn();
  }
  expect(await Promise.all(answers)).toHaveLength(8);
  expect(begun.flatMap(({ items }) => items)).not.toContain('one too many');
  const again = batcher.add('one too many');
  begun[4]?.done();
  expect(await again).toBe('one too many done');
});

test('when the batches before take too long, a newcomer is told so instead of waiting', async () => {
  const { batcher, begun } = held({ writers: 1, waitMost: 0 });
  const first = batcher.add('a');
  await turn();
  await expect(batcher.add('b')).rejects.toMatchObject({ code: 'service.busy' });
  begun[0]?.done();
  expect(await first).toBe('a done');
});

test('a pause of the disk that holds up all writers at once counts once', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
  try {
    const { batcher, begun } = held({ most: 1, writers: 4, waitingMost: 20, waitMost: 1000 });
    const answers = Array.from({ length: 15 }, (_, at) => batcher.add(`${at}`));
    for (let at = 0; at < 4; at += 1) {
      jest.advanceTimersByTime(10);
      begun[at]?.done();
      await turn();
    }
    jest.advanceTimersByTime(900);
    for (let at = 4; at < 8; at += 1) {
      begun[at]?.done();
      await turn();
    }
    expect(begun).toHaveLength(12);
    answers.push(...Array.from({ length: 3 }, (_, at) => batcher.add(`late ${at}`)));
    for (let at = 8; at < 18; at += 1) {
      begun[at]?.done();
      await turn();
    }
    expect(await Promise.all(answers)).toHaveLength(18);
  } finally {
    jest.useRealTimers();
  }
});
