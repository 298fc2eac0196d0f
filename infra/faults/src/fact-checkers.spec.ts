import { expect, test } from '@jest/globals';
import { factCheckers } from './fact-checkers.js';
import type { Applied, FactLogs, Told } from './fact-logs.js';

const type = 'recruitment.application.submitted.v1';
const told = (id: string, key = 'k'): Told => ({ id, key, type, topic: 'recruitment.application' });
const applied = (...ids: readonly string[]): Applied[] => ids.map((id, at) => ({ id, at: `2026${at}` }));
const logs = (change: Partial<FactLogs>, ...heard: readonly Applied[]): FactLogs => ({
  ...{ committed: [told('a'), told('b'), told('c')], published: [told('a'), told('b'), told('c')] },
  applied: new Map([['notifications', heard.length > 0 ? heard : applied('a', 'b', 'c')]]),
  uses: [{ type, producer: 'recruitment', consumers: ['notifications'] }],
  ...change,
});
const found = (name: string, seen: FactLogs): string[] => {
  const checker = factCheckers.find((one) => one.name.startsWith(name));
  if (!checker) throw new Error(`no checker ${name}`);
  return checker.check(seen);
};

test('a system in which everything arrived once and in order satisfies all', () => {
  for (const { check } of factCheckers) expect(check(logs({}))).toEqual([]);
});

test('a fact that was published twice is no violation, and one that was never published is', () => {
  const twice = { published: [told('a'), told('b'), told('a'), told('c'), told('b')] };
  for (const { check } of factCheckers) expect(check(logs(twice))).toEqual([]);
  expect(found('whatever was committed', logs({ published: [told('a'), told('c')] }))).toHaveLength(1);
});

test('facts of a key that were published in another order are found; of two keys they are not', () => {
  expect(found('per key, facts were', logs({ published: [told('b'), told('a'), told('c')] }))).toHaveLength(1);
  const committed = [told('a'), told('b', 'other')];
  expect(found('per key, facts were', logs({ committed, published: [told('b', 'other'), told('a')] }))).toEqual([]);
});

test('what somebody from outside puts on the bus has no place in the order of the service', () => {
  expect(found('per key, facts were', logs({ published: [told('x'), told('a'), told('b'), told('c')] }))).toEqual([]);
});

test('a fact that was not applied, was applied twice, or was told by nobody, is found', () => {
  expect(found('each consumer', logs({}, ...applied('a', 'c')))).toHaveLength(1);
  expect(found('each consumer', logs({}, ...applied('a', 'b', 'c', 'b')))).toHaveLength(1);
  expect(found('each consumer', logs({}, ...applied('a', 'b', 'c', 'z')))).toHaveLength(1);
});

test('a gap, and a successor that came first, are found', () => {
  expect(found('per key, each', logs({}, ...applied('a', 'c')))).toHaveLength(1);
  expect(found('per key, each', logs({}, ...applied('b', 'a', 'c')))).toHaveLength(1);
  // The last one is still on its way: that is no gap.
  expect(found('per key, each', logs({}, ...applied('a', 'b')))).toEqual([]);
});
