import type { PageGroup } from '../app/page.js';

export const leavePages: PageGroup = {
  people: [
    { path: 'mine/leaves', needs: 'leave.ask', load: async () => (await import('./MyLeavesPage.js')).MyLeavesPage },
  ],
  offices: [
    { path: 'leaves', needs: 'leave.read', load: async () => (await import('./leave-work.js')).Leaves },
    {
      path: 'post-changes',
      needs: 'post-change.read',
      load: async () => (await import('./leave-work.js')).PostChanges,
    },
    { path: 'departures', needs: 'departure.read', load: async () => (await import('./leave-work.js')).Departures },
    { path: 'extensions', needs: 'extension.read', load: async () => (await import('./leave-work.js')).Extensions },
  ],
};
