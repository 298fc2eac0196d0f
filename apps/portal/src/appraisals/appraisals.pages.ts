import type { PageGroup } from '../app/page.js';

export const appraisalPages: PageGroup = {
  offices: [
    {
      ...{ path: 'appraisals', needs: 'appraisal.write' },
      load: async () => (await import('./appraisal-work.js')).Appraisals,
    },
  ],
};
