import type { RailEntry } from '../office/rail.js';
import { ticketsText } from './tickets.text.js';

export const ticketRail: readonly RailEntry[] = [
  {
    ...{ group: 'queues', to: '/office/tickets?status=open', needs: 'ticket.answer' },
    label: (language) => ticketsText[language].title,
    count: { list: '/api/assessment/tickets', filters: { status: 'open' } },
  },
];
