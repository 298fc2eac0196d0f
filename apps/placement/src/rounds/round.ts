import type { RoundCounts, RoundKind, RoundStatus, RoundStep } from '@xibu/domain/placement/api';

/** A step together with the account that took it: what four eyes are told apart by. */
export interface TakenStep extends RoundStep {
  readonly account: string;
}

/** 一轮分配: from the commitment to a seed to the published result. Its files stand in a table of their own. */
export interface Round {
  readonly id: string;
  readonly season: string;
  /** The region that places. */
  readonly division: number;
  readonly number: number;
  readonly kind: RoundKind;
  readonly status: RoundStatus;
  /** Version of the rulebook that it goes by. */
  readonly rulebook: string;
  readonly seedCommitment: string | null;
  /** The seed while nobody may know it. */
  readonly seedSealed: string | null;
  readonly seed: string | null;
  readonly inputDigest: string | null;
  readonly resultDigest: string | null;
  readonly counts: RoundCounts | null;
  readonly steps: readonly TakenStep[];
  readonly annulReason: string | null;
  readonly updatedAt: Date;
  readonly version: number;
}

/** `2023-2024-r1`: the same in every run of a season, and what `round.json` says. */
export function nameOf({ season, number }: Pick<Round, 'season' | 'number'>): string {
  return `${season}-r${number}`;
}

export function accountOf(round: Pick<Round, 'steps'>, step: TakenStep['step']): string | undefined {
  return round.steps.findLast((taken) => taken.step === step)?.account;
}
