import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lotteryOf } from './lottery.js';
import { madeUpRound } from './made-up-round.js';
import type { RoundInput } from './round-input.js';
import type { RoundResult } from './round-result.js';
import { solveRound } from './solve.js';
import { verify } from './verifier/verify.js';

/** The example of the published page, §5. */
function example(scoreOfA: number): RoundInput {
  const post = { nodeId: 'n', special: 's', capacity: 1, reassignable: true };
  return {
    nodes: [{ nodeId: 'n', parentId: null, max: 1 }],
    posts: [
      { ...post, postId: 'p1' },
      { ...post, postId: 'p2' },
    ],
    applicants: [
      { code: 'a', score: scoreOfA, acceptsReassignment: false },
      { code: 'b', score: 9000, acceptsReassignment: false },
    ],
    preferences: [
      { code: 'a', rank: 1, postId: 'p1', class: 1 },
      { code: 'a', rank: 2, postId: 'p2', class: 0 },
      { code: 'b', rank: 1, postId: 'p1', class: 0 },
    ],
    traits: [],
    seed: '00112233445566778899aabbccddeeff',
  };
}

const postsOf = (result: RoundResult) => Object.fromEntries(result.rows.map((row) => [row.code, row.postId]));
const ranksOf = (result: RoundResult) =>
  new Map(result.rows.map((row) => [row.code, row.pass === 1 ? (row.rank as number) : Number.POSITIVE_INFINITY]));

test('the small example: b takes p1, and a is rejected at p1 and then at the node', () => {
  expect(postsOf(solveRound(example(8000)))).toEqual({ a: null, b: 'p1' });
});

test('the small example with a better a: the second proposal of a pushes b out', () => {
  expect(postsOf(solveRound(example(9500)))).toEqual({ a: 'p2', b: null });
});

test('the class comes before the score, the score before the lottery, and the lottery decides between equals', () => {
  const { preferences, ...round } = example(9000);
  const inClasses = (ofA: number, ofB: number) =>
    preferences.flatMap((edge) => (edge.rank === 1 ? { ...edge, class: edge.code === 'a' ? ofA : ofB } : []));
  const winner = (ofA: number, ofB: number, scoreOfA: number) => {
    const applicants = example(scoreOfA).applicants;
    return postsOf(solveRound({ ...round, applicants, preferences: inClasses(ofA, ofB) })).a === 'p1' ? 'a' : 'b';
  };
  expect([winner(0, 1, 0), winner(1, 0, 10_000)]).toEqual(['a', 'b']);
  expect([winner(2, 2, 9001), winner(2, 2, 8999)]).toEqual(['a', 'b']);
  const first = BigInt(lotteryOf(round.seed, 'a')) < BigInt(lotteryOf(round.seed, 'b')) ? 'a' : 'b';
  expect(winner(2, 2, 9000)).toBe(first);
});

test('the order in which rows come does not show in the result', () => {
  const input = madeUpRound(5, { applicants: 50, posts: 12, nodes: 8, choices: 5, classes: 3, seats: 3 });
  const backwards = {
    nodes: input.nodes.toReversed(),
    posts: input.posts.toReversed(),
    applicants: input.applicants.toReversed(),
    preferences: input.preferences.toReversed(),
    traits: input.traits.toReversed(),
    seed: input.seed,
  };
  expect(solveRound(backwards)).toEqual(solveRound(input));
});

test('a round without applicants, or without posts, has a result', () => {
  const nothing = { nodes: [], posts: [], applicants: [], preferences: [], traits: [], seed: 's' };
  expect(solveRound(nothing)).toEqual({ rows: [], cutoffs: [] });
  const { applicants } = example(9000);
  expect(solveRound({ ...nothing, applicants }).rows.map((row) => row.postId)).toEqual([null, null]);
});

const rounds = fc
  .record({
    seed: fc.integer({ min: 1, max: 2 ** 31 }),
    applicants: fc.integer({ min: 1, max: 40 }),
    posts: fc.integer({ min: 1, max: 12 }),
    nodes: fc.integer({ min: 1, max: 8 }),
    choices: fc.integer({ min: 1, max: 6 }),
    classes: fc.integer({ min: 1, max: 4 }),
    seats: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ seed, ...sizes }) => madeUpRound(seed, sizes));

test('whatever the round, its result passes the verifier', () => {
  fc.assert(
    fc.property(rounds, (input) => {
      expect(verify(input, solveRound(input))).toEqual([]);
    }),
    { seed: 1, numRuns: 150 },
  );
});

test('one more below an outermost maximum never hurts anybody in the first pass', () => {
  fc.assert(
    fc.property(rounds, fc.nat(), (input, pick) => {
      const roots = input.nodes.filter((node) => node.parentId === null);
      const root = roots[pick % roots.length];
      const nodes = input.nodes.map((node) =>
        node === root && node.max !== null ? { ...node, max: node.max + 1 } : node,
      );
      const before = ranksOf(solveRound(input));
      const after = ranksOf(solveRound({ ...input, nodes }));
      for (const [code, rank] of after) expect(rank).toBeLessThanOrEqual(before.get(code) as number);
    }),
    { seed: 2, numRuns: 150 },
  );
});

test('one applicant less never hurts another in the first pass', () => {
  fc.assert(
    fc.property(rounds, fc.nat(), (input, pick) => {
      const gone = input.applicants[pick % input.applicants.length]?.code;
      const stays = ({ code }: { code: string }) => code !== gone;
      const fewer = {
        ...input,
        applicants: input.applicants.filter(stays),
        preferences: input.preferences.filter(stays),
        traits: input.traits.filter(stays),
      };
      const before = ranksOf(solveRound(input));
      for (const [code, rank] of ranksOf(solveRound(fewer)))
        expect(rank).toBeLessThanOrEqual(before.get(code) as number);
    }),
    { seed: 3, numRuns: 150 },
  );
});

/** Every list that can be made of some of these, in every order. */
function listsOf<Item>(items: readonly Item[]): Item[][] {
  return [
    [],
    ...items.flatMap((item) => listsOf(items.filter((other) => other !== item)).map((rest) => [item, ...rest])),
  ];
}

test('nobody gets a better post in the first pass by ranking untruthfully', () => {
  let lies = 0;
  for (let seed = 1; seed <= 25; seed += 1) {
    const input = madeUpRound(seed, { applicants: 6, posts: 4, nodes: 4, choices: 3, classes: 3, seats: 1 });
    const truthful = ranksOf(solveRound(input));
    for (const { code } of input.applicants) {
      const truth = input.preferences.filter((edge) => edge.code === code);
      const others = input.preferences.filter((edge) => edge.code !== code);
      for (const list of listsOf(truth)) {
        const lie = list.map((edge, index) => ({ ...edge, rank: index + 1 }));
        const row = solveRound({ ...input, preferences: [...others, ...lie] }).rows.find((each) => each.code === code);
        const got = row?.pass === 1 ? truth.find((edge) => edge.postId === row.postId)?.rank : undefined;
        expect(got ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(truthful.get(code) as number);
        lies += 1;
      }
    }
  }
  expect(lies).toBeGreaterThan(500);
});
