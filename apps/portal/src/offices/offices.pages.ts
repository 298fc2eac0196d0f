import type { PageGroup } from '../app/page.js';

export const officePages: PageGroup = {
  offices: [
    { path: 'offices', needs: 'office.read', load: async () => (await import('./office-work.js')).Offices },
    { path: 'accounts', needs: 'account.read', load: async () => (await import('./office-work.js')).Accounts },
  ],
};
