import type { PageGroup } from '../app/page.js';

export const ticketPages: PageGroup = {
  people: [
    { path: 'mine/tickets', needs: 'ticket.own', load: async () => (await import('./MyTicketsPage.js')).MyTicketsPage },
  ],
  offices: [{ path: 'tickets', needs: 'ticket.read', load: async () => (await import('./ticket-work.js')).Tickets }],
};
