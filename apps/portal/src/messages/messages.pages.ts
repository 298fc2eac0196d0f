import type { PageGroup } from '../app/page.js';

const messages = async () => (await import('./MessagesPage.js')).MessagesPage;

export const messagePages: PageGroup = {
  people: [{ path: 'mine/messages', needs: 'message.own', load: messages }],
  offices: [
    { path: 'messages', needs: 'message.own', load: messages },
    { path: 'deliveries', needs: 'delivery.read', load: async () => (await import('./delivery-work.js')).Deliveries },
  ],
};
