import type { FrozenRound } from '../frozen-round.js';
import type { ResultRow } from '../round-result.js';
import type { ViolationCode, Violations } from './violations.js';

/** What a result claims, by index, as far as it can be understood. */
export interface ClaimedPlacement {
  /** The edge held in the first pass, by applicant; -1 for none. */
  readonly edge: Int32Array;
  /** The post of the second pass, by applicant; -1 for none. */
  readonly reassigned: Int32Array;
}

/** Reads the rows of a result against the round: every applicant once, and nobody at a post that they did not rank. */
export function claimedPlacement(
  round: FrozenRound,
  rows: readonly ResultRow[],
  violations: Violations,
): ClaimedPlacement {
  const { codes } = round.applicants;
  const claim = new Claim(round, violations);
  const seen = new Uint8Array(codes.length);
  const indexOf = lazily(() => new Map(codes.map((code, applicant) => [code, applicant])));
  let expected = 0;
  for (const row of rows) {
    const applicant = row.code === codes[expected] ? expected : indexOf().get(row.code);
    if (applicant === undefined) {
      violations.add('unknown', `applicant ${row.code}`, `there is no applicant ${row.code}`);
      continue;
    }
    if (seen[applicant]) {
      violations.add('twice', `applicant ${row.code}`, `${row.code} is in the result twice`);
      continue;
    }
    if (applicant < expected)
      violations.add('format', `applicant ${row.code}`, `${row.code} is not in the order of codes`);
    seen[applicant] = 1;
    expected = applicant + 1;
    claim.read(applicant, row);
  }
  for (let applicant = 0; applicant < codes.length; applicant += 1) {
    if (!seen[applicant]) claim.blame('format', codes[applicant] as string, 'is missing in the result');
  }
  return claim;
}

class Claim implements ClaimedPlacement {
  readonly edge: Int32Array;
  readonly reassigned: Int32Array;
  private readonly posts: ReadonlyMap<string, number>;

  constructor(
    private readonly round: FrozenRound,
    private readonly violations: Violations,
  ) {
    this.edge = new Int32Array(round.applicants.codes.length).fill(-1);
    this.reassigned = this.edge.slice();
    this.posts = new Map(round.posts.ids.map((id, post) => [id, post]));
  }

  read(applicant: number, { code, postId, pass, rank }: ResultRow): void {
    if (postId === null) {
      if (pass !== null || rank !== null) this.blame('format', code, 'has a pass or a rank and no post');
      return;
    }
    if (pass === 1 && rank !== null && this.isRanked(applicant, rank, postId)) {
      this.edge[applicant] = (this.round.edges.first[applicant] as number) + rank - 1;
      return;
    }
    const post = this.posts.get(postId);
    if (post === undefined) return this.blame('unknown', code, `holds ${postId}, which is no post`);
    if (pass === null) return this.blame('format', code, `holds ${postId} in no pass`);
    if (pass === 2) {
      if (rank !== null) this.blame('format', code, 'has a rank in pass 2');
      this.reassigned[applicant] = post;
      return;
    }
    const { first, post: postOf } = this.round.edges;
    const from = first[applicant] as number;
    const right = postOf.subarray(from, first[applicant + 1]).indexOf(post) + 1;
    if (right === 0) return this.blame('ineligible', code, `holds ${postId} and did not rank it`);
    this.edge[applicant] = from + right - 1;
    this.blame('ineligible', code, `ranked ${postId} as number ${right}, not ${rank ?? 'nothing'}`);
  }

  blame(kind: ViolationCode, code: string, what: string): void {
    this.violations.add(kind, `applicant ${code}`, `${code} ${what}`);
  }

  /** Whether that is what the applicant ranked there, as nearly every row says: no post needs to be looked for then. */
  private isRanked(applicant: number, rank: number, postId: string): boolean {
    const { first, post: postOf } = this.round.edges;
    const edge = (first[applicant] as number) + rank - 1;
    return (
      rank >= 1 && edge < (first[applicant + 1] as number) && this.round.posts.ids[postOf[edge] as number] === postId
    );
  }
}

function lazily<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
