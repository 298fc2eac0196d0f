/** A placement round (published-round, xibu-round/1): main, or 补录 of seats that were lost before dispatch. */
export const roundKinds = ['main', 'backfill'] as const;
export type RoundKind = (typeof roundKinds)[number];

/** The order in which a round goes; `failed` is a run that the verifiers did not accept. */
export const roundStatuses = [
  'open',
  'committed',
  'frozen',
  'revealed',
  'running',
  'failed',
  'proposed',
  'published',
  'annulled',
] as const;
export type RoundStatus = (typeof roundStatuses)[number];

export interface OpenRoundRequest {
  readonly season: string;
  readonly kind: RoundKind;
}

export interface DrawSeedRequest {
  /** A string drawn in public; without one the system draws 32 random bytes. */
  readonly seed?: string;
}

/** What a round was frozen with, and what became of it. */
export interface RoundCounts {
  readonly applicants: number;
  readonly posts: number;
  readonly seats: number;
  readonly preferences: number;
  readonly placedFirst?: number;
  readonly placedSecond?: number;
  readonly unplaced?: number;
}

export const roundPhases = ['queued', 'reading', 'solving', 'verifying', 'storing', 'checking', 'done'] as const;
export type RoundPhase = (typeof roundPhases)[number];

export interface RoundProgress {
  readonly phase: RoundPhase;
  /** Phases behind it, and all of them. */
  readonly done: number;
  readonly of: number;
  /** Why it failed, in one sentence each. */
  readonly failures: readonly string[];
}

/** One step of a round and who took it. */
export interface RoundStep {
  readonly step: 'open' | 'draw' | 'freeze' | 'reveal' | 'run' | 'publish' | 'annul';
  readonly by: string;
  readonly at: string;
}

export interface RoundView {
  readonly id: string;
  readonly season: string;
  readonly number: number;
  /** `2023-2024-r1`, as `round.json` names it. */
  readonly name: string;
  readonly kind: RoundKind;
  readonly status: RoundStatus;
  readonly rulebook: string;
  readonly seedCommitment: string | null;
  /** Null until it is revealed. */
  readonly seed: string | null;
  readonly inputDigest: string | null;
  readonly resultDigest: string | null;
  readonly counts: RoundCounts | null;
  readonly progress: RoundProgress | null;
  readonly steps: readonly RoundStep[];
  readonly annulReason: string | null;
}

/** A round as everybody may read it: what was promised before, and what came out. */
export interface PublicRoundView {
  readonly id: string;
  readonly season: string;
  readonly name: string;
  readonly kind: RoundKind;
  readonly status: RoundStatus;
  readonly rulebook: string;
  readonly seedCommitment: string | null;
  readonly seed: string | null;
  readonly inputDigest: string | null;
  readonly resultDigest: string | null;
  readonly counts: RoundCounts | null;
  /** Names of the files to download; empty before publication. */
  readonly files: readonly string[];
}

/** What if: other seats, other maxima, another seed. Nothing is written. */
export interface PreviewRoundRequest {
  readonly seats?: readonly { readonly post: string; readonly seats: number }[];
  readonly quotas?: readonly { readonly node: string; readonly max: number | null }[];
  readonly seed?: string;
}

export interface PlacedSummary {
  readonly applicants: number;
  readonly placedFirst: number;
  readonly placedSecond: number;
  readonly unplaced: number;
  readonly seats: number;
  readonly seatsLeft: number;
  /** How many got their first, second … post. */
  readonly byRank: readonly { readonly rank: number; readonly people: number }[];
}

export interface RoundPreview {
  readonly before: PlacedSummary;
  readonly after: PlacedSummary;
  /** Whose post would be another: at most 200, by code. */
  readonly changes: readonly { readonly code: string; readonly before: string | null; readonly after: string | null }[];
  readonly changed: number;
}

/** Why somebody has no post: nothing ranked, all ranked posts went to smaller keys, or a quota was full. */
export const unplacedReasons = ['nothing-ranked', 'outranked', 'quota-full', 'no-room'] as const;
export type UnplacedReason = (typeof unplacedReasons)[number];

export interface RoundDiagnosis {
  readonly summary: PlacedSummary;
  readonly unplaced: readonly {
    readonly code: string;
    readonly score: number;
    readonly ranked: number;
    readonly acceptsReassignment: boolean;
    readonly reason: UnplacedReason;
  }[];
  /** Posts with seats left after both passes. */
  readonly emptySeats: readonly {
    readonly post: string;
    readonly special: string;
    readonly capacity: number;
    readonly held: number;
    /** How many ranked it. */
    readonly wanted: number;
    /** The full quota above it, if one keeps its seats empty. */
    readonly heldBack: string | null;
  }[];
  readonly fullQuotas: readonly { readonly node: string; readonly max: number; readonly held: number }[];
}

export interface PlacementRow {
  readonly id: string;
  readonly code: string;
  readonly post: string | null;
  readonly county: number | null;
  readonly pass: 1 | 2 | null;
  readonly rank: number | null;
  readonly scoreHundredths: number;
}

/** What an edge is judged by; the smaller is better: class, -score, lottery, code. */
export interface PlacementKey {
  readonly class: number;
  readonly score: number;
  readonly lottery: string;
  readonly code: string;
}

/** One ranked post: held, stopped at the innermost full post or quota, or not needed because a better one is held. */
export interface ExplainedChoiceView {
  readonly rank: number;
  /** Code of the post. */
  readonly postId: string;
  readonly key: PlacementKey;
  readonly outcome: 'held' | 'stopped' | 'not-needed';
  readonly stop: {
    readonly kind: 'post' | 'node';
    readonly id: string;
    readonly max: number;
    readonly held: number;
    /** The largest key that was let in; null when nobody could be. */
    readonly cutoff: PlacementKey | null;
    readonly decidedBy: 'class' | 'score' | 'lottery' | 'code' | 'closed';
    readonly classGap: number;
    readonly scoreGap: number;
  } | null;
}

/** Why an applicant got what they got. */
export interface PlacementExplanationView {
  readonly round: string;
  readonly code: string;
  readonly held: { readonly postId: string; readonly pass: 1 | 2; readonly rank: number | null } | null;
  readonly choices: readonly ExplainedChoiceView[];
  readonly nearestMiss: ExplainedChoiceView | null;
  readonly reassignment: 'not-needed' | 'declined' | 'placed' | 'no-room';
  /** What the posts above are called. */
  readonly posts: readonly {
    readonly code: string;
    readonly title: string;
    readonly unitName: string;
    readonly county: number;
    readonly special: string;
  }[];
}
