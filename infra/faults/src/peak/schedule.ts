import type { Draw } from '@xibu/local/draws';
import { type Kind, kinds, type Shares, type Stretch } from './evening.js';

/** Somebody wants something at this time, however long others are waiting then. */
export interface Intent {
  /** Milliseconds from the beginning. */
  readonly dueMs: number;
  readonly kind: Kind;
}

const slotSeconds = 0.05;

/** Starts that come by chance at the rates of the stretches (a Poisson process), all fixed before the first is sent. */
export function scheduleOf(stretches: readonly Stretch[], shares: Shares, draw: Draw): Intent[] {
  const intents: Intent[] = [];
  let begins = 0;
  // How much is still to be expected before the next comes: exponential, of mean one.
  let left = -Math.log(1 - draw(0, 1));
  for (const { seconds, rateAt } of stretches) {
    for (let slot = 0; slot * slotSeconds < seconds; slot += 1) {
      const width = Math.min(slotSeconds, seconds - slot * slotSeconds);
      const expected = rateAt(slot * slotSeconds + width / 2) * width;
      let passed = 0;
      while (left <= expected - passed) {
        passed += left;
        const at = begins + slot * slotSeconds + (passed / expected) * width;
        intents.push({ dueMs: at * 1000, kind: kindOf(draw, shares) });
        left = -Math.log(1 - draw(0, 1));
      }
      left -= expected - passed;
    }
    begins += seconds;
  }
  return intents;
}

function kindOf(draw: Draw, shares: Shares): Kind {
  const all = kinds.reduce((sum, kind) => sum + shares[kind], 0);
  let at = draw(0, all);
  for (const kind of kinds) {
    at -= shares[kind];
    if (at < 0) return kind;
  }
  return 'submit';
}
