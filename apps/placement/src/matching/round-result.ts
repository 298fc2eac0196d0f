/** What an edge (applicant, post) is judged by; of two keys the smaller is better: class, -score, lottery, code. */
export interface EdgeKey {
  readonly class: number;
  /** In hundredths; here the larger is better. */
  readonly score: number;
  /** First eight bytes of SHA-256 of `seed:code`, an unsigned number in decimal. */
  readonly lottery: string;
  readonly code: string;
}

/** A row of `result.csv`: without a post the three others are null; in pass 2 the rank is null. */
export interface ResultRow {
  readonly code: string;
  readonly postId: string | null;
  readonly pass: 1 | 2 | null;
  readonly rank: number | null;
}

/** A row of `cutoffs.csv`, for a node (`r_1`) or a post (`post:p1`), as it stands after the first pass. */
export interface CutoffRow {
  readonly nodeId: string;
  readonly held: number;
  readonly full: boolean;
  /** The largest key held; null when it is not full, or full with nobody because its maximum is 0. */
  readonly key: EdgeKey | null;
}

/** Rows sorted by code, and by node id. */
export interface RoundResult {
  readonly rows: readonly ResultRow[];
  readonly cutoffs: readonly CutoffRow[];
}
