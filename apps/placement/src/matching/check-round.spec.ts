import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freeze } from './freeze.js';
import { madeUpRound } from './made-up-round.js';
import { publishedFiles } from './published-round.js';
import { writeResult } from './result-tables.js';
import { solveRound } from './solve.js';

interface Checked {
  count: number;
  violations: { code: string; where: string; sentence: string }[];
  counts: Record<string, number> | null;
}

const checker = new URL('../../checker/check-round.mjs', import.meta.url).pathname;
const { checkRound } = (await import(checker)) as { checkRound(files: object): Checked };

const samples = new URL('../../samples/', import.meta.url).pathname;
const readFolder = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file))]));
let scratch: string;

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'xibu-checks-'));
});
afterAll(() => rmSync(scratch, { recursive: true }));

/** Sample 04 with one file changed; digests are left as they were. */
function spoilt(file: string, change: (text: string) => string): Checked {
  const files = readFolder(join(samples, '04'));
  const text = files[file]?.toString() as string;
  if (change(text) === text) throw new Error(`the change of ${file} changes nothing`);
  return checkRound({ ...files, [file]: Buffer.from(change(text)) });
}

const check = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [checker, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
};

test.each(readdirSync(samples))('the checker accepts sample %s', (name) => {
  expect(checkRound(readFolder(join(samples, name)))).toMatchObject({ count: 0, violations: [] });
});

test('the checker stands alone: it imports nothing but Node itself', () => {
  const imports = [...readFileSync(checker, 'utf8').matchAll(/^import .* from '(.*)';$/gm)].map(([, from]) => from);
  expect(imports).toEqual(['node:crypto', 'node:fs', 'node:path', 'node:url']);
});

test('a right round is ok with counts, version and digests, and exit code 0', () => {
  expect(check(join(samples, '02'))).toEqual({
    status: 0,
    stderr: '',
    stdout: [
      'ok: 6 applicants, 7 preferences, 4 posts, 4 nodes; 1 placed in pass 1, 1 in pass 2',
      'check-round 1.0.0 (xibu-round/1)',
      ...readFileSync(join(samples, '02/round.json'), 'utf8')
        .split('\n')
        .flatMap((line) => /"((?:input|result)Digest)": "(.*)"/.exec(line)?.slice(1).join(' ') ?? []),
      '',
    ].join('\n'),
  });
});

test('a wrong round is one line per violation, and exit code 1; version and digests stand aside', () => {
  const folder = join(scratch, 'wrong');
  cpSync(join(samples, '00'), folder, { recursive: true });
  writeFileSync(join(folder, 'result.csv'), 'code,post_id,pass,rank\na,,,\nb,p1,1,1\n');
  const { status, stdout, stderr } = check(folder);
  expect(status).toBe(1);
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  expect(lines.map((fields) => fields.length)).toEqual(lines.map(() => 3));
  expect(lines.map(([code, where]) => [code, where])).toEqual([
    ['digest', 'round.json:9:resultDigest'],
    ['passed-over', 'applicant a'],
    ['cutoff', 'cutoffs.csv:2:held'],
    ['cutoff', 'cutoffs.csv:3:held'],
    ['cutoff', 'cutoffs.csv:4:held'],
  ]);
  expect(stderr).toContain('check-round 1.0.0 (xibu-round/1)\ninputDigest 08ba7de9');
  expect(stderr).toContain('5 violations, 5 shown');
});

test('only the first hundred violations are shown', () => {
  const input = madeUpRound(3, { applicants: 300, posts: 9, nodes: 1, choices: 3, classes: 2, seats: 9 });
  const title = { season: '2023-2024', round: 'many', rulebook: 'none' };
  const result = { rows: [], cutoffs: solveRound(input).cutoffs };
  const files = publishedFiles(title, freeze(input), { value: input.seed, revealed: true }, writeResult(result));
  const { count, violations } = checkRound(files);
  expect(count).toBeGreaterThanOrEqual(300);
  expect(violations).toHaveLength(100);
});

test.each(['round.json', 'nodes.csv', 'preferences.csv', 'result.csv', 'cutoffs.csv'])(
  'without %s the files cannot be read: exit code 2',
  (file) => {
    const folder = join(scratch, `without-${file}`);
    cpSync(join(samples, '00'), folder, { recursive: true });
    rmSync(join(folder, file));
    expect(check(folder)).toEqual({ status: 2, stdout: '', stderr: `${file} cannot be read in ${folder}: ENOENT\n` });
  },
);

test.each([[[]], [['a', 'b']]])('a call with %j says how it is called: exit code 2', (args) => {
  expect(check(...args)).toEqual({ status: 2, stdout: '', stderr: 'usage: node check-round.mjs DIR\n' });
});

const replaced = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

test.each<[string, string, string, (text: string) => string]>([
  ['seed', 'round.json:7:seed', 'round.json', replaced(/"seed": ".*"/, '"seed": ""')],
  ['seed', 'round.json:7:seed', 'round.json', replaced('"seed": "2b', '"seed": "3b')],
  ['seed', 'round.json:7:seed', 'round.json', replaced('"45807b', '"55807b')],
  ['digest', 'round.json:8:inputDigest', 'round.json', replaced('"e7bd', '"f7bd')],
  ['digest', 'round.json:9:resultDigest', 'round.json', replaced('"b8ca', '"c8ca')],
  ['digest', 'round.json:9:resultDigest', 'round.json', replaced(/"resultDigest": ".*"/, '"resultDigest": ""')],
  ['format', 'round.json:2:format', 'round.json', replaced('xibu-round/1', 'xibu-round/2')],
  ['format', 'round.json:1', 'round.json', replaced('"round": ', '"round":')],
  ['format', 'round.json:1', 'round.json', replaced('{', '[')],
  ['format', 'round.json:1', 'round.json', replaced('"oracle"', '1')],
  ['format', 'nodes.csv:1:node_id', 'nodes.csv', replaced('max', 'maximum')],
  ['format', 'nodes.csv:2:parent_id', 'nodes.csv', replaced('r,,', 'r,r_1,')],
  ['unknown', 'nodes.csv:3:parent_id', 'nodes.csv', replaced('r_0,r,', 'r_0,q,')],
  ['twice', 'nodes.csv:4:node_id', 'nodes.csv', replaced('r_0_0', 'r_0')],
  ['format', 'nodes.csv:3:node_id', 'nodes.csv', replaced('r_0,', 'a,')],
  ['format', 'nodes.csv:5:max', 'nodes.csv', replaced(',3', ',03')],
  ['unknown', 'posts.csv:2:node_id', 'posts.csv', replaced('r_1_0', 'r_7')],
  ['format', 'posts.csv:2:reassignable', 'posts.csv', replaced(',1,1', ',1,yes')],
  ['format', 'posts.csv:2:capacity', 'posts.csv', replaced(',1,1', ',9007199254740993,1')],
  ['format', 'posts.csv:2:special', 'posts.csv', replaced(',s0,', ',s 0,')],
  ['twice', 'applicants.csv:3:code', 'applicants.csv', replaced('a000001', 'a000000')],
  ['format', 'applicants.csv:3:code', 'applicants.csv', replaced('a000001', 'A')],
  ['format', 'applicants.csv:2:score', 'applicants.csv', replaced('9000,1', '9000')],
  ['format', 'applicants.csv:2:reassign', 'applicants.csv', replaced('9000,1', '9000,1,1')],
  ['format', 'applicants.csv', 'applicants.csv', (text) => text.slice(0, -1)],
  ['unknown', 'preferences.csv:2:code', 'preferences.csv', replaced('a000000,1', 'a0,1')],
  ['format', 'preferences.csv:6:code', 'preferences.csv', replaced('a000001,1', 'A,1')],
  ['format', 'preferences.csv:3:rank', 'preferences.csv', replaced('a000000,2', 'a000000,3')],
  ['twice', 'preferences.csv:3:rank', 'preferences.csv', replaced('a000000,2', 'a000000,1')],
  ['unknown', 'preferences.csv:2:post_id', 'preferences.csv', replaced('p00004', 'p000040')],
  ['unknown', 'preferences.csv:2:post_id', 'preferences.csv', replaced('p00004', 'p')],
  ['twice', 'preferences.csv:3:post_id', 'preferences.csv', replaced('p00000', 'p00004')],
  ['format', 'preferences.csv:2:class', 'preferences.csv', replaced('p00004,0', 'p00004,-0')],
  ['format', 'traits.csv:2:code', 'traits.csv', replaced('a000000,s0,2\n', '')],
  ['unknown', 'traits.csv:2:code', 'traits.csv', replaced('a000000,s0', 'b,s0')],
  ['format', 'traits.csv:41:code', 'traits.csv', (text) => `${text}a000019,s3,0\n`],
  ['format', 'traits.csv:40:code', 'traits.csv', replaced(/a000019,s2,\d\n/, '')],
  ['format', 'result.csv:1:code', 'result.csv', replaced('rank', 'place')],
  ['format', 'result.csv:3:pass', 'result.csv', replaced('p00004,1,1', 'p00004,3,1')],
  ['format', 'result.csv:2:pass', 'result.csv', replaced('a000000,,,', 'a000000,,1,')],
  ['format', 'cutoffs.csv:2:held', 'cutoffs.csv', replaced('post:p00000,1,1,0,9000,', 'post:p00000,1,1,0,,')],
])('%s at %s is said of a changed %s', (code, where, file, change) => {
  const { violations } = spoilt(file, change);
  expect(violations.map((each) => `${each.code} ${each.where}`)).toContain(`${code} ${where}`);
  expect(violations.every(({ sentence }) => sentence.length > 0 && !/[\t\n]/.test(sentence))).toBe(true);
});

test('any changed byte of an input table is a wrong digest', () => {
  for (const file of ['nodes.csv', 'posts.csv', 'applicants.csv', 'preferences.csv', 'traits.csv']) {
    const { violations } = spoilt(file, (text) => text.replace(/.\n$/, (end) => (end === '7\n' ? '8\n' : '7\n')));
    expect(violations[0]).toMatchObject({ code: 'digest', where: 'round.json:8:inputDigest' });
  }
});
