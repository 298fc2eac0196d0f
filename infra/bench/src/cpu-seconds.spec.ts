import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { cpuSeconds, cpuSecondsWith } from './cpu-seconds.js';

const turn = 'let n = 0; for (let at = 0; at < 2e8; at += 1) n += at % 7; console.log(n);';

test('waiting costs no processor time, and counting does', async () => {
  const waiting = await cpuSeconds(() => new Promise((resolve) => setTimeout(resolve, 200)));
  const counting = await cpuSeconds(() => {
    const began = performance.now();
    while (performance.now() - began < 200);
  });
  expect(waiting).toBeLessThan(0.1);
  expect(counting).toBeGreaterThan(waiting);
});

test('what a child takes is counted while it lives and after it has ended', async () => {
  const seconds = await cpuSecondsWith(process.pid, async () => {
    const child = spawn(process.execPath, ['-e', turn], { stdio: 'ignore' });
    await once(child, 'exit');
  });
  expect(seconds).toBeGreaterThan(0.05);
});
