import type { PageGroup } from '../app/page.js';

export const agreementPages: PageGroup = {
  people: [
    {
      path: 'mine/agreements/:id',
      needs: 'agreement.sign',
      load: async () => (await import('./MyAgreementPage.js')).MyAgreementPage,
    },
  ],
  offices: [
    {
      path: 'agreements',
      needs: 'agreement.read',
      load: async () => (await import('./agreement-work.js')).Agreements,
    },
    {
      path: 'agreements/unsigned',
      needs: 'agreement.read',
      load: async () => (await import('./agreement-work.js')).Unsigned,
    },
  ],
};
