import type { TicketStatus, TicketTopic } from '@xibu/domain/assessment/api';

/** A matter as assessment answers it; the name is there only for offices, and not of those who stay unnamed. */
export interface TicketRow {
  readonly id: string;
  readonly county: number | null;
  readonly topic: TicketTopic;
  readonly status: TicketStatus;
  readonly owner: string | null;
  readonly text: string;
  readonly answer: string | null;
  readonly rating: number | null;
  readonly dueOn: string;
  readonly at: string;
  readonly name?: string | null;
}

export const tickets = '/api/assessment/tickets';
