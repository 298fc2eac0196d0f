import type { PageGroup } from '../app/page.js';

export const seasonPages: PageGroup = {
  people: [{ path: '/', load: async () => (await import('./HomePage.js')).HomePage }],
};
