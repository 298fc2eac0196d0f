import type { PageGroup } from '../app/page.js';

const work = () => import('./claim-work.js');

export const claimPages: PageGroup = {
  people: [
    { path: 'mine/claims', needs: 'claim.report', load: async () => (await import('./MyClaimsPage.js')).MyClaimsPage },
  ],
  offices: [
    { path: 'insurance-claims', needs: 'claim.read', load: async () => (await work()).Claims },
    { path: 'insurance-claims/report', needs: 'claim.report', load: async () => (await work()).ReportClaimFor },
    { path: 'insurance-claims/:id', needs: 'claim.read', load: async () => (await work()).ClaimRecord },
  ],
};
