import type { PageGroup } from '../app/page.js';

export const incidentPages: PageGroup = {
  offices: [
    { path: 'incidents', needs: 'incident.read', load: async () => (await import('./incident-work.js')).Incidents },
  ],
};
