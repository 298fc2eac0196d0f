import type { RefusalText } from '../refusal-text.js';

export const notificationsRefusals = {} as const satisfies Record<string, RefusalText>;
