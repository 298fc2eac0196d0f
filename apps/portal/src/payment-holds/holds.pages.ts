import type { PageGroup } from '../app/page.js';

const work = () => import('./hold-work.js');

export const holdPages: PageGroup = {
  offices: [
    { path: 'payment-holds', needs: 'payment-hold.read', load: async () => (await work()).Holds },
    { path: 'payment-holds/people', needs: 'payment-hold.place', load: async () => (await work()).HoldPeople },
  ],
};
