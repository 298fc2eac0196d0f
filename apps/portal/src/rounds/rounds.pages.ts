import type { PageGroup } from '../app/page.js';

export const roundPages: PageGroup = {
  people: [{ path: 'results', load: async () => (await import('./RoundResultsPage.js')).RoundResultsPage }],
  offices: [
    { path: 'rounds', needs: 'round.read', load: async () => (await import('./round-work.js')).Rounds },
    { path: 'rounds/:id', needs: 'round.read', load: async () => (await import('./RoundPage.js')).RoundPage },
    {
      path: 'rounds/:id/placements',
      needs: 'round.read',
      load: async () => (await import('./round-work.js')).Placements,
    },
  ],
};
