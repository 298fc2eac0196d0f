import type { RefusalText } from '../refusal-text.js';

export const financeRefusals = {} as const satisfies Record<string, RefusalText>;
