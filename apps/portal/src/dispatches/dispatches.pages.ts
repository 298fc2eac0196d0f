import type { PageGroup } from '../app/page.js';

export const dispatchPages: PageGroup = {
  offices: [
    { path: 'dispatches', needs: 'dispatch.read', load: async () => (await import('./dispatch-work.js')).Dispatches },
    { path: 'trainings', needs: 'training.read', load: async () => (await import('./dispatch-work.js')).Trainings },
  ],
};
