import type { PageGroup } from '../app/page.js';

const page = () => import('./DocumentCheckPage.js');

/** The addresses stand in the codes of printed papers and must not change. */
export const checkPages: PageGroup = {
  people: [
    { path: 'check/confirmation-notice/:number/:token', load: async () => (await page()).ConfirmationCheckPage },
    { path: 'check/registration-form/:number/:token', load: async () => (await page()).RegistrationFormCheckPage },
  ],
};
