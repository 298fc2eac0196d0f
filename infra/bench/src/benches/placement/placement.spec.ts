import { expect, test } from '@jest/globals';
import { orderApplicants } from '@xibu/placement/dist/matching/keys.rules.js';
import { drawLotteries } from '@xibu/placement/dist/matching/lottery.js';
import { match } from '@xibu/placement/dist/matching/match.rules.js';
import { asResult, solve } from '@xibu/placement/dist/matching/solve.js';
import { verifyFrozen } from '@xibu/placement/dist/matching/verifier/verify.js';
import { madeUpInstance } from './made-up-instance.js';
import { plainAcceptance } from './plain-acceptance.js';

const small = { applicants: 2_000, choices: 8, posts: 100, seats: 1_200, provinces: 4, counties: 12 };

test('the textbook floor places everybody as our engine does where no quota binds', () => {
  for (const seed of [1, 2, 3]) {
    const made = madeUpInstance(small, seed);
    const round = { ...made, nodes: { ...made.nodes, max: made.nodes.max.map(() => Number.POSITIVE_INFINITY) } };
    const order = orderApplicants(round.applicants.score, drawLotteries('x', round.applicants.codes));
    expect(plainAcceptance(round, order.position)).toEqual(match(round, order).post);
  }
});

test('a made-up instance is solved and verified, and every level of its quotas rejects somebody', () => {
  const round = madeUpInstance(small, 4);
  const solution = solve(round, 'x');
  expect(verifyFrozen(round, solution.lotteries, asResult(round, solution))).toEqual([]);
  const full = (name: string) =>
    asResult(round, solution).cutoffs.filter((cutoff) => cutoff.nodeId.startsWith(name) && cutoff.full).length;
  expect(full('post:')).toBeGreaterThan(0);
  for (const level of ['n', 'p', 'q']) expect(full(level)).toBeGreaterThan(0);
});

test('nobody ranks a post twice in a made-up instance', () => {
  const { edges, applicants } = madeUpInstance(small, 5);
  for (const [applicant] of applicants.codes.entries()) {
    const ranked = edges.post.subarray(edges.first[applicant], edges.first[applicant + 1]);
    expect(new Set(ranked).size).toBe(small.choices);
  }
});
