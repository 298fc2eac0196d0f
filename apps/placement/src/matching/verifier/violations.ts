/** The same codes as the stand-alone checker of published rounds uses. */
export type ViolationCode =
  | 'format'
  | 'unknown'
  | 'twice'
  | 'ineligible'
  | 'capacity'
  | 'quota'
  | 'passed-over'
  | 'not-best'
  | 'reassignment'
  | 'cutoff';

/** One way in which a result is not the one that the published rules prescribe. */
export interface Violation {
  readonly code: ViolationCode;
  /** Whom it concerns: `applicant a1`, `post p1`, `node n1`. */
  readonly where: string;
  readonly sentence: string;
}

/** Collects violations; a wrong result of a million rows shall not become a list of a million. */
export class Violations {
  static readonly limit = 100;
  readonly first: Violation[] = [];
  count = 0;

  add(code: ViolationCode, where: string, sentence: string): void {
    this.count += 1;
    if (this.first.length < Violations.limit) this.first.push({ code, where, sentence });
  }
}
