import type { RefusalText } from '../refusal-text.js';

export const recruitmentRefusals = {} as const satisfies Record<string, RefusalText>;
