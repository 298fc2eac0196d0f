import type { PageGroup } from '../app/page.js';

export const countyPages: PageGroup = {
  offices: [
    { path: 'counties', needs: 'service-county.read', load: async () => (await import('./county-work.js')).Counties },
    {
      path: 'counties/blocks',
      needs: 'service-county.read',
      load: async () => (await import('./county-work.js')).Blocks,
    },
  ],
};
