import type { FrozenRound } from '../frozen-round.js';
import type { ResultRow } from '../round-result.js';
import type { Violations } from './violations.js';

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
  for (const [applicant, code] of codes.entries()) {
    if (!seen[applicant]) violations.add('format', `applicant ${code}`, `${code} is missing in the result`);
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
    const where = `applicant ${code}`;
    if (postId === null) {
      if (pass !== null || rank !== null)
        this.violations.add('format', where, `${code} has a pass or a rank and no post`);
      return;
    }
    const post = this.posts.get(postId);
    if (post === undefined) return this.violations.add('unknown', where, `${code} holds ${postId}, which is no post`);
    if (pass === null) return this.violations.add('format', where, `${code} holds ${postId} in no pass`);
    if (pass === 2) {
      if (rank !== null) this.violations.add('format', where, `${code} has a rank in pass 2`);
      this.reassigned[applicant] = post;
      return;
    }
    const first = this.round.edges.first[applicant] as number;
    const edge = this.round.edges.post.subarray(first, this.round.edges.first[applicant + 1]).indexOf(post);
    if (edge < 0) return this.violations.add('ineligible', where, `${code} holds ${postId} and did not rank it`);
    this.edge[applicant] = first + edge;
    if (rank !== edge + 1) {
      this.violations.add(
        'ineligible',
        where,
        `${code} ranked ${postId} as number ${edge + 1}, not ${rank ?? 'nothing'}`,
      );
    }
  }
}

function lazily<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
