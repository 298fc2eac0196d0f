import type { Special } from '@xibu/domain';
import type { CandidateStatus } from '@xibu/domain/placement/api';

/** Somebody on the qualified list, as rounds know them: no name, an anonymous code. The id is that of the application. */
export interface Candidate {
  readonly id: string;
  readonly season: string;
  readonly accountId: string;
  readonly university: string;
  /** The region that places. */
  readonly division: number;
  readonly code: string;
  readonly scoreHundredths: number;
  /** By special, the preference class; 0 is best. */
  readonly classes: Readonly<Record<Special, number>>;
  /** 意向服务地, in the order of the wish. */
  readonly counties: readonly number[];
  readonly specials: readonly Special[];
  readonly acceptsReassignment: boolean;
  readonly status: CandidateStatus;
  /** Post codes, best first; null until the applicant saves a list of their own. */
  readonly ranking: readonly string[] | null;
  readonly updatedAt: Date;
  readonly version: number;
}

/** Still to be placed: on the list, or left without a post by a round. */
export function isAvailable({ status }: Pick<Candidate, 'status'>): boolean {
  return status === 'qualified' || status === 'unplaced';
}

/** What ranking needs to know of an open post. */
export interface RankablePost {
  readonly code: string;
  readonly county: number;
  readonly special: Special;
}
