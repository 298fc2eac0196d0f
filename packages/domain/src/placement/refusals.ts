import type { RefusalText } from '../refusal-text.js';
import { postsRefusals } from './posts-refusals.js';
import { roundsRefusals } from './rounds-refusals.js';

export const placementRefusals = {
  ...postsRefusals,
  ...roundsRefusals,
} as const satisfies Record<string, RefusalText>;
