import type { PageGroup } from '../app/page.js';

const work = () => import('./operation-work.js');

export const operationPages: PageGroup = {
  offices: [
    {
      path: 'operations',
      needs: 'operations.read',
      load: async () => (await import('./OperationsPage.js')).OperationsPage,
    },
    { path: 'operations/:id', needs: 'operations.read', load: async () => (await work()).Parked },
    { path: 'audit', needs: 'audit.read', load: async () => (await work()).Audit },
    { path: 'audit/:id', needs: 'audit.read', load: async () => (await work()).Audit },
  ],
};
