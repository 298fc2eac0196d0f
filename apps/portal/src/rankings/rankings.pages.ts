import type { PageGroup } from '../app/page.js';

export const rankingPages: PageGroup = {
  people: [
    { path: 'mine/ranking', needs: 'ranking.own', load: async () => (await import('./RankingPage.js')).RankingPage },
  ],
};
