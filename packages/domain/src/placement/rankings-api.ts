import type { Special } from '../programme-terms.js';

export const candidateStatuses = ['qualified', 'placed', 'unplaced', 'withdrawn', 'lost'] as const;
export type CandidateStatus = (typeof candidateStatuses)[number];

/** 志愿: the applicant's whole list, best first, by post codes. */
export interface RankPostsRequest {
  readonly posts: readonly string[];
  readonly acceptsReassignment: boolean;
}

export interface RankedPost {
  readonly rank: number;
  readonly code: string;
  readonly title: string;
  readonly unitName: string;
  readonly county: number;
  readonly special: Special;
  /** The applicant's preference class at this post; 0 is best. */
  readonly class: number;
}

export interface RankingView {
  readonly season: string;
  /** The anonymous code under which rounds are published. */
  readonly code: string;
  readonly status: CandidateStatus;
  readonly scoreHundredths: number;
  readonly acceptsReassignment: boolean;
  readonly posts: readonly RankedPost[];
  /**
   * True until the applicant saves a list of their own. The list is then what the wishes give: open posts of the
   * intended counties in their order, of the wished specials in their order, by post code.
   */
  readonly isPrefilled: boolean;
  readonly postsMax: number;
  readonly isOpen: boolean;
  /** For If-Match. */
  readonly version: number;
}

/** A row for the region: no name, no account. */
export interface RankingRow {
  readonly id: string;
  readonly code: string;
  readonly status: CandidateStatus;
  readonly scoreHundredths: number;
  readonly acceptsReassignment: boolean;
  readonly isPrefilled: boolean;
  readonly ranked: number;
}
