/** A step of an approval strip: the name of who took it, and when (RFC 3339). */
export interface StepView {
  readonly by: string;
  readonly at: string;
}

/** A step that needs words. */
export interface ReasonRequest {
  readonly reason: string;
}

/** What became of one of many rows. */
export interface RowOutcome {
  readonly id: string;
  readonly done: boolean;
  /** The Refusal, when it was not done. */
  readonly code?: string;
  readonly status?: string;
}
