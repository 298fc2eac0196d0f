import type { Fen, LegalDate } from '@xibu/domain';
import type { Line } from './run-inputs.js';

/** Reasons for which a person is not in the pay list, in the order in which they count. */
export const obstacleCodes = ['no-rate', 'no-funding', 'no-base'] as const;
export type ObstacleCode = (typeof obstacleCodes)[number];
export type ExceptionCode = ObstacleCode | 'no-card' | 'hold';

export interface PersonLine extends Line {
  readonly person: string;
}

/** One row of the pay list. All amounts are those of this run, not of the month alone. */
export interface PayRow {
  readonly person: string;
  readonly grossFen: Fen;
  readonly personalFen: Fen;
  readonly carryInFen: Fen;
  readonly netFen: Fen;
  readonly carryOutFen: Fen;
  readonly employerFen: Fen;
  readonly payable: boolean;
}

/** The part of a net that one county, project and source pays; more than 0. */
export interface Payout {
  readonly person: string;
  readonly county: string;
  readonly project: string;
  readonly source: string;
  readonly fen: Fen;
}

export interface RunException {
  readonly person: string;
  readonly code: ExceptionCode;
  /** The day concerned, for the codes that are about a day. */
  readonly detail: LegalDate | '';
}

export interface TotalRow {
  readonly county: string;
  readonly project: string;
  readonly source: string;
  readonly component: string;
  readonly fen: Fen;
}

/** What a run says about one person; `pay` is null for whoever stands only in the exceptions, or nowhere. */
export interface PersonResult {
  readonly person: string;
  readonly lines: readonly PersonLine[];
  readonly pay: PayRow | null;
  readonly payouts: readonly Payout[];
  readonly exceptions: readonly RunException[];
}

/** The whole run, each list sorted as the published files are. */
export interface RunResult {
  readonly lines: readonly PersonLine[];
  readonly pay: readonly PayRow[];
  readonly payouts: readonly Payout[];
  readonly exceptions: readonly RunException[];
  readonly totals: readonly TotalRow[];
}
