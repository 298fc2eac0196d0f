import type { PageGroup } from '../app/page.js';

export const boardPages: PageGroup = {
  offices: [{ path: 'season', needs: 'report.read', load: async () => (await import('./SeasonBoard.js')).SeasonBoard }],
};
