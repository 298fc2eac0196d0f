import { expect, test } from '@jest/globals';
import { type Pass, type Ticket, Tickets, ticketKey } from './tickets.js';

const internalKey = 'known to the gateway and to the programme service';
const tickets = new Tickets(ticketKey(undefined, internalKey));
const ticket: Ticket = {
  kind: 'ticket',
  id: 'aB-_0123456z',
  minute: 28_000_000,
  place: 28_000_000.25,
  origin: 'abc-_1',
};
const pass: Pass = { kind: 'pass', id: 'aB-_0123456z', endsAtSecond: 1_684_000_000 };

test.each([ticket, pass])('a $kind is read as it was written', (given) => {
  expect(tickets.read(tickets.write(given))).toEqual(given);
});

test('a place keeps the fine difference by which one goes before the other', () => {
  const read = tickets.read(tickets.write({ ...ticket, place: 28_000_000.123456 }));
  expect(read?.kind === 'ticket' && read.place).toBeCloseTo(28_000_000.123456, 7);
});

test('gateways with one key read each other’s tickets', () => {
  const other = new Tickets(ticketKey(undefined, internalKey));
  expect(other.read(tickets.write(ticket))).toEqual(ticket);
});

test.each(['t', 'p', '', '.', 't.a.b', 'p.zzzzzz.abc.aaaaaaaaaaaaaaaaaaaaaaaa'])('%j is no ticket', (token) => {
  expect(tickets.read(token)).toBeNull();
});

test('whoever changes a letter of it holds nothing', () => {
  for (const written of [tickets.write(ticket), tickets.write(pass)]) {
    for (let at = 0; at < written.length; at += 1) {
      const forged = `${written.slice(0, at)}${written[at] === '1' ? '2' : '1'}${written.slice(at + 1)}`;
      expect(tickets.read(forged)).toBeNull();
    }
  }
  const [, ...rest] = tickets.write(ticket).split('.');
  expect(tickets.read(['p', ...rest].join('.'))).toBeNull();
});

test('with another key nothing of it holds, and a key given for this counts before the internal one', () => {
  const given = new Tickets(ticketKey('a key that was given just for tickets', internalKey));
  expect(given.read(tickets.write(ticket))).toBeNull();
  expect(given.read(given.write(ticket))).toEqual(ticket);
});

test('the same browser draws the same lot within a minute; lots are spread evenly', () => {
  const lot = tickets.drawOf('10.0.0.1 browser', 28_000_000);
  expect(tickets.drawOf('10.0.0.1 browser', 28_000_000)).toBe(lot);
  expect(tickets.drawOf('10.0.0.1 browser', 28_000_001)).not.toBe(lot);
  const lots = Array.from({ length: 4000 }, (_, at) => tickets.drawOf(`10.0.${at >> 8}.${at & 255} b`, 28_000_000));
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const share = lots.filter((one) => Math.floor(one * 10) === tenth).length;
    expect(share).toBeGreaterThan(320);
    expect(share).toBeLessThan(480);
  }
});
