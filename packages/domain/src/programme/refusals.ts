import type { RefusalText } from '../refusal-text.js';

export const programmeRefusals = {} as const satisfies Record<string, RefusalText>;
