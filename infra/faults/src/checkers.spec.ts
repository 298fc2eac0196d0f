import { expect, test } from '@jest/globals';
import type { Databases } from '@xibu/end-to-end/season/invariants/databases';
import { checkers } from './checkers.js';
import type { Entry } from './history.js';

/** Stores that answer what the case says, statement by statement. */
function stores(...answers: readonly (readonly object[])[]): Databases {
  const left = [...answers];
  return { known: () => ['programme', 'recruitment'], rows: async () => left.shift() ?? [] } as unknown as Databases;
}

const entry = (change: Partial<Entry>): Entry => ({
  ...{ event: 'ok', key: 'k1', kind: 'submit', person: 7, at: 0, status: 200, ms: 40 },
  ...change,
});
const found = async (name: string, history: readonly Entry[], databases = stores()): Promise<string[]> => {
  const checker = checkers.find((one) => one.name.startsWith(name));
  if (!checker) throw new Error(`no checker ${name}`);
  return checker.check(history, databases);
};

test('an acknowledged submission that is not in the store is found', async () => {
  const history = [entry({ answer: { id: 'a', number: 'N1' } })];
  const stored = { id: 'a', status: 'submitted', number: 'N1' };
  expect(await found('every acknowledged', history, stores([], [stored]))).toEqual([]);
  expect(await found('every acknowledged', history, stores([], [{ ...stored, number: null }]))).toHaveLength(1);
  expect(await found('every acknowledged', history, stores([], []))).toHaveLength(1);
});

test('two answers to one key, and more forms than people, are found', async () => {
  const twice = [entry({ answer: { number: 'N1' } }), entry({ answer: { number: 'N2' } })];
  const same = [entry({ answer: { number: 'N1' } }), entry({ answer: { number: 'N1' } })];
  const people = (applications: number) => stores([{ applications, people: 1 }]);
  expect(await found('nothing is done twice', [...same, entry({ kind: 'start', key: 'k0' })], people(1))).toEqual([]);
  expect(await found('nothing is done twice', [...twice, entry({ kind: 'start', key: 'k0' })], people(1))).toHaveLength(
    1,
  );
  expect(await found('nothing is done twice', [...same, entry({ kind: 'start', key: 'k0' })], people(2))).toHaveLength(
    2,
  );
});

test('an acknowledged command whose key was forgotten, or kept twice, is found', async () => {
  const history = [entry({ kind: 'register', key: 'r' }), entry({ key: 's' }), entry({ kind: 'sign-in', key: 'i' })];
  const registered = [{ key: 'r', n: 1 }];
  const inStore = (submitted: object[]) => found('the key of every', history, stores(registered, submitted));
  expect(await inStore([{ key: 's', n: 1 }])).toEqual([]);
  expect(await inStore([{ key: 's', n: 2 }])).toHaveLength(1);
  expect(await inStore([])).toHaveLength(1);
});

test('a fact that was heard and never committed is found', async () => {
  const [told, heard] = [[{ fact_id: 'a' }], [{ fact_id: 'a' }, { fact_id: 'b' }]];
  expect(await found('nobody has heard', [], stores(told, [], [], told))).toEqual([]);
  expect(await found('nobody has heard', [], stores(told, [], [], heard))).toHaveLength(1);
});

test('a fault, a 503 without a word, and a hang are found; a lost connection and a polite 503 are not', async () => {
  const away = entry({ event: 'unknown', status: 503, isPolite: true });
  expect(await found('while something', [away, entry({ event: 'unknown', status: 0 })])).toEqual([]);
  expect(await found('while something', [entry({ event: 'unknown', status: 500 })])).toHaveLength(1);
  expect(await found('while something', [entry({ ...away, isPolite: false })])).toHaveLength(1);
  expect(await found('while something', [entry({ ...away, ms: 15_001 })])).toHaveLength(1);
});

test('whoever was told twice, or never, is found', async () => {
  const submitted = [{ account: 'x' }];
  expect(await found('whoever submitted', [], stores(submitted, [{ account: 'x', n: 1 }]))).toEqual([]);
  expect(await found('whoever submitted', [], stores(submitted, [{ account: 'x', n: 2 }]))).toHaveLength(1);
  expect(await found('whoever submitted', [], stores(submitted, []))).toHaveLength(1);
});

test('a refusal of what is right is found', async () => {
  expect(await found('nobody is refused', [entry({ event: 'fail', status: 409, answer: { code: 'x' } })])).toHaveLength(
    1,
  );
});
