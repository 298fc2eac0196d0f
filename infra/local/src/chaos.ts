import { setTimeout as pause } from 'node:timers/promises';
import { type Draw, drawsOf } from './draws.js';
import { say } from './output.js';
import type { Stack } from './stack.js';

/** Milliseconds from and to. */
type Span = readonly [from: number, to: number];

/** Peace between two blows: long enough for a season to go on, with consumers that join their groups anew. */
const usualPeace: Span = [3_000, 30_000];
/** Absence after a blow. */
const awayMs: Span = [0, 3_000];

export interface Chaos {
  /** Heals what is down and stops; answers how many blows there were. Throws when something did not come up again. */
  end(): Promise<number>;
}

/**
 * Ends one part of the system after the other without a goodbye and starts it again; which, when and for how long
 * follows from the seed alone. Work that lasts seconds asks for less `peace` between two blows than a whole season.
 */
export function unleash(stack: Stack, seed: string, peace: Span = usualPeace): Chaos {
  const over = new AbortController();
  const working = strike(stack, drawsOf(seed), peace, over.signal);
  // Said as soon as it is known, though it counts at the end only.
  working.catch((error: unknown) => say('chaos', `gives up: ${String(error)}`));
  return {
    end() {
      over.abort();
      return working;
    },
  };
}

async function strike(stack: Stack, draw: Draw, peace: Span, over: AbortSignal): Promise<number> {
  for (let blows = 0; ; blows += 1) {
    await rest(draw(...peace), over);
    if (over.aborted) return blows;
    const part = stack.parts[Math.floor(draw(0, stack.parts.length))] ?? 'gateway';
    say('chaos', `${part} is killed`);
    await stack.kill(part);
    await rest(draw(...awayMs), over);
    const began = performance.now();
    await stack.revive(part);
    say('chaos', `${part} is back after ${Math.round(performance.now() - began)} ms`);
  }
}

async function rest(ms: number, over: AbortSignal): Promise<void> {
  try {
    await pause(ms, undefined, { signal: over });
  } catch (error) {
    if (!over.aborted) throw error;
  }
}
