import { expect, test } from '@jest/globals';
import { AtFault, GroupCommit } from './group-commit.js';

interface Desk {
  readonly groups: GroupCommit<string, string>;
  /** What was tried together, in order. */
  readonly tried: string[][];
  /** Lets the groups at work go on. */
  open(): void;
}

/** A group waits until the desk is opened; then each of it is answered, unless `check` throws. */
function desk(check: (items: readonly string[]) => void, { atOnce = 1, most = 10 } = {}): Desk {
  const tried: string[][] = [];
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => void (open = resolve));
  const work = async (items: readonly string[]): Promise<string[]> => {
    tried.push([...items]);
    await opened;
    check(items);
    return items.map((item) => `${item} is done`);
  };
  return { groups: new GroupCommit(work, { atOnce, most }), tried, open: () => open() };
}

const fine = (): void => undefined;

function refuse(...bad: string[]) {
  return (items: readonly string[]): void => {
    const place = items.findIndex((item) => bad.includes(item));
    if (place >= 0) throw new AtFault(place, new Error(`${items[place]} cannot be done`));
  };
}

/** What became of each. */
async function outcomes(answers: readonly Promise<string>[]): Promise<string[]> {
  const settled = await Promise.allSettled(answers);
  return settled.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)));
}

const all = ({ groups }: Desk, ...items: string[]): Promise<string>[] => items.map((item) => groups.add(item, false));

test('what waits is done together, as many as may be, in the order in which it came', async () => {
  const made = desk(fine, { most: 3 });
  const answers = all(made, 'a', 'b', 'c', 'd', 'e');
  made.open();
  expect(await outcomes(answers)).toEqual(['a', 'b', 'c', 'd', 'e'].map((item) => `${item} is done`));
  expect(made.tried).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
});

test('nobody waits for company, and no more groups are at work than may be', () => {
  const made = desk(fine, { atOnce: 2 });
  void all(made, 'a', 'b', 'c');
  expect(made.tried).toEqual([['a'], ['b']]);
});

test('one that cannot be done is told so, and the others are done without it', async () => {
  const made = desk(refuse('c', 'e'));
  const answers = all(made, 'a', 'b', 'c', 'd', 'e');
  made.open();
  expect(await outcomes(answers)).toEqual([
    ...['a is done', 'b is done', 'Error: c cannot be done', 'd is done', 'Error: e cannot be done'],
  ]);
  expect(made.tried.slice(1)).toEqual([['b', 'c', 'd', 'e'], ['b'], ['d', 'e'], ['d']]);
});

test('when it is not known whose fault it was, each is done by itself', async () => {
  const made = desk((items) => {
    if (items.length > 1) throw new Error('two of us do not go together');
  });
  const answers = all(made, 'a', 'b', 'c');
  made.open();
  expect(await outcomes(answers)).toEqual(['a is done', 'b is done', 'c is done']);
  expect(made.tried.slice(1)).toEqual([['b', 'c'], ['b'], ['c']]);
});

test('an outage is told to everybody at once', async () => {
  const made = desk(() => {
    throw new AtFault(0, Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
  });
  const answers = all(made, 'a', 'b', 'c');
  made.open();
  expect(await outcomes(answers)).toEqual(new Array(3).fill('Error: connect ECONNREFUSED'));
  expect(made.tried).toEqual([['a'], ['b', 'c']]);
});

test('one that is tried again is done alone', async () => {
  const made = desk(fine);
  const answers = [...all(made, 'a', 'b'), made.groups.add('again', true), ...all(made, 'c', 'd')];
  made.open();
  await outcomes(answers);
  expect(made.tried).toEqual([['a'], ['b'], ['again'], ['c', 'd']]);
});
