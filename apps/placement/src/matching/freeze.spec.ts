import { expect, test } from '@jest/globals';
import { TableFault } from '@xibu/documents/strict-tables';
import { freeze, readRound } from './freeze.js';
import { madeUpRound } from './made-up-round.js';
import { publishedFiles } from './published-round.js';
import { readResult, writeResult } from './result-tables.js';
import { inputDigestOf, inputFiles } from './round-files.js';
import type { RoundInput } from './round-input.js';
import { readHeader } from './round-json.js';
import { solve, solveRound } from './solve.js';

const made = madeUpRound(4, { applicants: 12, posts: 6, nodes: 5, choices: 4, classes: 3, seats: 2 });

test('rows become sorted tables whose digest does not depend on the order they came in', () => {
  const { files, inputDigest } = freeze(made);
  expect(Object.keys(files)).toEqual(inputFiles);
  expect(inputDigest).toBe(inputDigestOf(files));
  expect(Buffer.from(files['nodes.csv']).toString()).toMatch(/^node_id,parent_id,max\nn000,,\d*\n/);
  const shuffled = { ...made, preferences: made.preferences.toReversed(), applicants: made.applicants.toReversed() };
  expect(freeze(shuffled).inputDigest).toBe(inputDigest);
});

test('a frozen round is read back with everything in it', () => {
  const round = readRound(freeze(made).files);
  expect(round.applicants.codes).toEqual(made.applicants.map(({ code }) => code));
  expect(round.edges.post).toHaveLength(made.preferences.length);
  expect([...round.edges.post].map((post) => round.posts.ids[post])).toEqual(
    made.preferences.map(({ postId }) => postId),
  );
  expect([...round.edges.class]).toEqual(made.preferences.map((edge) => edge.class));
  expect(round.traits.class).toHaveLength(made.traits.length);
  expect([...round.nodes.parent].map((parent) => round.nodes.ids[parent] ?? null)).toEqual(
    made.nodes.map(({ parentId }) => parentId),
  );
});

test.each<[string, Partial<RoundInput>, string]>([
  ['a fraction of a point', { applicants: [{ code: 'a', score: 80.5, acceptsReassignment: false }] }, 'applicants.csv'],
  [
    'a code with a letter that is not allowed',
    { applicants: [{ code: 'a,1', score: 1, acceptsReassignment: false }] },
    'applicants.csv',
  ],
  ['a node above itself', { nodes: [{ nodeId: 'n', parentId: 'n', max: null }] }, 'nodes.csv'],
  ['an unknown post', { preferences: [{ code: 'a000000', rank: 1, postId: 'p', class: 0 }] }, 'preferences.csv'],
  ['missing traits', { traits: [] }, 'traits.csv'],
])('a round with %s is never frozen', (_, change, file) => {
  expect(() => freeze({ ...made, ...(file === 'nodes.csv' ? { posts: [] } : {}), ...change })).toThrow(
    expect.objectContaining({ name: TableFault.name, file }),
  );
});

test('a result is read back from its tables', () => {
  const result = solveRound(made);
  expect(readResult(writeResult(result))).toEqual(result);
});

test.each([
  ['a pass without a post', 'result.csv', 'code,post_id,pass,rank\na,,1,\n', 'pass'],
  ['a third pass', 'result.csv', 'code,post_id,pass,rank\na,p,3,\n', 'pass'],
  ['a rank in the second pass', 'result.csv', 'code,post_id,pass,rank\na,p,2,1\n', 'rank'],
  [
    'a name that is neither node nor post',
    'cutoffs.csv',
    'node_id,held,full,class,score,lottery,code\nnode:n,0,0,,,,\n',
    'node_id',
  ],
  ['half a key', 'cutoffs.csv', 'node_id,held,full,class,score,lottery,code\nn,1,1,0,,,\n', 'class'],
  [
    'a lottery with a leading zero',
    'cutoffs.csv',
    'node_id,held,full,class,score,lottery,code\nn,1,1,0,1,01,a\n',
    'lottery',
  ],
])('result tables with %s are refused', (_, file, text, column) => {
  const files = { ...writeResult(solveRound(made)), [file]: Buffer.from(text) };
  expect(() => readResult(files)).toThrow(expect.objectContaining({ name: TableFault.name, file, line: 2, column }));
});

test('the seed is published with the result, and only its commitment before', () => {
  const title = { season: '2023-2024', round: 'first', rulebook: 'v1' };
  const frozen = freeze(made);
  const before = publishedFiles(title, frozen, { value: 'secret', revealed: false });
  expect(before['result.csv']).toBeUndefined();
  expect(Object.values(before).every((bytes) => !Buffer.from(bytes).includes('secret'))).toBe(true);
  const header = readHeader(before['round.json']);
  expect(header).toMatchObject({ ...title, seed: '', inputDigest: frozen.inputDigest, resultDigest: '' });
  const after = publishedFiles(title, frozen, { value: 'secret', revealed: true }, writeResult(solveRound(made)));
  expect(readHeader(after['round.json'])).toMatchObject({ seed: 'secret', seedCommitment: header.seedCommitment });
});

test('equal score and lottery halves are no trouble at ten thousand applicants, and classes may be huge', () => {
  const applicants = Array.from({ length: 10_000 }, (_, index) => ({
    code: `c${index}`,
    score: 5,
    acceptsReassignment: false,
  }));
  const preferences = applicants.map(({ code }, index) => ({
    code,
    rank: 1,
    postId: 'p',
    class: index % 2 ? Number.MAX_SAFE_INTEGER : 7,
  }));
  const posts = [{ postId: 'p', nodeId: 'n', special: 's', capacity: 5000, reassignable: false }];
  const nodes = [{ nodeId: 'n', parentId: null, max: null }];
  const round = readRound(freeze({ nodes, posts, applicants, preferences, traits: [] }).files);
  const { placement } = solve(round, 'seed');
  const placed = round.applicants.codes.filter((_, applicant) => placement.pass[applicant]);
  expect(placed).toHaveLength(5000);
  expect(placed.every((code) => Number(code.slice(1)) % 2 === 0)).toBe(true);
});
