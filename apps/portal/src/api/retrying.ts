import type { ProblemContent } from './problem.js';

const usualSeconds = [2, 5, 10, 20];
const longestSeconds = 60;
/** Pages that were refused together spread over this much more than they were told. */
const spread = 0.25;

/** Nobody has to change anything: the system is full or away, or there is no connection. A fault is none of that. */
export function isBusy({ status }: Pick<ProblemContent, 'status'>): boolean {
  return [0, 429, 502, 503, 504].includes(status);
}

/** Seconds before the same is sent again: what the answer said, or longer after each try. `chance` is from 0 to 1. */
export function secondsToWait(told: number | null, tries: number, chance: number): number {
  const usual = usualSeconds[Math.min(tries, usualSeconds.length - 1)] ?? longestSeconds;
  return Math.min(longestSeconds, told ?? usual) * (1 + spread * chance);
}

export function someChance(): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return drawn / 2 ** 32;
}
