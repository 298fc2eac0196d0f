import { expect, test } from '@jest/globals';
import { explain } from './explain.rules.js';
import { madeUpRound } from './made-up-round.js';
import type { RoundInput } from './round-input.js';
import { solveRound } from './solve.js';

const post = (postId: string, nodeId: string, capacity: number) => ({
  postId,
  nodeId,
  special: 's',
  capacity,
  reassignable: true,
});

/** County c ⊃ special c-s; b and d hold the seats that a wanted. */
const input: RoundInput = {
  nodes: [
    { nodeId: 'c', parentId: null, max: 2 },
    { nodeId: 'c-s', parentId: 'c', max: null },
    { nodeId: 'shut', parentId: null, max: 0 },
  ],
  posts: [post('p1', 'c-s', 1), post('p2', 'c-s', 1), post('p3', 'c', 1), post('p4', 'shut', 1), post('p5', 'c', 3)],
  applicants: [
    { code: 'a', score: 8000, acceptsReassignment: false },
    { code: 'b', score: 8050, acceptsReassignment: false },
    { code: 'd', score: 9000, acceptsReassignment: true },
  ],
  preferences: [
    { code: 'a', rank: 1, postId: 'p4', class: 0 },
    { code: 'a', rank: 2, postId: 'p1', class: 2 },
    { code: 'a', rank: 3, postId: 'p3', class: 1 },
    { code: 'a', rank: 4, postId: 'p5', class: 1 },
    { code: 'b', rank: 1, postId: 'p1', class: 1 },
    { code: 'b', rank: 2, postId: 'p5', class: 0 },
    { code: 'd', rank: 1, postId: 'p2', class: 0 },
  ],
  traits: [{ code: 'd', special: 's', class: 0 }],
  seed: 'explained',
};
const result = solveRound(input);

test('each choice above the outcome names the innermost full place, its cut-off and what decided', () => {
  const { choices, held } = explain(input, result, 'a');
  expect(held).toBeNull();
  expect(
    choices.map(({ rank, postId, outcome, stop }) => [rank, postId, outcome, stop?.kind, stop?.id, stop?.decidedBy]),
  ).toEqual([
    [1, 'p4', 'stopped', 'node', 'shut', 'closed'],
    [2, 'p1', 'stopped', 'post', 'p1', 'class'],
    [3, 'p3', 'stopped', 'node', 'c', 'score'],
    [4, 'p5', 'stopped', 'node', 'c', 'score'],
  ]);
  expect(choices[2]).toMatchObject({
    key: { class: 1, score: 8000, code: 'a' },
    stop: { max: 2, held: 2, cutoff: { class: 1, score: 8050, code: 'b' }, classGap: 0, scoreGap: 50 },
  });
  expect(choices[0]?.stop).toMatchObject({ max: 0, held: 0, cutoff: null });
});

test('the nearest miss is where least was missing, and of equals the one ranked higher', () => {
  expect(explain(input, result, 'a').nearestMiss).toMatchObject({ rank: 3, postId: 'p3' });
  expect(explain(input, result, 'b').nearestMiss).toBeNull();
});

test('choices below the one held were not needed', () => {
  expect(explain(input, result, 'b')).toMatchObject({
    held: { postId: 'p1', pass: 1, rank: 1 },
    choices: [
      { postId: 'p1', outcome: 'held', stop: null },
      { postId: 'p5', outcome: 'not-needed', stop: null },
    ],
  });
});

test('equal scores were decided by the lottery', () => {
  const even = { ...input, applicants: input.applicants.map((each) => ({ ...each, score: 8000 })) };
  const solved = solveRound({ ...even, preferences: even.preferences.map((edge) => ({ ...edge, class: 0 })) });
  const explained = ['a', 'b'].flatMap(
    (code) =>
      explain({ ...even, preferences: even.preferences.map((edge) => ({ ...edge, class: 0 })) }, solved, code).choices,
  );
  const stops = explained.flatMap(({ stop }) => (stop && stop.decidedBy !== 'closed' ? [stop] : []));
  expect(stops.length).toBeGreaterThan(0);
  expect(stops.map(({ decidedBy, classGap, scoreGap }) => ({ decidedBy, classGap, scoreGap }))).toEqual(
    stops.map(() => ({ decidedBy: 'lottery', classGap: 0, scoreGap: 0 })),
  );
});

test('the second pass is explained by whether it was needed, declined, done, or without room', () => {
  const { nodes, ...rest } = madeUpRound(8, { applicants: 60, posts: 10, nodes: 4, choices: 1, classes: 2, seats: 3 });
  const made = { ...rest, nodes: nodes.map((node) => ({ ...node, max: node.max === null ? null : node.max + 9 })) };
  const solved = solveRound(made);
  for (const row of solved.rows) {
    const accepts = made.applicants.find(({ code }) => code === row.code)?.acceptsReassignment;
    const due = row.pass === 1 ? 'not-needed' : row.pass === 2 ? 'placed' : accepts ? 'no-room' : 'declined';
    expect(explain(made, solved, row.code).reassignment).toBe(due);
  }
  expect(new Set(made.applicants.map(({ code }) => explain(made, solved, code).reassignment)).size).toBe(4);
});

test('an applicant can be explained from their own rows, the forest and the cut-offs alone', () => {
  const own = <Row extends { code: string }>(rows: readonly Row[]) => rows.filter((row) => row.code === 'a');
  const part = { ...input, applicants: own(input.applicants), preferences: own(input.preferences), traits: [] };
  const { rows, cutoffs } = result;
  expect(explain(part, { rows: own(rows), cutoffs }, 'a')).toEqual(explain(input, result, 'a'));
});

test('every applicant of every made-up round can be explained', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const made = madeUpRound(seed, { applicants: 20, posts: 8, nodes: 6, choices: 5, classes: 3, seats: 2 });
    const solved = solveRound(made);
    for (const row of solved.rows) {
      const { choices } = explain(made, solved, row.code);
      expect(choices.filter(({ outcome }) => outcome === 'held')).toHaveLength(row.pass === 1 ? 1 : 0);
      expect(choices.every(({ outcome, stop }) => (outcome === 'stopped') === (stop !== null))).toBe(true);
    }
  }
});

test('what is not in the round, or was not stopped anywhere, is a fault and no explanation', () => {
  expect(() => explain(input, result, 'z')).toThrow('applicant z is not in the round');
  const open = result.cutoffs.map((row) => ({ ...row, full: false, key: null }));
  expect(() => explain(input, { ...result, cutoffs: open }, 'a')).toThrow('the result is not a stable one');
  const ahead = { ...input, applicants: input.applicants.map((each) => ({ ...each, score: 9999 })) };
  expect(() => explain(ahead, result, 'a')).toThrow('comes before the cut-off of node c');
});
