import type { PageGroup } from '../app/page.js';

const pages = () => import('./PaySlipPages.js');

export const payPages: PageGroup = {
  people: [
    { path: 'mine/pay', needs: 'pay-slip.own', load: async () => (await pages()).PaySlipsPage },
    { path: 'mine/pay/:month', needs: 'pay-slip.own', load: async () => (await pages()).PaySlipPage },
  ],
};
