import { type Actor, type Fact, Refusal, rfc3339 } from '@xibu/domain';
import type { RoundCounts, RoundKind, RoundStatus } from '@xibu/domain/placement/api';
import { RoundFrozen, RoundPublished } from '@xibu/domain/placement/events';
import { accountOf, type Round, type TakenStep } from './round.js';

/** Who takes a step, and when. */
export interface By extends Pick<Actor, 'account' | 'name'> {
  readonly now: Date;
}

type Step = TakenStep['step'];

/** From which states each step is possible. A run that was cut off, or did not verify, may be run again. */
export const roundSteps: Readonly<Record<Exclude<Step, 'open'>, readonly RoundStatus[]>> = {
  draw: ['open'],
  freeze: ['committed'],
  reveal: ['frozen'],
  run: ['revealed', 'running', 'failed'],
  publish: ['proposed'],
  annul: ['open', 'committed', 'frozen', 'revealed', 'running', 'failed', 'proposed'],
};

export interface NewRound {
  readonly id: string;
  readonly season: string;
  readonly division: number;
  readonly kind: RoundKind;
  readonly rulebook: string;
}

/** A round follows the last one of its season; a backfill follows a published main round (notice 2.3.2). */
export function openRound(
  place: NewRound,
  former: readonly Pick<Round, 'number' | 'kind' | 'status'>[],
  by: By,
): Round {
  const { id, season, division, kind, rulebook } = place;
  const live = former.find(({ status }) => status !== 'published' && status !== 'annulled');
  if (live) throw new Refusal('round.another-live', { round: `${season}-r${live.number}` });
  const isMainOut = former.some((round) => round.kind === 'main' && round.status === 'published');
  if (kind === 'backfill' && !isMainOut) throw new Refusal('round.main-first');
  return {
    ...{ id, season, division, kind, rulebook, number: Math.max(0, ...former.map(({ number }) => number)) + 1 },
    ...{ status: 'open', seedCommitment: null, seedSealed: null, seed: null, inputDigest: null, resultDigest: null },
    ...{ counts: null, steps: [taken('open', by)], annulReason: null, updatedAt: by.now, version: 1 },
  };
}

/** The commitment is public before anything else is known; the seed stays sealed. */
export function commit(round: Round, commitment: string, sealed: string, by: By): Round {
  return { ...step(round, 'draw', 'committed', by), seedCommitment: commitment, seedSealed: sealed };
}

export interface FrozenInput {
  readonly inputDigest: string;
  readonly counts: RoundCounts;
  readonly rulebook: string;
}

/** From here on nothing that decides can change: its digest is told to everybody. */
export function freezeRound(round: Round, { inputDigest, counts, rulebook }: FrozenInput, by: By): [Round, Fact] {
  const { id, season, seedCommitment } = round;
  const frozen = { ...step(round, 'freeze', 'frozen', by), inputDigest, counts, rulebook };
  const told = { roundId: id, season, inputDigest, seedCommitment: seedCommitment ?? '' };
  return [frozen, RoundFrozen(id, told)];
}

export function reveal(round: Round, seed: string, by: By): Round {
  return { ...step(round, 'reveal', 'revealed', by), seed, seedSealed: null };
}

export function start(round: Round, by: By): Round {
  return step(round, 'run', 'running', by);
}

/** A run ended: with a result that both verifiers accept, or not. Taken by the service itself, so no step of a person. */
export function conclude(
  round: Round,
  result: { readonly resultDigest: string; readonly counts: RoundCounts; readonly isVerified: boolean },
  now: Date,
): Round {
  if (round.status !== 'running') throw wrongStep(round);
  const { resultDigest, counts, isVerified } = result;
  const status = isVerified ? 'proposed' : 'failed';
  return { ...round, status, resultDigest, counts, updatedAt: now, version: round.version + 1 };
}

/** The run could not be carried to its end. */
export function breakOff(round: Round, now: Date): Round {
  if (round.status !== 'running') throw wrongStep(round);
  return { ...round, status: 'failed', updatedAt: now, version: round.version + 1 };
}

/** 公布, by another person than the one who froze the round, drew its seed, or ran it. */
export function publish(round: Round, by: By): [Round, Fact] {
  const published = step(round, 'publish', 'published', by);
  if ((['draw', 'freeze', 'run'] as const).some((each) => accountOf(round, each) === by.account)) {
    throw new Refusal('four-eyes.same-person');
  }
  const { id, season, resultDigest, counts } = published;
  const placed = (counts?.placedFirst ?? 0) + (counts?.placedSecond ?? 0);
  const told = { roundId: id, season, resultDigest: resultDigest ?? '', placed, unplaced: counts?.unplaced ?? 0 };
  return [published, RoundPublished(id, told)];
}

/** Before publication a round may be given up, with a reason; its seed is not used again. */
export function annul(round: Round, reason: string, by: By): Round {
  if (reason.trim() === '') throw new Refusal('reason.missing', { pointer: '/reason' });
  return { ...step(round, 'annul', 'annulled', by), annulReason: reason.trim() };
}

function step(round: Round, take: Exclude<Step, 'open'>, status: RoundStatus, by: By): Round {
  if (!roundSteps[take].includes(round.status)) throw wrongStep(round);
  return { ...round, status, steps: [...round.steps, taken(take, by)], updatedAt: by.now, version: round.version + 1 };
}

function taken(take: Step, { account, name, now }: By): TakenStep {
  return { step: take, by: name, account, at: rfc3339(now) };
}

function wrongStep({ status }: Round): Refusal {
  return new Refusal('round.wrong-step', { status });
}
