import { describe, expect, test } from '@jest/globals';
import { applicationStatuses, type ExamSessionStatus, examSessionStatuses } from '@xibu/domain/recruitment/api';
import type { Application } from '../applications/application.js';
import { sampleDraft } from '../applications/sample-application.js';
import { seatsOf } from './exam-session.js';
import { assignSeats, change, close, open, plan, seat } from './exam-session.rules.js';
import { samplePlan, sampleSession } from './sample-session.js';

const now = new Date('2023-05-24T12:00:00+08:00');
const confirmed = (number: string): Application => sampleDraft({ id: `id-${number}`, number, status: 'confirmed' });
const code = (refusal: string) => expect.objectContaining({ code: refusal });

const steps: Record<string, { from: readonly ExamSessionStatus[]; take: (status: ExamSessionStatus) => unknown }> = {
  change: { from: ['planned'], take: (status) => change(sampleSession({ status }), samplePlan, now) },
  open: { from: ['planned'], take: (status) => open(sampleSession({ status }), now) },
  assignSeats: {
    from: ['open', 'seated'],
    take: (status) => assignSeats(sampleSession({ status }), [confirmed('1')], 0, now),
  },
  close: { from: ['seated'], take: (status) => close(sampleSession({ status }), now) },
};

describe.each(Object.entries(steps))('%s', (_, { from, take }) => {
  test.each(examSessionStatuses.filter((status) => !from.includes(status)))('is refused for a session %s', (status) => {
    expect(() => take(status)).toThrow(code('exam.wrong-step'));
  });
  test.each(from)('is possible for a session %s', (status) => {
    expect(take(status)).toBeDefined();
  });
});

test('a plan counts the sessions before it, and must end after it begins', () => {
  const planned = { id: 'x', season: '2023-2024', region: 150000, before: 1 };
  expect(plan(samplePlan, planned, now)).toMatchObject({ ordinal: 2, status: 'planned', version: 1, division: 150000 });
  expect(() => plan({ ...samplePlan, endsAt: samplePlan.startsAt }, planned, now)).toThrow(code('exam.times'));
});

test('a session without a seat is not announced', () => {
  const empty = sampleSession({ status: 'planned', sites: [{ name: 'a', address: '', rooms: [] }] });
  expect(() => open(empty, now)).toThrow(code('exam.no-seats'));
});

test('seats are numbered by session, site, room and place', () => {
  expect(seatsOf(sampleSession()).map(({ ticket }) => ticket)).toEqual([
    ...['2023010101001', '2023010101002', '2023010102001', '2023010102002'],
    ...['2023010201001', '2023010201002', '2023010201003'],
  ]);
});

test('people sit in the order of their application numbers, however they come', () => {
  const people = ['000003', '000001', '000002'].map(confirmed);
  const { seats, applications, session } = assignSeats(sampleSession(), people, 0, now);
  expect(seats.map(({ applicationId, site, room, seat: at }) => [applicationId, site, room, at])).toEqual([
    ['id-000001', '内蒙古师范大学', '第1考场', 1],
    ['id-000002', '内蒙古师范大学', '第1考场', 2],
    ['id-000003', '内蒙古师范大学', '第2考场', 1],
  ]);
  expect(applications.every(({ status }) => status === 'ticketed')).toBe(true);
  expect(session.status).toBe('seated');
  expect(assignSeats(sampleSession(), [...people].reverse(), 0, now).seats).toEqual(seats);
});

test('late confirmations sit behind those who have a seat', () => {
  const { seats } = assignSeats(sampleSession({ status: 'seated' }), [confirmed('000009')], 3, now);
  expect(seats[0]).toMatchObject({ room: '第2考场', seat: 2, ticket: '2023010102002' });
});

test('nobody is seated while one seat is missing, and it is said how many', () => {
  const people = Array.from({ length: 6 }, (_, at) => confirmed(String(at)));
  expect(() => assignSeats(sampleSession(), people, 3, now)).toThrow(
    expect.objectContaining({ code: 'exam.too-few-seats', details: { missing: 2 } }),
  );
  expect(() => assignSeats(sampleSession(), [], 0, now)).toThrow(code('exam.nobody-to-seat'));
});

test.each(applicationStatuses.filter((status) => status !== 'confirmed'))('nobody is seated from %s', (status) => {
  const [first] = seatsOf(sampleSession());
  if (!first) throw new Error('the sample has seats');
  expect(() => seat(sampleSession(), sampleDraft({ status }), first, now)).toThrow(code('application.wrong-step'));
});
