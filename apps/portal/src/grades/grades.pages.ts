import type { PageGroup } from '../app/page.js';

export const gradePages: PageGroup = {
  people: [
    { path: 'mine/grades', needs: 'grade.own', load: async () => (await import('./MyGradesPage.js')).MyGradesPage },
  ],
  offices: [
    { path: 'grades', needs: 'grade.read', load: async () => (await import('./grade-work.js')).Grades },
    {
      path: 'excellent-list',
      needs: 'grade.read',
      load: async () => (await import('./ExcellentListPage.js')).ExcellentListPage,
    },
    {
      path: 'office-ratings',
      needs: 'office-rating.read',
      load: async () => (await import('./grade-work.js')).OfficeRatings,
    },
  ],
};
