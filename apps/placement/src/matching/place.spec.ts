import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { place } from './place.js';
import { type InputFiles, inputDigestOf, inputFiles } from './round-files.js';

const samples = fileURLToPath(new URL('../../samples', import.meta.url));
const names = readdirSync(samples).sort();
let scratch: string;

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'xibu-rounds-'));
});
afterAll(() => rmSync(scratch, { recursive: true }));

async function run(...args: string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await place(args, { say: (line) => said.push(line), complain: (line) => complained.push(line) });
  return { code, said, complained };
}

/** A copy of a sample with some files changed; the digest in `round.json` follows unless it is the one changed. */
function sampleWith(name: string, changes: Record<string, (text: string) => string>): string {
  const folder = mkdtempSync(join(scratch, 'in-'));
  cpSync(join(samples, name), folder, { recursive: true });
  for (const [file, change] of Object.entries(changes)) {
    const text = readFileSync(join(folder, file), 'utf8');
    const changed = change(text);
    if (changed === text) throw new Error(`the change of ${file} changes nothing`);
    writeFileSync(join(folder, file), changed);
  }
  if (!changes['round.json']) {
    const files = Object.fromEntries(inputFiles.map((file) => [file, readFileSync(join(folder, file))]));
    const header = JSON.parse(readFileSync(join(folder, 'round.json'), 'utf8'));
    header.inputDigest = inputDigestOf(files as Partial<InputFiles> as InputFiles);
    writeFileSync(join(folder, 'round.json'), `${JSON.stringify(header, null, 2)}\n`);
  }
  return folder;
}

test('there are eleven samples', () => {
  expect(names).toEqual(['00', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10']);
});

test.each(names)('sample %s is placed byte for byte as published', async (name) => {
  const out = join(scratch, `out-${name}`);
  const input = sampleWith(name, {
    'round.json': (text) => text.replace(/"resultDigest": ".*"/, '"resultDigest": ""'),
  });
  for (const file of ['result.csv', 'cutoffs.csv']) rmSync(join(input, file));
  expect(await run('--in', input, '--out', out)).toMatchObject({ code: 0, complained: [] });
  for (const file of ['result.csv', 'cutoffs.csv', 'round.json']) {
    expect(readFileSync(join(out, file), 'utf8')).toBe(readFileSync(join(samples, name, file), 'utf8'));
  }
  expect(readdirSync(out).sort()).toEqual(['cutoffs.csv', 'result.csv', 'round.json']);
});

test('a round may be placed into its own folder, and again with the same bytes', async () => {
  const folder = sampleWith('02', {
    'round.json': (text) => text.replace(/"resultDigest": ".*"/, '"resultDigest": ""'),
  });
  for (const _ of ['once', 'again']) expect((await run('--in', folder, '--out', folder)).code).toBe(0);
  for (const file of readdirSync(folder)) {
    expect(readFileSync(join(folder, file), 'utf8')).toBe(readFileSync(join(samples, '02', file), 'utf8'));
  }
});

test('the command prints its version, the format and both digests', async () => {
  const { said } = await run('--in', join(samples, '00'), '--out', join(scratch, 'printed'));
  expect(said).toEqual([
    'xibu place 1.0.0 (xibu-round/1)',
    'inputDigest 08ba7de9b22e9d08edad6b1e6ec9440d463e95ce3c205f206cff34d8cb8b449e',
    'resultDigest 84fb3d2a013aba16ad6a05debf9bcb7e7bd61258bf2ea136b8ba9c821c382e6d',
    '2 applicants: 1 placed in pass 1, 0 in pass 2',
  ]);
});

test('a table that breaks the format is refused in one sentence, with exit code 2, and nothing is written', async () => {
  const out = join(scratch, 'refused');
  const input = sampleWith('04', { 'nodes.csv': (text) => text.replace('r_0,r,', 'r_0,x,') });
  expect(await run('--in', input, '--out', out)).toEqual({
    code: 2,
    said: [],
    complained: ['nodes.csv, line 3, column parent_id: there is no node x'],
  });
  expect(existsSync(out)).toBe(false);
});

test.each<[string, (text: string) => string, string]>([
  [
    'a seed that is not revealed',
    (text) => text.replace(/"seed": ".*"/, '"seed": ""'),
    '7, column seed: is not revealed',
  ],
  ['another seed', (text) => text.replace('"2b82', '"3b82'), '7, column seed: is not the seed of the commitment'],
  ['another commitment', (text) => text.replace('"4580', '"5580'), '7, column seed: is not the seed of the commitment'],
  [
    'another input digest',
    (text) => text.replace('"e7bd', '"f7bd'),
    '8, column inputDigest: is not the digest of the input',
  ],
  ['another format', (text) => text.replace('round/1', 'round/2'), '2, column format: must be xibu-round/1'],
])('%s is refused with line and key', async (_, change, complaint) => {
  const input = sampleWith('04', { 'round.json': change });
  const { code, complained } = await run('--in', input, '--out', join(scratch, 'refused'));
  expect(code).toBe(2);
  expect(complained).toEqual([expect.stringContaining(`round.json, line ${complaint}`)]);
});

test('a table that is wrong is named itself, even when its digest is wrong as well', async () => {
  const folder = sampleWith('04', {
    'posts.csv': (text) => text.replace('p00001', 'p00000'),
    'round.json': (text) => text.replace('"e7bd', '"f7bd'),
  });
  expect((await run('--in', folder, '--out', join(scratch, 'refused'))).complained).toEqual([
    'posts.csv, line 3, column post_id: p00000 is there twice',
  ]);
});

test.each(['round.json', ...inputFiles])('a folder without %s is refused', async (file) => {
  const folder = sampleWith('04', {});
  rmSync(join(folder, file));
  const { code, complained } = await run('--in', folder, '--out', join(scratch, 'refused'));
  expect({ code, complained }).toEqual({ code: 2, complained: [`${file}: is missing in ${folder}`] });
});

test.each([
  [[]],
  [['--in', 'a']],
  [['--in', 'a', '--out']],
  [['--in', 'a', '--out', 'b', '--seed', 'c']],
  [['a', 'b']],
])('a call with %j says how it is called', async (args) => {
  expect(await run(...args)).toEqual({
    code: 2,
    said: [],
    complained: ['place: is called as "place --in DIR --out DIR2"'],
  });
});
