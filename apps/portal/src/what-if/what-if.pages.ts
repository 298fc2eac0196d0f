import type { PageGroup } from '../app/page.js';

export const whatIfPages: PageGroup = {
  offices: [
    {
      ...{ path: 'rounds/:id/what-if', needs: 'round.diagnose' },
      load: async () => (await import('./WhatIfPage.js')).WhatIfPage,
    },
  ],
};
