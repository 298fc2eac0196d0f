import type { PageGroup } from '../app/page.js';

const work = () => import('./slip-work.js');

export const slipPages: PageGroup = {
  offices: [
    { path: 'agency-slips', needs: 'agency-slip.read', load: async () => (await work()).Slips },
    {
      ...{ path: 'agency-slips/import', needs: 'agency-slip.import' },
      load: async () => (await import('./ImportSlipPage.js')).ImportSlipPage,
    },
    { path: 'agency-slips/:id', needs: 'agency-slip.read', load: async () => (await work()).SlipRows },
  ],
};
