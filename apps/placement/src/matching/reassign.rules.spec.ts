import { expect, test } from '@jest/globals';
import { lotteryOf } from './lottery.js';
import { drawsFrom, madeUpRound } from './made-up-round.js';
import type { RoundInput } from './round-input.js';
import type { RoundResult } from './round-result.js';
import { solveRound } from './solve.js';

/** The words of the published page for 服从调剂, carried out post by post. Answers who gets what in the second pass. */
function secondPassByDefinition(input: RoundInput, result: RoundResult): Map<string, string> {
  const held = new Map(result.rows.flatMap((row) => (row.pass === 1 ? [[row.code, row.postId as string]] : [])));
  const parents = new Map(input.nodes.map((node) => [node.nodeId, node.parentId]));
  const pathFrom = (node: string | null | undefined): string[] => (node ? [node, ...pathFrom(parents.get(node))] : []);
  const nodeOf = new Map(input.posts.map((post) => [post.postId, post.nodeId]));
  const given = new Map<string, string>();
  const taken = () => [...held.values(), ...given.values()];
  const left = (post: RoundInput['posts'][number]) =>
    post.capacity - taken().filter((postId) => postId === post.postId).length;
  const hasRoom = (post: RoundInput['posts'][number]) =>
    left(post) > 0 &&
    pathFrom(post.nodeId).every((nodeId) => {
      const max = input.nodes.find((node) => node.nodeId === nodeId)?.max ?? Number.POSITIVE_INFINITY;
      return taken().filter((postId) => pathFrom(nodeOf.get(postId)).includes(nodeId)).length < max;
    });

  const waiting = input.applicants
    .filter((applicant) => applicant.acceptsReassignment && !held.has(applicant.code))
    .map((applicant) => ({ ...applicant, lottery: BigInt(lotteryOf(input.seed, applicant.code)) }))
    .sort((one, other) => other.score - one.score || (one.lottery < other.lottery ? -1 : 1));
  for (const { code } of waiting) {
    const ranked = new Set(input.preferences.filter((edge) => edge.code === code).map((edge) => edge.postId));
    const classOf = (special: string) =>
      input.traits.find((trait) => trait.code === code && trait.special === special)?.class ?? 0;
    const [best] = input.posts
      .filter((post) => post.reassignable && !ranked.has(post.postId) && hasRoom(post))
      .sort(
        (one, other) =>
          classOf(one.special) - classOf(other.special) ||
          left(other) - left(one) ||
          (one.postId < other.postId ? -1 : 1),
      );
    if (best) given.set(code, best.postId);
  }
  return given;
}

const given = (result: RoundResult) =>
  new Map(result.rows.flatMap((row) => (row.pass === 2 ? [[row.code, row.postId as string]] : [])));

test('the second pass does what its definition says, over 200 rounds', () => {
  let reassigned = 0;
  for (let seed = 1; seed <= 200; seed += 1) {
    const draw = drawsFrom(seed);
    const { nodes, ...tight } = madeUpRound(seed, {
      applicants: 10 + Math.floor(draw() * 20),
      posts: 8 + Math.floor(draw() * 8),
      nodes: 1 + Math.floor(draw() * 6),
      choices: 2,
      classes: 1 + Math.floor(draw() * 3),
      seats: 1 + Math.floor(draw() * 4),
    });
    const input = { ...tight, nodes: nodes.map((node) => ({ ...node, max: node.max === null ? null : node.max + 4 })) };
    const result = solveRound(input);
    expect({ seed, given: given(result) }).toEqual({ seed, given: secondPassByDefinition(input, result) });
    reassigned += given(result).size;
  }
  expect(reassigned).toBeGreaterThan(300);
});

const post = (postId: string, special: string, capacity: number, more = {}) => ({
  postId,
  nodeId: 'n',
  special,
  capacity,
  reassignable: true,
  ...more,
});
const round = (posts: RoundInput['posts'], traits: RoundInput['traits'], max: number | null = null): RoundInput => ({
  nodes: [{ nodeId: 'n', parentId: null, max }],
  posts,
  applicants: [
    { code: 'a', score: 8000, acceptsReassignment: true },
    { code: 'b', score: 9000, acceptsReassignment: true },
  ],
  preferences: [],
  traits,
  seed: 's',
});
const trait = (code: string, special: string, ofSpecial: number) => ({ code, special, class: ofSpecial });

test('the class comes first, then the most seats left, then the smallest id', () => {
  const posts = [post('p1', 's', 1), post('p2', 's', 2), post('p3', 't', 9), post('p4', 's', 2)];
  const traits = ['a', 'b'].flatMap((code) => [trait(code, 's', 0), trait(code, 't', 1)]);
  // b has the better score and goes first: p2 before p4. Then p4 has more seats left than p2.
  expect(given(solveRound(round(posts, traits)))).toEqual(
    new Map([
      ['b', 'p2'],
      ['a', 'p4'],
    ]),
  );
});

test('posts of two specials of the same class compete by seats and id', () => {
  const posts = [post('p1', 't', 1), post('p2', 's', 1), post('p3', 's', 2)];
  const traits = ['a', 'b'].flatMap((code) => [trait(code, 's', 2), trait(code, 't', 2)]);
  expect(given(solveRound(round(posts, traits)))).toEqual(
    new Map([
      ['b', 'p3'],
      ['a', 'p1'],
    ]),
  );
});

test('a post with reassignable 0, or ranked by the applicant, is not given in the second pass', () => {
  const closed = round([post('p1', 's', 5, { reassignable: false })], []);
  expect(given(solveRound(closed)).size).toBe(0);
  const ranked: RoundInput = {
    ...round([post('p1', 's', 0), post('p2', 's', 1)], [trait('a', 's', 0), trait('b', 's', 0)]),
    preferences: [{ code: 'b', rank: 1, postId: 'p1', class: 0 }],
  };
  expect(given(solveRound({ ...ranked, posts: [post('p1', 's', 0), post('p2', 's', 1)] }))).toEqual(
    new Map([['b', 'p2']]),
  );
});

test('a full node ends the second pass below it, and seats of both passes count', () => {
  const posts = [post('p1', 's', 5)];
  const traits = [trait('a', 's', 0), trait('b', 's', 0)];
  expect(given(solveRound(round(posts, traits, 1)))).toEqual(new Map([['b', 'p1']]));
  const first: RoundInput = {
    ...round(posts, traits, 1),
    preferences: [{ code: 'a', rank: 1, postId: 'p1', class: 0 }],
  };
  expect(solveRound(first).rows).toEqual([
    { code: 'a', postId: 'p1', pass: 1, rank: 1 },
    { code: 'b', postId: null, pass: null, rank: null },
  ]);
});

test('who does not accept reassignment gets nothing in the second pass', () => {
  const input = round([post('p1', 's', 5)], [trait('b', 's', 0)]);
  const applicants = input.applicants.map((applicant) => ({
    ...applicant,
    acceptsReassignment: applicant.code === 'b',
  }));
  expect(given(solveRound({ ...input, applicants }))).toEqual(new Map([['b', 'p1']]));
});
