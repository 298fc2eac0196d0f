import type { PageGroup } from '../app/page.js';

export const arrivalPages: PageGroup = {
  offices: [
    { path: 'fund-arrivals', needs: 'fund.read', load: async () => (await import('./arrival-work.js')).Arrivals },
    {
      ...{ path: 'fund-arrivals/many', needs: 'fund.record' },
      load: async () => (await import('./ManyArrivalsPage.js')).ManyArrivalsPage,
    },
  ],
};
