import type { PageGroup } from '../app/page.js';

export const objectionPages: PageGroup = {
  offices: [
    {
      ...{ path: 'objections/:id', needs: 'objection.read' },
      load: async () => (await import('./objection-record.js')).ObjectionRecord,
    },
  ],
};
