import type { PageGroup } from '../app/page.js';

export const cardPages: PageGroup = {
  people: [
    { path: 'mine/card', needs: 'bank-card.own', load: async () => (await import('./MyCardPage.js')).MyCardPage },
  ],
  offices: [
    { path: 'bank-cards', needs: 'bank-card.read', load: async () => (await import('./card-work.js')).BankCards },
  ],
};
