import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freePorts, type Stack, startStack } from '@xibu/local/stack';
import { eveningServices } from './ground.js';
import { type Evening, runPeak } from './run-peak.js';

let folder: string;
let stack: Stack | null = null;
let evening: Evening;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xibu-peak-story-'));
  // PostgreSQL runs as another user when the tests run as root.
  chmodSync(folder, 0o755);
  stack = await startStack({
    ...{ folder, firstPort: await freePorts(), bus: 'embedded', clock: 'virtual', demo: false },
    ...{ quiet: true, logLevel: 'warn', durable: true, services: eveningServices },
  });
  const plan = {
    ...{ seed: 'story', rate: 10, withCosts: false, times: 3, people: 200 },
    ...{ day: 1, calm: 1, saturation: 1, overload: 5, recovery: 2, step: 1 },
  };
  evening = await runPeak(stack, plan, join(folder, 'history.jsonl'));
}, 240_000);

afterAll(async () => {
  await stack?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

test('nothing acknowledged is lost or doubled when three times as many come and the API is killed among them', () => {
  expect(evening.verdicts.filter(({ holds }) => !holds)).toEqual([]);
  expect(evening.verdicts.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['every acknowledged command is in the store', 'faults, and refusals of what is right']),
  );
});

test('the kill came in the middle of the overload, was felt, and submissions were taken before and after it', () => {
  const { killedMs, backMs } = evening.marks;
  const overload = evening.marks.stretches.find(({ name }) => name === 'overload');
  expect(killedMs).toBeGreaterThan(overload?.fromMs ?? 0);
  expect(killedMs).toBeLessThan(overload?.toMs ?? 0);
  expect(backMs).toBeGreaterThan(killedMs ?? 0);
  expect(evening.seconds.reduce((sum, { refused }) => sum + refused, 0)).toBeGreaterThan(0);
  const before = evening.seconds.slice(0, Math.floor((killedMs ?? 0) / 1000));
  const taken = before.reduce((sum, { submitted }) => sum + submitted, 0);
  expect(taken).toBeGreaterThan(0);
  expect(evening.submissions).toBeGreaterThan(taken);
});
