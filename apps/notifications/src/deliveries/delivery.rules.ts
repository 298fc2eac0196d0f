/** After so many tries a delivery has failed, and the owner of the matter learns of it. */
export const attemptsMax = 5;

export type Outcome = { readonly arrived: true } | { readonly arrived: false; readonly reason: string };

export interface Attempted {
  readonly status: 'queued' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly reason: string | null;
  /** Seconds until the next try. */
  readonly waitSeconds: number;
}

/** What a try makes of a delivery: each further try waits four times longer. */
export function attempt(attemptsBefore: number, outcome: Outcome): Attempted {
  const attempts = attemptsBefore + 1;
  if (outcome.arrived) return { status: 'delivered', attempts, reason: null, waitSeconds: 0 };
  const status = attempts >= attemptsMax ? 'failed' : 'queued';
  return { status, attempts, reason: outcome.reason, waitSeconds: 4 ** attempts };
}
