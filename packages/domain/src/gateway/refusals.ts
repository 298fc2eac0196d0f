import type { RefusalText } from '../refusal-text.js';

/** What only the front door answers. */
export const gatewayRefusals = {
  'waiting-room.wait': {
    status: 503,
    zh: '现在人多，您前面还有 {ahead} 人，请保留页面，轮到您时会自动进入',
    en: 'Many people are here just now: {ahead} are before you. Keep the page open; you get in by yourself',
  },
} as const satisfies Record<string, RefusalText>;
