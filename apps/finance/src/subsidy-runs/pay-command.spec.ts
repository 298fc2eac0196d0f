import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { computeRun } from './month-pay.rules.js';
import { type PayEnvironment, pay } from './pay-command.js';
import { readRunFolder } from './read-run-folder.js';
import { resultFiles } from './run-folder.js';
import { writeRunFolder } from './write-run-folder.js';

const samples = join(import.meta.dirname, '../../samples/subsidy-runs');
const names = (await readdir(samples)).sort();

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'pay-'));
});
afterAll(async () => rm(dir, { recursive: true }));

function environment(given: Partial<PayEnvironment> = {}) {
  const said: string[] = [];
  const complained: string[] = [];
  return {
    said,
    complained,
    environment: {
      databaseUrl: undefined,
      exportRun: null,
      say: (line: string) => said.push(line),
      complain: (line: string) => complained.push(line),
      ...given,
    },
  };
}

test('there are ten samples', () => {
  expect(names).toHaveLength(10);
});

test.each(names)('sample %s comes out byte for byte', async (name) => {
  const out = join(dir, name);
  const { environment: given, said } = environment();
  expect(await pay(['--in', join(samples, name), '--out', out], given)).toBe(0);
  expect((await readdir(out)).sort()).toEqual([...resultFiles, 'run.json'].sort());
  for (const file of await readdir(out)) {
    expect({ file, text: await readFile(join(out, file), 'utf8') }).toEqual({
      file,
      text: await readFile(join(samples, name, file), 'utf8'),
    });
  }
  expect(said.join('\n')).not.toContain('another result');
});

test.each(names)('sample %s is written as it was read, inputs and result', async (name) => {
  const out = join(dir, `${name}-again`);
  const { inputs } = await readRunFolder(join(samples, name));
  await writeRunFolder(out, inputs, computeRun(inputs));
  for (const file of await readdir(join(samples, name))) {
    expect(await readFile(join(out, file), 'utf8')).toBe(await readFile(join(samples, name, file), 'utf8'));
  }
});

test('a folder without a result is completed in place', async () => {
  const folder = join(dir, 'in-place');
  const { inputs } = await readRunFolder(join(samples, '03'));
  await writeRunFolder(folder, inputs);
  expect(await readFile(join(folder, 'run.json'), 'utf8')).toContain('"resultDigest": ""');
  expect(await pay(['--in', folder, '--out', folder], environment().environment)).toBe(0);
  expect(await readFile(join(folder, 'run.json'))).toEqual(await readFile(join(samples, '03', 'run.json')));
});

test('says so when the folder claims another result', async () => {
  const folder = join(dir, 'claims');
  await cp(join(samples, '02'), folder, { recursive: true });
  const text = await readFile(join(folder, 'run.json'), 'utf8');
  await writeFile(join(folder, 'run.json'), text.replace(/("resultDigest": ")[0-9a-f]{64}/, `$1${'0'.repeat(64)}`));
  const { environment: given, said } = environment();
  expect(await pay(['--in', folder, '--out', join(dir, 'claims-out')], given)).toBe(0);
  expect(said.join('\n')).toContain(`the folder claimed another result: ${'0'.repeat(64)}`);
});

test('input that breaks the format ends with code 2, one sentence, and nothing written', async () => {
  const folder = join(dir, 'broken');
  await cp(join(samples, '02'), folder, { recursive: true });
  await writeFile(join(folder, 'people.csv'), 'person,card,hold\nv00000,1,0\nv00000,1,0\n');
  const { environment: given, complained } = environment();
  expect(await pay(['--in', folder, '--out', join(dir, 'broken-out')], given)).toBe(2);
  expect(complained).toEqual(['people.csv, line 3, column person: the row stands twice']);
  await expect(readdir(join(dir, 'broken-out'))).rejects.toThrow('ENOENT');
});

test('a missing folder is named', async () => {
  const { environment: given, complained } = environment();
  expect(await pay(['--in', join(dir, 'nowhere'), '--out', dir], given)).toBe(2);
  expect(complained).toEqual(['run.json: cannot be read (ENOENT)']);
});

test.each([
  [[]],
  [['--in', 'a']],
  [['--out', 'b']],
  [['--in', 'a', '--export', 'r', '--out', 'b']],
  [['--what']],
  [['a', 'b']],
])('%j is answered with the use of the command', async (args: string[]) => {
  const { environment: given, complained } = environment();
  expect(await pay(args, given)).toBe(2);
  expect(complained).toHaveLength(1);
  expect(complained[0]).toContain('Use: pay --in DIR --out DIR2');
});

test('an export without an address of the database names the setting that is missing', async () => {
  const { environment: given, complained } = environment();
  expect(await pay(['--export', 'r1', '--out', dir], given)).toBe(2);
  expect(complained).toEqual([
    'To export a run, set XIBU_DATABASE_URL (or DATABASE_URL) to the address of the finance database.',
  ]);
});

test('an export without the service says so', async () => {
  const { environment: given, complained } = environment({ databaseUrl: 'postgres://x' });
  expect(await pay(['--export', 'r1', '--out', dir], given)).toBe(2);
  expect(complained[0]).toContain('cannot export');
});

test.each([
  [[], false],
  [['--names'], true],
])('an exported run can be recomputed; names are asked for by %j', async (more: string[], asked: boolean) => {
  const { inputs } = await readRunFolder(join(samples, '05'));
  const calls: unknown[] = [];
  const out = join(dir, `exported-${asked}`);
  const { environment: given } = environment({
    databaseUrl: 'postgres://x',
    exportRun: async (...call) => {
      calls.push(call);
      return { inputs, result: computeRun(inputs) };
    },
  });
  expect(await pay(['--export', 'r1', '--out', out, ...more], given)).toBe(0);
  expect(calls).toEqual([['postgres://x', 'r1', asked]]);
  expect(await readFile(join(out, 'run.json'))).toEqual(await readFile(join(samples, '05', 'run.json')));
});

test('a fault that is not of the input is not hidden behind an exit code', async () => {
  const failing = environment({
    databaseUrl: 'postgres://x',
    exportRun: () => Promise.reject(new Error('no connection')),
  });
  await expect(pay(['--export', 'r1', '--out', dir], failing.environment)).rejects.toThrow('no connection');
});
