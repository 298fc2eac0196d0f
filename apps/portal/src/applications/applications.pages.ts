import type { PageGroup } from '../app/page.js';

export const applicationPages: PageGroup = {
  people: [
    { path: 'mine', needs: 'application.own', load: async () => (await import('./MinePage.js')).MinePage },
    {
      path: 'mine/sign-up/:step',
      needs: 'application.own',
      load: async () => (await import('./SignUpPage.js')).SignUpPage,
      outline: async () => (await import('./SignUpOutline.js')).SignUpOutline,
    },
    {
      path: 'mine/receipt',
      needs: 'application.own',
      load: async () => (await import('./ReceiptPage.js')).ReceiptPage,
    },
    {
      path: 'mine/confirm',
      needs: 'application.own',
      load: async () => (await import('./ConfirmPage.js')).ConfirmPage,
    },
  ],
  offices: [
    {
      path: 'applications',
      needs: 'application.read',
      load: async () => (await import('./application-register.js')).ApplicationRegister,
    },
    {
      path: 'applications/:id',
      needs: 'application.read',
      load: async () => (await import('./application-record.js')).ApplicationRecord,
    },
    {
      path: 'faculty-review',
      needs: 'application.review-faculty',
      load: async () => (await import('./faculty-review.js')).FacultyQueue,
    },
    {
      path: 'faculty-review/one/:id?',
      needs: 'application.review-faculty',
      load: async () => (await import('./faculty-review.js')).FacultyReview,
    },
    {
      path: 'university-review',
      needs: 'application.review-university',
      load: async () => (await import('./university-review.js')).UniversityQueue,
    },
    {
      path: 'university-review/one/:id?',
      needs: 'application.review-university',
      load: async () => (await import('./university-review.js')).UniversityReview,
    },
  ],
};
