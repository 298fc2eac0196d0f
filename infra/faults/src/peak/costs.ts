import { type Kind, kinds } from './evening.js';

/** Processor time of our processes within some seconds, and what they did with it. */
export interface Spent {
  readonly seconds: number;
  readonly processorMs: number;
  readonly accepted: Readonly<Record<Kind, number>>;
  readonly refused: number;
}

export interface Costs {
  /** Milliseconds of processor time for one request that was accepted, at saturation, over all kinds. */
  readonly acceptanceMs: number;
  readonly submissionMs: number;
  readonly refusalMs: number;
  /** One refusal by one acceptance of whatever was accepted in overload. */
  readonly ratio: number;
}

/** Fewer refusals than this say nothing. */
const leastRefusals = 50;

/**
 * A refusal costs what is left in overload when everything accepted is paid for. Each kind was measured alone; what it
 * costs beside the others follows from the stretch at saturation, where nothing or little is refused. Null when too
 * little was refused, or nothing was measured.
 */
export function costsOf(
  alone: Readonly<Record<Kind, number>>,
  idleMsPerSecond: number,
  saturation: Spent,
  overload: Spent,
): Costs | null {
  const worth = (spent: Spent) => kinds.reduce((sum, kind) => sum + alone[kind] * spent.accepted[kind], 0);
  const work = (spent: Spent) => spent.processorMs - idleMsPerSecond * spent.seconds;
  const extra = overload.refused - (saturation.refused * overload.seconds) / saturation.seconds;
  if (extra < leastRefusals || worth(saturation) <= 0 || worth(overload) <= 0) return null;
  const scale = work(saturation) / worth(saturation);
  const count = kinds.reduce((sum, kind) => sum + overload.accepted[kind], 0);
  const acceptanceMs = (scale * worth(overload)) / count;
  const refusalMs = Math.max(0, work(overload) - scale * worth(overload)) / overload.refused;
  return { acceptanceMs, submissionMs: scale * alone.submit, refusalMs, ratio: refusalMs / acceptanceMs };
}
