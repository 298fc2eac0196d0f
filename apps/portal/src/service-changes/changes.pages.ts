import type { PageGroup } from '../app/page.js';

export const changePages: PageGroup = {
  people: [
    {
      ...{ path: 'mine/changes', needs: 'volunteer.own' },
      load: async () => (await import('./MyChangesPage.js')).MyChangesPage,
    },
  ],
};
