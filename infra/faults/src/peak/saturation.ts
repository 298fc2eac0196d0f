/** One step of the search: so much was asked for in a second, so much was done. */
export interface Step {
  readonly rate: number;
  /** Requests answered well, a second. */
  readonly accepted: number;
  readonly submitted: number;
  readonly p95: number | null;
}

const growth = 1.4;
const first = 40;
const stepsMost = 14;
/** Who waits so long believes that nothing happens. */
const patienceMs = 2_000;
/** Less than this is no growth. */
const leastGain = 1.05;

/** The rate of the next step; null when more brings no more, or nobody is answered in time any longer. */
export function nextRate(steps: readonly Step[]): number | null {
  const last = steps.at(-1);
  if (!last) return first;
  const before = Math.max(0, ...steps.slice(0, -1).map(({ accepted }) => accepted));
  const isLate = last.p95 === null || last.p95 > patienceMs;
  const hasGrown = last.accepted >= before * leastGain;
  return isLate || !hasGrown || steps.length === stepsMost ? null : Math.round(last.rate * growth);
}

/** The most that was done in a second: there the system is full. */
export function saturationOf(steps: readonly Step[]): Step {
  const [best] = [...steps].sort((left, right) => right.accepted - left.accepted);
  if (!best) throw new Error('a saturation point needs at least one step');
  return best;
}
