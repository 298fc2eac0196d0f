import { type RoundPhase, type RoundProgress, type RoundView, roundPhases } from '@xibu/domain/placement/api';
import { nameOf, type Round } from './round.js';

export function viewOfRound(round: Round, progress: RoundProgress | null): RoundView {
  const { id, season, number, kind, status, rulebook, seedCommitment, seed, inputDigest, resultDigest } = round;
  const steps = round.steps.map(({ step, by, at }) => ({ step, by, at }));
  return {
    ...{ id, season, number, name: nameOf(round), kind, status, rulebook, seedCommitment, seed, inputDigest },
    ...{ resultDigest, counts: round.counts, progress, steps, annulReason: round.annulReason },
  };
}

export interface ProgressRow {
  readonly phase: RoundPhase;
  readonly failures: readonly string[];
}

export function progressOf(row: ProgressRow | null | undefined): RoundProgress | null {
  if (!row) return null;
  const of = roundPhases.length - 1;
  return { phase: row.phase, done: roundPhases.indexOf(row.phase), of, failures: row.failures };
}
