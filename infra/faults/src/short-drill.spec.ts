import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { drawsOf } from '@xibu/local/draws';
import { type Stack, startStack } from '@xibu/local/stack';
import type { Drill } from './drill.js';
import { layGround, leaveGround } from './ground.js';
import { runDrill } from './run-drill.js';

const folder = mkdtempSync(join(tmpdir(), 'xibu-drill-'));
/** Below the ports that systems hand out by themselves, and another one in each process. */
const firstPort = 20_000 + (process.pid % 1_000) * 11;
let stack: Stack;

beforeAll(async () => {
  // The user of the database must be able to reach it.
  chmodSync(folder, 0o755);
  stack = await startStack({
    ...{ folder, firstPort, bus: 'embedded', clock: 'virtual', demo: false, quiet: true },
    logLevel: 'error',
  });
}, 120_000);
afterAll(async () => {
  await stack.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const short: Drill = {
  name: 'short',
  what: 'a service and the database are killed once and started again',
  buses: ['embedded'],
  async strike({ knockOut, draw }) {
    await knockOut('recruitment', draw(0, 500));
    await knockOut('postgres', draw(0, 2_000));
  },
};

test('people sign up while a service and the database die, and nothing is lost or done twice', async () => {
  const ground = await layGround(stack, { seed: '1', folder, people: 400 });
  try {
    expect(await runDrill(short, ground, drawsOf('1/short'))).toEqual([]);
    expect(ground.history.read().some(({ event, kind }) => event === 'ok' && kind === 'submit')).toBe(true);
  } finally {
    await leaveGround(ground);
  }
}, 120_000);
