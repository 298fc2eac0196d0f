import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from '@jest/globals';
import { freePorts } from './free-ports.js';

const folder = mkdtempSync(join(tmpdir(), 'xibu-start-'));
// PostgreSQL runs as another user when the tests run as root.
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('Ctrl-C stops everything that npm start has started', async () => {
  const port = `${await freePorts()}`;
  const start = join(import.meta.dirname, '..', 'start.mjs');
  const options = ['--empty', '--bus', 'embedded', '--port', port, '--data', folder];
  const system = spawn(process.execPath, [start, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  await said(system, 'Ctrl-C');
  const database = join(folder, 'postgres', 'postmaster.pid');
  expect(existsSync(database)).toBe(true);

  system.kill('SIGINT');
  expect(await once(system, 'exit')).toEqual([0, null]);
  expect(existsSync(database)).toBe(false);
  await expect(fetch(`http://localhost:${port}/`)).rejects.toThrow('fetch failed');
}, 180_000);

/** Waits until a line of it holds these words. */
async function said(system: ChildProcess, words: string): Promise<void> {
  if (!system.stdout) throw new Error('it says nothing');
  for await (const line of createInterface({ input: system.stdout })) if (line.includes(words)) return;
  throw new Error(`it ended without saying "${words}"`);
}
