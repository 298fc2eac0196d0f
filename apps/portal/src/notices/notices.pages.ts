import type { PageGroup } from '../app/page.js';

const work = () => import('./notice-work.js');
const one = () => import('./NoticePage.js');

export const noticePages: PageGroup = {
  offices: [
    { path: 'notices', needs: 'notice.read', load: async () => (await work()).Notices },
    { path: 'notices/issued', needs: 'notice.issue', load: async () => (await work()).IssuedNotices },
    { path: 'notices/overdue', needs: 'notice.issue', load: async () => (await work()).OverdueReceipts },
    { path: 'notices/:id', needs: 'notice.read', load: async () => (await one()).NoticePage },
    { path: 'notices/:id/receipts', needs: 'notice.issue', load: async () => (await work()).Receipts },
    { path: 'milestones', needs: 'season.read', load: async () => (await work()).MilestoneChanges },
    { path: 'rulebooks', needs: 'rulebook.read', load: async () => (await work()).Rulebooks },
  ],
};
