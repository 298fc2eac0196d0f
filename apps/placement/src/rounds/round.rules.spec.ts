import { describe, expect, test } from '@jest/globals';
import { type RoundStatus, roundStatuses } from '@xibu/domain/placement/api';
import type { Round } from './round.js';
import {
  annul,
  breakOff,
  commit,
  conclude,
  freezeRound,
  openRound,
  publish,
  reveal,
  roundSteps,
  start,
} from './round.rules.js';

const now = new Date('2023-06-20T10:00:00+08:00');
const by = { account: 'officer', name: '编制人', now };
const other = { account: 'approver', name: '审批人', now };
const place = { id: 'round-1', season: '2023-2024', division: 150000, kind: 'main', rulebook: '2023-2024/1' } as const;
const counts = { applicants: 3, posts: 2, seats: 2, preferences: 5 };
const at = (status: RoundStatus): Round => ({ ...openRound(place, [], by), status, counts, resultDigest: 'd' });

const steps: Record<keyof typeof roundSteps, (round: Round) => unknown> = {
  draw: (round) => commit(round, 'commitment', 'sealed', by),
  freeze: (round) => freezeRound(round, { inputDigest: 'digest', counts, rulebook: 'b' }, by),
  reveal: (round) => reveal(round, 'seed', by),
  run: (round) => start(round, by),
  publish: (round) => publish(round, other),
  annul: (round) => annul(round, '岗位信息有误', by),
};

describe.each(Object.keys(steps) as (keyof typeof steps)[])('%s', (step) => {
  test.each(roundStatuses.filter((status) => !roundSteps[step].includes(status)))('is refused at %s', (status) => {
    expect(() => steps[step](at(status))).toThrow(
      expect.objectContaining({ code: 'round.wrong-step', details: { status } }),
    );
  });
  test.each(roundSteps[step])('is possible at %s', (status) => {
    expect(() => steps[step](at(status))).not.toThrow();
  });
});

test.each(roundStatuses.filter((status) => status !== 'running'))('no run ends at %s', (status) => {
  const result = { resultDigest: 'd', counts, isVerified: true };
  expect(() => conclude(at(status), result, now)).toThrow(expect.objectContaining({ code: 'round.wrong-step' }));
  expect(() => breakOff(at(status), now)).toThrow(expect.objectContaining({ code: 'round.wrong-step' }));
});

test('a run that a verifier did not accept is no proposal', () => {
  const result = { resultDigest: 'd', counts, isVerified: false };
  expect(conclude(at('running'), result, now).status).toBe('failed');
  expect(conclude(at('running'), { ...result, isVerified: true }, now).status).toBe('proposed');
  expect(breakOff(at('running'), now).status).toBe('failed');
});

test.each([
  ['drew', (round: Round) => commit(round, 'c', 's', other), 'open'],
  ['froze', (round: Round) => freezeRound(round, { inputDigest: 'd', counts, rulebook: 'b' }, other)[0], 'committed'],
  ['ran', (round: Round) => start(round, other), 'revealed'],
] as const)('whoever %s a round does not publish it', (_, step, from) => {
  const round = { ...step(at(from)), status: 'proposed' as const };
  expect(() => publish(round, other)).toThrow(expect.objectContaining({ code: 'four-eyes.same-person' }));
  expect(publish(round, { ...other, account: 'third' })[0].status).toBe('published');
});

test('one round at a time; a backfill follows a published main round; annulled ones do not count', () => {
  const former = (kind: 'main' | 'backfill', status: RoundStatus, number = 1) => ({ kind, status, number });
  expect(() => openRound(place, [former('main', 'frozen')], by)).toThrow(
    expect.objectContaining({ code: 'round.another-live', details: { round: '2023-2024-r1' } }),
  );
  for (const none of [[], [former('main', 'annulled')], [former('backfill', 'published')]]) {
    expect(() => openRound({ ...place, kind: 'backfill' }, none, by)).toThrow(
      expect.objectContaining({ code: 'round.main-first' }),
    );
  }
  const next = openRound(
    { ...place, kind: 'backfill' },
    [former('main', 'published'), former('main', 'annulled', 2)],
    by,
  );
  expect(next.number).toBe(3);
});

test('the seed is sealed until it is revealed, and each step says who and when', () => {
  const committed = commit(at('open'), 'commitment', 'sealed', by);
  expect(committed).toMatchObject({ seed: null, seedSealed: 'sealed', seedCommitment: 'commitment' });
  const revealed = reveal({ ...committed, status: 'frozen' }, 'seed', other);
  expect(revealed).toMatchObject({ seed: 'seed', seedSealed: null });
  expect(revealed.steps).toMatchObject([
    { step: 'open', by: '编制人' },
    { step: 'draw', account: 'officer', at: '2023-06-20T10:00:00.000+08:00' },
    { step: 'reveal', by: '审批人', account: 'approver' },
  ]);
});

test('to annul needs a reason', () => {
  expect(() => annul(at('frozen'), ' ', by)).toThrow(expect.objectContaining({ code: 'reason.missing' }));
});
