import type { PageGroup } from '../app/page.js';

const work = () => import('./adjustment-work.js');

export const adjustmentPages: PageGroup = {
  offices: [
    { path: 'adjustments', needs: 'adjustment.read', load: async () => (await work()).Adjustments },
    {
      ...{ path: 'adjustments/new', needs: 'adjustment.prepare' },
      load: async () => (await import('./NewAdjustmentPage.js')).NewAdjustmentPage,
    },
    { path: 'adjustments/:id', needs: 'adjustment.read', load: async () => (await work()).AdjustmentRecord },
    { path: 'pay-terms', needs: 'adjustment.read', load: async () => (await import('./TermsPage.js')).TermsPage },
  ],
};
