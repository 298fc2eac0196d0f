import { describe, expect, test } from '@jest/globals';
import { type TicketStatus, ticketStatuses } from '@xibu/domain/assessment/api';
import { TicketAnswered } from '@xibu/domain/assessment/events';
import { expectShape, sampleOf } from '@xibu/platform/testing-samples';
import type { Ticket } from './ticket.js';
import { accept, answer, offer, openTicket, rate, take } from './ticket.rules.js';

const now = new Date('2023-11-02T10:00:00+08:00');
const [owner, other] = [
  { account: 'o1', name: '张' },
  { account: 'o2', name: '李' },
];
const opened = openTicket(
  't1',
  { topic: 'pay', text: '补贴少发', anonymous: false },
  { account: 'p1', county: 152201 },
  now,
);
const at = (status: TicketStatus, changes: Partial<Ticket> = {}): Ticket => ({
  ...opened,
  status,
  owner: 'o1',
  ...changes,
});

const steps = {
  take: { from: ['open'], take: (given: Ticket) => take({ ...given, owner: null }, owner, now) },
  offer: { from: ['open'], take: (given: Ticket) => offer(given, 'o2', owner, now) },
  accept: { from: ['transferring'], take: (given: Ticket) => accept({ ...given, offeredTo: 'o2' }, other, now) },
  answer: { from: ['open', 'transferring'], take: (given: Ticket) => answer(given, '已补发', owner, now) },
  rate: { from: ['answered'], take: (given: Ticket) => rate(given, 5, { account: 'p1', name: '本人' }, now) },
};
describe.each(Object.entries(steps))('%s', (_, step) => {
  test.each(ticketStatuses.filter((status) => !step.from.includes(status)))('is refused from %s', (status) => {
    expect(() => step.take(at(status))).toThrow(expect.objectContaining({ code: 'ticket.wrong-step' }));
  });
  test.each(step.from as TicketStatus[])('is possible from %s', (status) => {
    expect(() => step.take(at(status))).not.toThrow();
  });
});

test('whoever took it first owns it, until a named person has accepted it', () => {
  const taken = take(opened, owner, now);
  expect(() => take(taken, other, now)).toThrow(expect.objectContaining({ code: 'ticket.wrong-step' }));
  expect(() => answer(taken, '…', other, now)).toThrow(expect.objectContaining({ code: 'ticket.not-owner' }));
  const offered = offer(taken, 'o2', owner, now);
  expect(offered.owner).toBe('o1');
  expect(() => accept(offered, { account: 'o3', name: '赵' }, now)).toThrow(
    expect.objectContaining({ code: 'ticket.not-owner' }),
  );
  expect(accept(offered, other, now)).toMatchObject({ owner: 'o2', status: 'open', offeredTo: null });
});

test('danger is answered within a day', () => {
  expect(
    openTicket('t', { topic: 'safety', text: '宿舍漏电', anonymous: true }, { account: 'p', county: null }, now).dueOn,
  ).toBe('2023-11-03');
});

test('who is not satisfied gets another answer from the same owner', () => {
  const [answered, fact] = answer(at('open'), '已核', owner, now);
  expectShape(sampleOf(TicketAnswered), fact.data);
  expect(rate(answered, 2, { account: 'p1', name: '' }, now)).toMatchObject({ status: 'open', owner: 'o1' });
  expect(rate(answered, 3, { account: 'p1', name: '' }, now)).toMatchObject({ status: 'closed', rating: 3 });
});
