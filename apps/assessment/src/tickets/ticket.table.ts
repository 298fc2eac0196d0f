import { EntitySchema } from 'typeorm';
import type { Ticket } from './ticket.js';

export const TicketTable = new EntitySchema<Ticket>({
  name: 'ticket',
  columns: {
    id: { type: 'uuid', primary: true },
    account: { type: 'text' },
    anonymous: { type: 'boolean' },
    county: { type: 'int', nullable: true },
    topic: { type: 'text' },
    status: { type: 'text' },
    owner: { type: 'text', nullable: true },
    offeredTo: { name: 'offered_to', type: 'text', nullable: true },
    text: { type: 'text' },
    answer: { type: 'text', nullable: true },
    rating: { type: 'int', nullable: true },
    steps: { type: 'jsonb' },
    dueOn: { name: 'due_on', type: 'date' },
    at: { type: 'timestamptz' },
  },
});
