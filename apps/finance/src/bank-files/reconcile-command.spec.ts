import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { reconcile } from './reconcile-command.js';

const samples = join(import.meta.dirname, '../../samples/bank-files');
const names = (await readdir(samples)).sort();
const results = ['exceptions.csv', 'files.csv', 'states.csv', 'totals.csv'];

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'reconcile-'));
});
afterAll(async () => rm(dir, { recursive: true }));

async function run(...args: string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await reconcile(args, { say: (line) => said.push(line), complain: (line) => complained.push(line) });
  return { code, said, complained };
}

test('there are six samples', () => {
  expect(names).toHaveLength(6);
});

test.each(names)('sample %s comes out byte for byte', async (name) => {
  const out = join(dir, name);
  expect((await run('--in', join(samples, name), '--out', out)).code).toBe(0);
  expect((await readdir(out)).sort()).toEqual(results);
  for (const file of results) {
    expect({ file, text: await readFile(join(out, file), 'utf8') }).toEqual({
      file,
      text: await readFile(join(samples, name, file), 'utf8'),
    });
  }
});

test('a payment file that breaks its seal ends with code 2 and one sentence', async () => {
  const folder = join(dir, 'tampered');
  await cp(join(samples, '00'), folder, { recursive: true });
  const text = await readFile(join(folder, 'payment.csv'), 'utf8');
  await writeFile(join(folder, 'payment.csv'), text.replace('志愿者1', '志愿者9'));
  const { code, complained } = await run('--in', folder, '--out', join(dir, 'tampered-out'));
  expect(code).toBe(2);
  expect(complained).toEqual(['payment.csv, line 5, column sha256: is not the digest of the bytes before this line']);
  await expect(readdir(join(dir, 'tampered-out'))).rejects.toThrow('ENOENT');
});

test('a batch that no bank has answered yet is pending', async () => {
  const folder = join(dir, 'unanswered');
  await cp(join(samples, '00'), folder, { recursive: true });
  await rm(join(folder, 'returns'), { recursive: true });
  expect((await run('--in', folder, '--out', folder)).code).toBe(0);
  expect(await readFile(join(folder, 'files.csv'), 'utf8')).toBe('file,result\n');
  expect(await readFile(join(folder, 'totals.csv'), 'utf8')).toBe(
    'state,count,fen\naccepted,0,0\npending,3,808855\nreturned,0,0\n',
  );
});

test('files that are not .csv are no return files', async () => {
  const folder = join(dir, 'others');
  await cp(join(samples, '00'), folder, { recursive: true });
  await writeFile(join(folder, 'returns', 'notes.txt'), 'x');
  expect((await run('--in', folder, '--out', folder)).code).toBe(0);
  expect(await readFile(join(folder, 'files.csv'), 'utf8')).toBe('file,result\n001.csv,taken\n');
});

test('a missing payment file is named', async () => {
  expect(await run('--in', join(dir, 'nowhere'), '--out', dir)).toMatchObject({
    code: 2,
    complained: ['payment.csv: cannot be read (ENOENT)'],
  });
});

test.each([[[]], [['--in', 'a']], [['--out', 'a']], [['--what']]])(
  '%j is answered with the use of the command',
  async (args: string[]) => {
    const { code, complained } = await run(...args);
    expect(code).toBe(2);
    expect(complained[0]).toContain('Use: reconcile --in DIR --out DIR2.');
  },
);
