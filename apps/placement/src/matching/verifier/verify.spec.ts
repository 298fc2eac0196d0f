import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { freeze, readRound } from '../freeze.js';
import { drawLotteries } from '../lottery.js';
import { drawsFrom, madeUpRound } from '../made-up-round.js';
import { publishedFiles } from '../published-round.js';
import { readResult, writeResult } from '../result-tables.js';
import { type InputFiles, inputFiles, type ResultFiles, resultFiles } from '../round-files.js';
import type { RoundInput } from '../round-input.js';
import type { CutoffRow, ResultRow, RoundResult } from '../round-result.js';
import { solveRound } from '../solve.js';
import { verify, verifyFrozen } from './verify.js';

const { checkRound } = (await import(new URL('../../../checker/check-round.mjs', import.meta.url).pathname)) as {
  checkRound(files: object): { violations: { code: string }[] };
};

const samples = new URL('../../../samples/', import.meta.url).pathname;

test.each(readdirSync(samples))('the verifier accepts sample %s', (name) => {
  const read = (files: readonly string[]) =>
    Object.fromEntries(files.map((file) => [file, readFileSync(`${samples}${name}/${file}`)])) as object;
  const round = readRound(read(inputFiles) as InputFiles);
  const { seed } = JSON.parse(readFileSync(`${samples}${name}/round.json`, 'utf8')) as { seed: string };
  const result = readResult(read(resultFiles) as ResultFiles);
  expect(verifyFrozen(round, drawLotteries(seed, round.applicants.codes), result)).toEqual([]);
});

/** One way to spoil a result, and what may be said of it; null when this result offers no place for it. */
type Mutation = (
  result: RoundResult,
  input: RoundInput,
  pick: <Item>(items: readonly Item[]) => Item | undefined,
) => RoundResult | null;

const withRow = (result: RoundResult, changed: ResultRow): RoundResult => ({
  ...result,
  rows: result.rows.map((row) => (row.code === changed.code ? changed : row)),
});
const withCutoff = (result: RoundResult, old: CutoffRow | undefined, change: Partial<CutoffRow>): RoundResult | null =>
  old ? { ...result, cutoffs: result.cutoffs.map((row) => (row === old ? { ...row, ...change } : row)) } : null;
const nothing = { postId: null, pass: null, rank: null };
const inPass = (result: RoundResult, pass: 1 | 2 | null) => result.rows.filter((row) => row.pass === pass);

const mutations: Record<string, { expect: string[]; mutate: Mutation }> = {
  'a seat of the first pass is taken away': {
    expect: ['passed-over'],
    mutate: (result, _, pick) => {
      const row = pick(inPass(result, 1));
      return row ? withRow(result, { code: row.code, ...nothing }) : null;
    },
  },
  'two applicants swap what they hold': {
    expect: ['ineligible', 'passed-over', 'not-best'],
    mutate: (result, _, pick) => {
      const one = pick(inPass(result, 1));
      const other = pick(inPass(result, 1).filter((row) => row.postId !== one?.postId));
      if (!one || !other) return null;
      return withRow(withRow(result, { ...other, code: one.code }), { ...one, code: other.code });
    },
  },
  'somebody holds a lower choice than due': {
    expect: ['passed-over', 'not-best', 'capacity', 'quota'],
    mutate: (result, input, pick) => {
      const edge = pick(
        input.preferences.filter(({ code, rank }) =>
          inPass(result, 1).some((row) => row.code === code && (row.rank as number) < rank),
        ),
      );
      return edge ? withRow(result, { code: edge.code, postId: edge.postId, pass: 1, rank: edge.rank }) : null;
    },
  },
  'somebody is let in beyond a maximum': {
    expect: ['capacity', 'quota'],
    mutate: (result, input, pick) => {
      const edge = pick(input.preferences.filter(({ code }) => inPass(result, null).some((row) => row.code === code)));
      return edge ? withRow(result, { code: edge.code, postId: edge.postId, pass: 1, rank: edge.rank }) : null;
    },
  },
  'somebody else holds the seat': {
    expect: ['passed-over', 'ineligible'],
    mutate: (result, _, pick) => {
      const [row, other] = [pick(inPass(result, 1)), pick(inPass(result, null))];
      return row && other
        ? withRow(withRow(result, { ...row, code: other.code }), { code: row.code, ...nothing })
        : null;
    },
  },
  'a post that was not ranked is held in the first pass': {
    expect: ['ineligible'],
    mutate: (result, input, pick) => {
      const row = pick(inPass(result, 1));
      const ranked = new Set(input.preferences.filter((edge) => edge.code === row?.code).map((edge) => edge.postId));
      const post = pick(input.posts.filter(({ postId }) => !ranked.has(postId)));
      return row && post ? withRow(result, { ...row, postId: post.postId }) : null;
    },
  },
  'a rank is wrong': {
    expect: ['ineligible'],
    mutate: (result, _, pick) => {
      const row = pick(inPass(result, 1));
      return row ? withRow(result, { ...row, rank: (row.rank as number) + 1 }) : null;
    },
  },
  'a seat of the first pass is called one of the second': {
    expect: ['passed-over', 'reassignment'],
    mutate: (result, _, pick) => {
      const row = pick(inPass(result, 1));
      return row ? withRow(result, { ...row, pass: 2, rank: null }) : null;
    },
  },
  'a seat of the second pass is taken away': {
    expect: ['reassignment'],
    mutate: (result, _, pick) => {
      const row = pick(inPass(result, 2));
      return row ? withRow(result, { code: row.code, ...nothing }) : null;
    },
  },
  'a seat of the second pass is another post': {
    expect: ['reassignment', 'capacity', 'quota'],
    mutate: (result, input, pick) => {
      const row = pick(inPass(result, 2));
      const post = pick(input.posts.filter(({ postId }) => postId !== row?.postId));
      return row && post ? withRow(result, { ...row, postId: post.postId }) : null;
    },
  },
  'somebody is reassigned who declined, or for whom nothing is left': {
    expect: ['reassignment', 'capacity', 'quota'],
    mutate: (result, input, pick) => {
      const [row, post] = [pick(inPass(result, null)), pick(input.posts)];
      return row && post ? withRow(result, { code: row.code, postId: post.postId, pass: 2, rank: null }) : null;
    },
  },
  'a rank stands in the second pass': {
    expect: ['format'],
    mutate: (result, _, pick) => {
      const row = pick(inPass(result, 2));
      return row ? withRow(result, { ...row, rank: 1 }) : null;
    },
  },
  'a post is held that is not in the round': {
    expect: ['unknown'],
    mutate: (result, _, pick) => {
      const row = pick(inPass(result, 1));
      return row ? withRow(result, { ...row, postId: 'p9' }) : null;
    },
  },
  'somebody is in the result who is not in the round': {
    expect: ['unknown'],
    mutate: (result) => ({ ...result, rows: [...result.rows, { code: 'z', ...nothing }] }),
  },
  'somebody is in the result twice': {
    expect: ['twice'],
    mutate: (result, _, pick) => {
      const row = pick(result.rows);
      return row
        ? { ...result, rows: result.rows.flatMap((each) => (each === row ? [each, { ...each }] : [each])) }
        : null;
    },
  },
  'somebody is missing': {
    expect: ['format'],
    mutate: (result, _, pick) => {
      const row = pick(inPass(result, null));
      return row ? { ...result, rows: result.rows.filter((each) => each !== row) } : null;
    },
  },
  'rows are not in order': { expect: ['format'], mutate: (result) => ({ ...result, rows: result.rows.toReversed() }) },
  'a number held is wrong': {
    expect: ['cutoff'],
    mutate: (result, _, pick) => {
      const row = pick(result.cutoffs);
      return withCutoff(result, row, { held: (row?.held ?? 0) + 1 });
    },
  },
  'a full post or node is called open, or the other way round': {
    expect: ['cutoff'],
    mutate: (result, _, pick) => {
      const row = pick(result.cutoffs);
      return withCutoff(result, row, { full: !row?.full });
    },
  },
  'a cut-off key is wrong': {
    expect: ['cutoff'],
    mutate: (result, _, pick) => {
      const row = pick(result.cutoffs.filter(({ key }) => key));
      const key = row?.key
        ? pick([
            { ...row.key, class: row.key.class + 1 },
            { ...row.key, score: row.key.score - 1 },
            { ...row.key, lottery: `${BigInt(row.key.lottery) - 1n}` },
            { ...row.key, code: 'a999999' },
          ])
        : undefined;
      return key ? withCutoff(result, row, { key }) : null;
    },
  },
  'a cut-off key is missing': {
    expect: ['cutoff'],
    mutate: (result, _, pick) => withCutoff(result, pick(result.cutoffs.filter(({ key }) => key)), { key: null }),
  },
  'a cut-off is missing': {
    expect: ['cutoff'],
    mutate: (result, _, pick) => {
      const row = pick(result.cutoffs);
      return { ...result, cutoffs: result.cutoffs.filter((each) => each !== row) };
    },
  },
  'a cut-off is there twice': {
    expect: ['twice'],
    mutate: (result) => ({ ...result, cutoffs: result.cutoffs.flatMap((row, index) => (index ? [row] : [row, row])) }),
  },
  'a cut-off of something that is not in the round': {
    expect: ['unknown'],
    mutate: (result, _, pick) => withCutoff(result, pick(result.cutoffs), { nodeId: 'zz' }),
  },
  'cut-offs are not in order': {
    expect: ['format'],
    mutate: (result) => ({ ...result, cutoffs: result.cutoffs.toReversed() }),
  },
};

/** Every other round has few preferences and much room, so that its second pass has something to do. */
const rounds = Array.from({ length: 24 }, (_, index) => {
  const [crowded, roomy] = [
    { applicants: 40, choices: 5 },
    { applicants: 24, choices: 1 },
  ];
  const made = madeUpRound(index + 1, { posts: 12, nodes: 5, classes: 3, seats: 3, ...(index % 2 ? crowded : roomy) });
  const more = index % 2 ? 3 : 9;
  const input = {
    ...made,
    nodes: made.nodes.map((node) => ({ ...node, max: node.max === null ? null : node.max + more })),
  };
  return { seed: index + 1, input, result: solveRound(input), frozen: freeze(input) };
});
let spoiltInAll = 0;
const title = { season: '2023-2024', round: 'spoilt', rulebook: 'none' };

test.each(Object.entries(mutations))('when %s, verifier and checker both say so', (_, { expect: codes, mutate }) => {
  let spoilt = 0;
  for (const { seed, input, result, frozen } of rounds) {
    const draw = drawsFrom(seed);
    const mutated = mutate(result, input, (items) => items[Math.floor(draw() * items.length)]);
    if (!mutated) continue;
    spoilt += 1;
    const files = publishedFiles(title, frozen, { value: input.seed, revealed: true }, writeResult(mutated));
    const found: Record<string, string[]> = {
      verifier: verify(input, mutated).map(({ code }) => code),
      checker: checkRound(files).violations.map(({ code }) => code),
    };
    for (const [who, said] of Object.entries(found)) {
      // At least one of what this mutation breaks; and never nothing.
      expect({ seed, who, said: codes.some((code) => said.includes(code)) || said }).toEqual({ seed, who, said: true });
    }
    expect({ seed, codes: new Set(found.checker) }).toEqual({ seed, codes: new Set(found.verifier) });
  }
  expect(spoilt).toBeGreaterThanOrEqual(8);
  spoiltInAll += spoilt;
});

test('more than 300 spoilt results were rejected above', () => {
  expect(spoiltInAll).toBeGreaterThan(300);
});

test('at most the first hundred violations are listed', () => {
  const input = madeUpRound(1, { applicants: 300, posts: 5, nodes: 1, choices: 3, classes: 2, seats: 9 });
  expect(verify(input, { rows: [], cutoffs: [] })).toHaveLength(100);
});
