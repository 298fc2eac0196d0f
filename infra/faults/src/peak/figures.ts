import type { Kind } from './evening.js';

/** One try of an intent, as the generator saw it; all times in ms from the beginning of the schedule. */
export interface Attempt {
  /** Place of the intent in the schedule. */
  readonly intent: number;
  /** 0 for the first try. */
  readonly nth: number;
  readonly kind: Kind;
  /** When it should have been sent: by the schedule, or by what Retry-After said. */
  readonly dueMs: number;
  readonly sentMs: number;
  readonly endMs: number;
  /** 0: no answer. */
  readonly status: number;
  /** A refusal that said when to come again, and why. */
  readonly isPolite: boolean;
}

/** What happened within a stretch of time. */
export interface Figures {
  readonly seconds: number;
  /** Intents that were due, without their further tries. */
  readonly offered: number;
  readonly tries: number;
  /** Answered within it, whenever they were due. */
  readonly accepted: number;
  readonly submitted: number;
  readonly refused: number;
  readonly unanswered: number;
  /** Of accepted tries that were due within it: ms from when they were due; null when there were none. */
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
}

export function isAccepted({ status }: Pick<Attempt, 'status'>): boolean {
  return (status >= 200 && status < 300) || status === 304;
}

/** "Not now": the same may be asked again. */
export function isRefused({ status }: Pick<Attempt, 'status'>): boolean {
  return status === 503 || status === 429;
}

/** Nearest rank; null of nothing. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}

export function figuresOf(attempts: readonly Attempt[], fromMs: number, toMs: number): Figures {
  const isWithin = (ms: number) => ms >= fromMs && ms < toMs;
  const due = attempts.filter(({ dueMs }) => isWithin(dueMs));
  const ended = attempts.filter(({ endMs }) => isWithin(endMs));
  const accepted = ended.filter(isAccepted);
  const waits = due.filter(isAccepted).map(({ dueMs, endMs }) => endMs - dueMs);
  return {
    seconds: (toMs - fromMs) / 1000,
    offered: due.filter(({ nth }) => nth === 0).length,
    tries: due.length,
    accepted: accepted.length,
    submitted: accepted.filter(({ kind }) => kind === 'submit').length,
    refused: ended.filter(isRefused).length,
    unanswered: ended.filter(({ status }) => status === 0).length,
    ...{ p50: percentile(waits, 0.5), p95: percentile(waits, 0.95), p99: percentile(waits, 0.99) },
  };
}

/** The same, second by second. */
export function secondsOf(attempts: readonly Attempt[], seconds: number): Figures[] {
  return Array.from({ length: Math.ceil(seconds) }, (_, second) => {
    const [from, to] = [second * 1000, (second + 1) * 1000];
    const near = attempts.filter(({ dueMs, endMs }) => dueMs < to && endMs >= from);
    return figuresOf(near, from, to);
  });
}

/**
 * Seconds after `fromMs` until the slowest answers of three seconds in a row are no slower than `normalMs`, and nobody
 * is refused in them; null when that does not come.
 */
export function recoveryOf(seconds: readonly Figures[], fromMs: number, normalMs: number): number | null {
  const first = Math.ceil(fromMs / 1000);
  const isNormal = (second: Figures | undefined) =>
    second !== undefined && second.refused + second.unanswered === 0 && (second.p99 ?? 0) <= normalMs;
  for (let at = first; at + 2 < seconds.length; at += 1) {
    if ([at, at + 1, at + 2].every((second) => isNormal(seconds[second]))) return at - first;
  }
  return null;
}
