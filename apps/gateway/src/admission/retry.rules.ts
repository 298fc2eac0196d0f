import type { Priority } from './priority.rules.js';

/** Seconds after which a request of this priority may find a place. */
const soonest: Readonly<Record<Priority, number>> = { submit: 2, save: 3, own: 4, search: 6, export: 15 };
/** Nobody is sent away for longer, and whoever submits soon comes before all others. */
const longest: Readonly<Record<Priority, number>> = { submit: 20, save: 30, own: 60, search: 60, export: 60 };

/**
 * When to try again, in whole seconds: not before it can help, and spread over twice that time, so that those who were
 * refused together do not come back together. `chance` is from 0 to 1.
 */
export function retryAfterSeconds(priority: Priority, waitMs: number, chance: number): number {
  const least = Math.min(longest[priority] / 2, Math.max(soonest[priority], waitMs / 1000));
  return Math.ceil(least * (1 + chance));
}
