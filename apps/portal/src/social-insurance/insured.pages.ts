import type { PageGroup } from '../app/page.js';

export const insuredPages: PageGroup = {
  offices: [
    {
      ...{ path: 'social-insurance', needs: 'social-insurance.read' },
      load: async () => (await import('./insured-work.js')).Insured,
    },
  ],
};
