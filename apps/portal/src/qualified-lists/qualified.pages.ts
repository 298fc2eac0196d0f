import type { PageGroup } from '../app/page.js';

export const qualifiedPages: PageGroup = {
  offices: [
    {
      path: 'qualified-lists',
      needs: 'qualified-list.read',
      load: async () => (await import('./qualified-work.js')).QualifiedLists,
    },
    {
      path: 'qualified-lists/:id',
      needs: 'qualified-list.read',
      load: async () => (await import('./qualified-work.js')).QualifiedEntries,
    },
  ],
};
