import type { PageGroup } from '../app/page.js';

export const volunteerPages: PageGroup = {
  people: [
    {
      path: 'mine/service',
      needs: 'volunteer.own',
      load: async () => (await import('./MyServicePage.js')).MyServicePage,
    },
    {
      path: 'mine/registration',
      needs: 'registration.own',
      load: async () => (await import('./RegistrationPage.js')).RegistrationPage,
    },
  ],
  offices: [
    { path: 'volunteers', needs: 'volunteer.read', load: async () => (await import('./volunteer-work.js')).Volunteers },
    {
      path: 'volunteers/:id',
      needs: 'volunteer.read',
      load: async () => (await import('./volunteer-work.js')).VolunteerRecord,
    },
  ],
};
