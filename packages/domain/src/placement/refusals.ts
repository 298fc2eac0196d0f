import type { RefusalText } from '../refusal-text.js';

export const placementRefusals = {} as const satisfies Record<string, RefusalText>;
