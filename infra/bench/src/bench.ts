/** What one round measured, in one unit for both sides: seconds, requests a second, microseconds of CPU a request. */
export interface Measured {
  readonly ours: number;
  readonly floor: number;
}

/** One line of the table: our way beside the least that the machine can do, alternating in one run. */
export interface Bench {
  readonly name: string;
  /** Number of the goal, such as G3.1. */
  readonly goal: string;
  readonly what: string;
  readonly floor: string;
  readonly unit: string;
  /** What the median of ours ÷ floor must keep to; null where it is only reported. */
  readonly target: { readonly most: number } | { readonly least: number } | null;
  /** Makes what the rounds need; answers what measures one round and what clears everything away. */
  prepare(): Promise<{ round(): Promise<Measured>; end(): Promise<void> }>;
}

/** Thrown by `prepare` where the machine lacks something; its message says what, and stands in the table. */
export class CannotRunHere extends Error {}
