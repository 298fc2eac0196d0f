import type { PageGroup } from '../app/page.js';

export const ownDataPages: PageGroup = {
  people: [
    { path: 'mine/data', needs: 'application.own', load: async () => (await import('./MyDataPage.js')).MyDataPage },
  ],
};
