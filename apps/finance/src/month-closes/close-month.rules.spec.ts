import { expect, test } from '@jest/globals';
import type { MonthObstacles } from '../bank-files/month-close.js';
import { codeOf } from '../offices/refusal-code.js';
import { sampleActor } from '../offices/sample-actor.js';
import { close, type OfficeMonth, propose } from './close-month.rules.js';

const now = new Date('2023-10-20T09:00:00+08:00');
const [officer, other] = [sampleActor('officer'), sampleActor('other')];
const clear: MonthObstacles = { broken: [], pending: 0, waiting: 0, unreplaced: [], openExceptions: 0, missing: [] };
const books: OfficeMonth = { division: 152221, month: '2023-09', figures: [], obstacles: clear, runOpen: false };
const nothing = { before: null, earlierOpen: null };
const proposal = propose('i', books, nothing, officer, now);
const broken = {
  county: '152221',
  project: 'national',
  source: 'county',
  equation: 'computed = approved',
  leftFen: 1,
  rightFen: 0,
  differenceFen: 1,
} as const;

test.each<[string, Partial<OfficeMonth>]>([
  ['a sum differs', { obstacles: { ...clear, broken: [broken] } }],
  ['a payment is in process', { obstacles: { ...clear, pending: 1 } }],
  ['a line waits for a batch', { obstacles: { ...clear, waiting: 1 } }],
  ['what came back is not paid again', { obstacles: { ...clear, unreplaced: ['P1'] } }],
  ['an exception is open', { obstacles: { ...clear, openExceptions: 1 } }],
  ['somebody is missing', { obstacles: { ...clear, missing: ['a1'] } }],
  ['the run is not released', { runOpen: true }],
])('a month stays open while %s', (_, changes) => {
  const open = { ...books, ...changes };
  expect(codeOf(() => propose('i', open, nothing, officer, now))).toBe('month.not-closable');
  expect(codeOf(() => close(proposal, open, other, now))).toBe('month.not-closable');
});

test('closing is an act of two people', () => {
  expect(codeOf(() => close(proposal, books, officer, now))).toBe('four-eyes.same-person');
  expect(close(proposal, books, other, now)).toMatchObject({
    status: 'closed',
    proposed: { account: 'officer' },
    closed: { account: 'other' },
  });
});

test('a closed month is closed for good', () => {
  const closed = close(proposal, books, other, now);
  expect(codeOf(() => close(closed, books, other, now))).toBe('month.closed');
  expect(codeOf(() => propose('i', books, { ...nothing, before: closed }, officer, now))).toBe('month.closed');
});

test('a proposal may be made anew, by another person too, and keeps its id', () => {
  expect(propose('j', books, { ...nothing, before: proposal }, other, now)).toMatchObject({
    id: 'i',
    version: 2,
    proposed: { account: 'other' },
  });
});

test('books are closed in the order of their months', () => {
  expect(codeOf(() => propose('i', books, { ...nothing, earlierOpen: '2023-08' }, officer, now))).toBe(
    'month.earlier-open',
  );
});
