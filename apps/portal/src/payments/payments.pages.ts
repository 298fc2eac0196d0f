import type { PageGroup } from '../app/page.js';

export const paymentPages: PageGroup = {
  offices: [
    { path: 'payments', needs: 'payment.read', load: async () => (await import('./payment-work.js')).Payments },
  ],
};
