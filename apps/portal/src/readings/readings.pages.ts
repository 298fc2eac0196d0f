import type { PageGroup } from '../app/page.js';

export const readingPages: PageGroup = {
  offices: [
    {
      ...{ path: 'applications/:id/reveal', needs: 'application.reveal' },
      load: async () => (await import('./RevealPage.js')).RevealPage,
    },
  ],
};
