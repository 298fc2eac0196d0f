import type { PageGroup } from '../app/page.js';

const work = () => import('./policy-work.js');

export const policyPages: PageGroup = {
  offices: [
    { path: 'insurance-policies', needs: 'policy.read', load: async () => (await work()).Policies },
    { path: 'insurance-covers', needs: 'cover.read', load: async () => (await work()).Covers },
  ],
};
