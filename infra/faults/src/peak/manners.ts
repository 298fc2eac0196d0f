import type { Draw } from '@xibu/local/draws';
import { isRefused } from './figures.js';

/** What came back to one try. */
export interface Answer {
  /** 0: nothing came. */
  readonly status: number;
  readonly body: unknown;
  readonly etag: string | null;
  /** What Retry-After said; null when it said nothing. */
  readonly retryAfterMs: number | null;
  readonly isPolite: boolean;
  readonly endMs: number;
}

export const triesMost = 5;

/**
 * One intent, followed as a good client does: the same again after as long as it was asked to wait and a little more by
 * chance, not without end, and not after `untilMs`. Answers with the last answer.
 */
export async function pursue(
  send: (nth: number, dueMs: number) => Promise<Answer>,
  dueMs: number,
  { untilMs, waitUntil, draw }: { untilMs: number; waitUntil: (ms: number) => Promise<void>; draw: Draw },
): Promise<Answer> {
  let due = dueMs;
  for (let nth = 0; ; nth += 1) {
    const answer = await send(nth, due);
    const mayHelp = answer.status === 0 || isRefused(answer);
    due = answer.endMs + pauseAfter(answer, nth, draw);
    if (!mayHelp || nth + 1 === triesMost || due > untilMs) return answer;
    await waitUntil(due);
  }
}

/** Never sooner than asked; what says nothing of it is asked again ever more slowly. */
export function pauseAfter({ retryAfterMs }: Pick<Answer, 'retryAfterMs'>, nth: number, draw: Draw): number {
  return (retryAfterMs ?? 250 * 2 ** nth) * draw(1, 1.5);
}
