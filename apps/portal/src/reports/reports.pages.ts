import type { PageGroup } from '../app/page.js';

export const reportPages: PageGroup = {
  offices: [{ path: 'reports', needs: 'report.read', load: async () => (await import('./report-work.js')).Reports }],
};
