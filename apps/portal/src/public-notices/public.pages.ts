import type { PageGroup } from '../app/page.js';

const notices = () => import('./PublicNoticePages.js');
const office = () => import('./ContactsPage.js');

/** What everybody may read without an account. */
export const publicPages: PageGroup = {
  people: [
    { path: 'public-notices', load: async () => (await notices()).PublicNoticesPage },
    { path: 'public-notices/:id', load: async () => (await notices()).PublicNoticePage },
    { path: 'official-notices', load: async () => (await office()).OfficialNoticesPage },
    { path: 'official-notices/:id', load: async () => (await office()).OfficialNoticePage },
    { path: 'contacts', load: async () => (await office()).ContactsPage },
  ],
};
