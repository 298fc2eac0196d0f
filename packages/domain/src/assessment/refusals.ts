import type { RefusalText } from '../refusal-text.js';

export const assessmentRefusals = {} as const satisfies Record<string, RefusalText>;
