import type { PageGroup } from '../app/page.js';

export const resultPages: PageGroup = {
  people: [
    {
      path: 'mine/progress',
      needs: 'application.own',
      load: async () => (await import('./ProgressPage.js')).ProgressPage,
    },
    { path: 'mine/exam', needs: 'application.own', load: async () => (await import('./ExamPage.js')).ExamPage },
    { path: 'mine/result', needs: 'application.own', load: async () => (await import('./ResultPage.js')).ResultPage },
  ],
};
