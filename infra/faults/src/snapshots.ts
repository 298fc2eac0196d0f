import { setTimeout as pause } from 'node:timers/promises';
import type { Invariant, Seen } from '@xibu/end-to-end/season/invariants/invariant';
import { isOutage } from '@xibu/messaging';

/** Longest pause between two looks. */
const lookEveryMs = 150;

export interface Watched {
  readonly looks: number;
  /** Each sentence once, however often it was true. */
  readonly wrong: readonly string[];
}

/**
 * Looks at what must hold at every moment, again and again while the work goes on. Each look is one statement, and so
 * one snapshot; while the database is away nothing is seen.
 */
export async function watch(invariants: readonly Invariant[], seen: Seen, work: Promise<unknown>): Promise<Watched> {
  const wrong = new Set<string>();
  let [looks, over] = [0, false];
  const settled = work.then(
    () => {
      over = true;
    },
    () => {
      over = true;
    },
  );
  while (!over) {
    for (const { name, check } of invariants) {
      try {
        for (const sentence of await check(seen)) wrong.add(`${name}: ${sentence}`);
        looks += 1;
      } catch (error) {
        if (!isOutage(error)) throw error;
      }
    }
    await Promise.race([settled, pause(lookEveryMs)]);
  }
  return { looks, wrong: [...wrong] };
}
