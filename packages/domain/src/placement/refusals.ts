import type { RefusalText } from '../refusal-text.js';
import { postsRefusals } from './posts-refusals.js';
import { roundsRefusals } from './rounds-refusals.js';
import { volunteersRefusals } from './volunteers-refusals.js';

export const placementRefusals = {
  ...postsRefusals,
  ...roundsRefusals,
  ...volunteersRefusals,
} as const satisfies Record<string, RefusalText>;
