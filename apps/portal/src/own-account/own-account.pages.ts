import type { PageGroup } from '../app/page.js';

const page = async () => (await import('./OwnAccountPage.js')).OwnAccountPage;

/** The same page in both frames. */
export const ownAccountPages: PageGroup = {
  people: [{ path: 'mine/account', needs: 'account.own', load: page }],
  offices: [{ path: 'account', needs: 'account.own', load: page }],
};
