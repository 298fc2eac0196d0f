import type { PageGroup } from '../app/page.js';

export const rulebookPages: PageGroup = {
  offices: [
    {
      ...{ path: 'rulebooks/:id', needs: 'rulebook.read' },
      load: async () => (await import('./RulebookPage.js')).RulebookPage,
    },
    {
      ...{ path: 'rulebooks/:id/edit', needs: 'rulebook.prepare' },
      load: async () => (await import('./RulebookEditPage.js')).RulebookEditPage,
    },
  ],
};
