import type { PageGroup } from '../app/page.js';

const page = () => import('./CoveragePages.js');

export const coveragePages: PageGroup = {
  people: [{ path: 'mine/coverage', needs: 'coverage.own', load: async () => (await page()).MyCoveragePage }],
  offices: [
    {
      path: 'coverage/people',
      needs: 'coverage.read',
      load: async () => (await import('./people-work.js')).CoveredPeople,
    },
    { path: 'coverage/people/:id', needs: 'coverage.read', load: async () => (await page()).PersonCoveragePage },
  ],
};
