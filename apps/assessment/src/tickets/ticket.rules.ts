import { addDays, dateOf, type Fact, Refusal, rfc3339 } from '@xibu/domain';
import type { TicketTopic } from '@xibu/domain/assessment/api';
import { TicketAnswered } from '@xibu/domain/assessment/events';
import type { Ticket } from './ticket.js';

/** Days to an answer by topic. Not in the sources: configuration of the service, the shortest for danger. */
const daysToAnswer: Readonly<Record<TicketTopic, number>> = {
  ...{ safety: 1, harassment: 1, pay: 5, work: 7, life: 7, policy: 7, other: 10 },
};

export interface Opening {
  readonly topic: TicketTopic;
  readonly text: string;
  readonly anonymous: boolean;
}
interface Officer {
  readonly account: string;
  readonly name: string;
}

export function openTicket(
  id: string,
  opening: Opening,
  of: { account: string; county: number | null },
  now: Date,
): Ticket {
  return {
    ...{ id, ...of, ...opening, status: 'open', owner: null, offeredTo: null, answer: null, rating: null, steps: [] },
    ...{ dueOn: addDays(dateOf(now), daysToAnswer[opening.topic]), at: now },
  };
}

/** The first who takes it owns it (S0: 首问责任制). */
export function take(ticket: Ticket, by: Officer, now: Date): Ticket {
  if (ticket.status !== 'open' || ticket.owner !== null) throw wrongStep(ticket);
  return noted({ ...ticket, owner: by.account }, by, '受理', now);
}

/** Offering it to another does not end the duty: the owner stays until it is accepted. */
export function offer(ticket: Ticket, to: string, by: Officer, now: Date): Ticket {
  requireOwner(ticket, by);
  if (ticket.status !== 'open') throw wrongStep(ticket);
  return noted({ ...ticket, status: 'transferring', offeredTo: to }, by, '移交', now);
}

export function accept(ticket: Ticket, by: Officer, now: Date): Ticket {
  if (ticket.status !== 'transferring') throw wrongStep(ticket);
  if (ticket.offeredTo !== by.account) throw new Refusal('ticket.not-owner');
  return noted({ ...ticket, status: 'open', owner: by.account, offeredTo: null }, by, '接受移交', now);
}

export function answer(ticket: Ticket, text: string, by: Officer, now: Date): [Ticket, Fact] {
  requireOwner(ticket, by);
  if (ticket.status !== 'open' && ticket.status !== 'transferring') throw wrongStep(ticket);
  const answered = noted({ ...ticket, status: 'answered', answer: text, offeredTo: null }, by, '答复', now);
  return [
    answered,
    TicketAnswered(ticket.id, { ticketId: ticket.id, accountId: ticket.account, county: ticket.county }),
  ];
}

/** Rated 1 to 5 by the one who asked; 1 and 2 open it again, with the same owner. */
export function rate(ticket: Ticket, rating: number, by: Officer, now: Date): Ticket {
  if (ticket.status !== 'answered') throw wrongStep(ticket);
  const status = rating <= 2 ? 'open' : 'closed';
  return noted({ ...ticket, rating, status }, { ...by, name: '本人' }, rating <= 2 ? '不满意，重新办理' : '评价', now);
}

function requireOwner(ticket: Ticket, by: Officer): void {
  if (ticket.owner !== by.account) throw new Refusal('ticket.not-owner');
}

function wrongStep({ status }: Ticket): Refusal {
  return new Refusal('ticket.wrong-step', { status });
}

function noted(ticket: Ticket, by: Officer, text: string, now: Date): Ticket {
  return { ...ticket, steps: [...ticket.steps, { at: rfc3339(now), by: by.name, text }] };
}
