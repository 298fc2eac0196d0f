import type { Story } from '../story.js';
import { moneyUnderFire } from '../workloads/money.js';
import { seatsUnderFire } from '../workloads/seats.js';
import { killRounds } from './long-work-rounds.js';
import { killRuns } from './long-work-runs.js';
import { poison } from './poison.js';

/** Drills with a season of their own. */
export const stories: readonly Story[] = [killRounds, killRuns, poison, seatsUnderFire, moneyUnderFire];
