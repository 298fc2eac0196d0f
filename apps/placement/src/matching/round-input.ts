/** A maximum over every post below it; a post's own capacity is the innermost of these. */
export interface QuotaNode {
  readonly nodeId: string;
  readonly parentId: string | null;
  /** How many of a round may be placed below; null for no maximum. */
  readonly max: number | null;
}

export interface RoundPost {
  readonly postId: string;
  readonly nodeId: string;
  readonly special: string;
  /** Seats open in this round, renewing volunteers already taken off. */
  readonly capacity: number;
  /** Whether the second pass (服从调剂) may fill it. */
  readonly reassignable: boolean;
}

export interface RoundApplicant {
  /** The anonymous code under which the round is published. */
  readonly code: string;
  /** In hundredths of a point. */
  readonly score: number;
  readonly acceptsReassignment: boolean;
}

export interface Preference {
  readonly code: string;
  /** From 1, without gaps. */
  readonly rank: number;
  readonly postId: string;
  /** 0 is best; what the preference rules of the season give this applicant at this post. */
  readonly class: number;
}

/** The class of somebody who accepts reassignment, for each special of a reassignable post. */
export interface Trait {
  readonly code: string;
  readonly special: string;
  readonly class: number;
}

/** One round as rows, in any order. Ids and codes are 1 to 40 of `[A-Za-z0-9_-]`; numbers are integers from 0. */
export interface RoundInput {
  readonly nodes: readonly QuotaNode[];
  readonly posts: readonly RoundPost[];
  readonly applicants: readonly RoundApplicant[];
  readonly preferences: readonly Preference[];
  readonly traits: readonly Trait[];
  /** Empty until it is revealed. */
  readonly seed: string;
}
