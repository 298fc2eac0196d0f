import type { PageGroup } from '../app/page.js';

export const accountPages: PageGroup = {
  people: [
    { path: 'sign-in', load: async () => (await import('./SignInPage.js')).SignInPage },
    { path: 'register', load: async () => (await import('./RegisterAccountPage.js')).RegisterAccountPage },
  ],
};
