import type { PageGroup } from '../app/page.js';

export const quotaPages: PageGroup = {
  offices: [
    { path: 'quotas', needs: 'quota.read', load: async () => (await import('./quota-work.js')).QuotasPage },
    { path: 'quotas/plans', needs: 'quota.read', load: async () => (await import('./quota-work.js')).QuotaPlans },
    {
      path: 'quotas/transfers',
      needs: 'quota.read',
      load: async () => (await import('./quota-work.js')).QuotaTransfers,
    },
  ],
};
