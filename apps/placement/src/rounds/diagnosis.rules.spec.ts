import { expect, test } from '@jest/globals';
import { madeUpRound } from '../matching/made-up-round.js';
import type { RoundInput } from '../matching/round-input.js';
import { solveRound } from '../matching/solve.js';
import { diagnose } from './diagnosis.rules.js';
import { previewOf } from './preview.rules.js';

const seed = 'seed';
const post = (postId: string, capacity: number, nodeId = 'n', reassignable = false) => {
  return { postId, nodeId, special: 's', capacity, reassignable };
};
const applicant = (code: string, score: number, acceptsReassignment = false) => ({ code, score, acceptsReassignment });
const wish = (code: string, ...posts: string[]) =>
  posts.map((postId, index) => ({ code, rank: index + 1, postId, class: 0 }));

const input: RoundInput = {
  nodes: [
    { nodeId: 'n', parentId: null, max: null },
    { nodeId: 'tight', parentId: 'n', max: 1 },
  ],
  posts: [post('open', 1), post('q1', 1, 'tight'), post('q2', 3, 'tight'), post('unwanted', 2)],
  applicants: [
    ...[applicant('best', 9000), applicant('second', 8000), applicant('third', 7000), applicant('none', 6000)],
    applicant('stranded', 5000, true),
  ],
  preferences: [...wish('best', 'open'), ...wish('second', 'open', 'q1'), ...wish('third', 'q2')],
  traits: [],
  seed,
};

test('everybody without a post has a reason, and every empty seat one too', () => {
  const diagnosis = diagnose(input, solveRound(input));
  expect(diagnosis.unplaced).toEqual([
    { code: 'third', score: 7000, ranked: 1, acceptsReassignment: false, reason: 'quota-full' },
    { code: 'none', score: 6000, ranked: 0, acceptsReassignment: false, reason: 'nothing-ranked' },
    { code: 'stranded', score: 5000, ranked: 0, acceptsReassignment: true, reason: 'no-room' },
  ]);
  expect(diagnosis.emptySeats).toEqual([
    { post: 'q2', special: 's', capacity: 3, held: 0, wanted: 1, heldBack: 'tight' },
    { post: 'unwanted', special: 's', capacity: 2, held: 0, wanted: 0, heldBack: null },
  ]);
  expect(diagnosis.fullQuotas).toEqual([{ node: 'tight', max: 1, held: 1 }]);
  expect(diagnosis.summary).toEqual({
    ...{ applicants: 5, placedFirst: 2, placedSecond: 0, unplaced: 3, seats: 7, seatsLeft: 5 },
    byRank: [
      { rank: 1, people: 1 },
      { rank: 2, people: 1 },
    ],
  });
});

test('who was beaten at a full post was outranked', () => {
  const beaten = { ...input, preferences: [...wish('best', 'open'), ...wish('second', 'open')] };
  expect(diagnose(beaten, solveRound(beaten)).unplaced.find(({ code }) => code === 'second')?.reason).toBe('outranked');
});

test('a preview compares the round with and without the changes', () => {
  const preview = previewOf(input, { quotas: [{ node: 'tight', max: null }], seats: [{ post: 'open', seats: 2 }] });
  expect(preview.changes).toEqual([
    { code: 'second', before: 'q1', after: 'open' },
    { code: 'third', before: null, after: 'q2' },
  ]);
  expect(preview).toMatchObject({ changed: 2, before: { unplaced: 3 }, after: { unplaced: 2, seats: 8 } });
  expect(previewOf(input, {})).toMatchObject({ changed: 0, changes: [] });
});

test('a preview of a post or a quota that is not in the round is refused', () => {
  expect(() => previewOf(input, { seats: [{ post: 'x', seats: 1 }] })).toThrow(
    expect.objectContaining({ code: 'round.unknown-post' }),
  );
  expect(() => previewOf(input, { quotas: [{ node: 'x', max: 1 }] })).toThrow(
    expect.objectContaining({ code: 'round.unknown-quota' }),
  );
});

test('in made-up rounds of all shapes people and seats add up', () => {
  for (let draw = 1; draw <= 30; draw += 1) {
    const round = madeUpRound(draw, { applicants: 40, posts: 12, nodes: 6, choices: 5, classes: 3, seats: 4 });
    const { summary, unplaced, emptySeats } = diagnose(round, solveRound(round));
    expect(unplaced).toHaveLength(summary.unplaced);
    expect(emptySeats.reduce((sum, { capacity, held }) => sum + capacity - held, 0)).toBe(summary.seatsLeft);
    expect(summary.placedFirst).toBe(summary.byRank.reduce((sum, { people }) => sum + people, 0));
  }
});
