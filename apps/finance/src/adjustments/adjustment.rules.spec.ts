import { expect, test } from '@jest/globals';
import type { PrepareAdjustmentRequest } from '@xibu/domain/finance/api';
import { codeOf } from '../offices/refusal-code.js';
import { sampleActor } from '../offices/sample-actor.js';
import { sampleTerms } from '../sample-year.js';
import { approve, noteDryRun, placeOver, placesIn, prepare, reject } from './adjustment.rules.js';

const now = new Date('2023-07-01T09:00:00+08:00');
const [officer, other] = [sampleActor('officer'), sampleActor('other')];
const given = { id: 'i', countyOf: new Map([['a1', 152221]]), values: { boardLodgingCashMonthlyFenMin: 50_000 } };
const request: PrepareAdjustmentRequest = { title: '标准', documentNumber: '1号', from: '2023-08-01', ...sampleTerms };
const dryRun = {
  month: '2023-06',
  people: 0,
  beforeFen: 0,
  afterFen: 0,
  unpaidBefore: 0,
  unpaidAfter: 0,
  counties: [],
  by: '',
  at: '',
};
const made = (changes: Partial<PrepareAdjustmentRequest> = {}) =>
  prepare({ ...request, ...changes }, given, officer, now);
const rate = (changes: object) =>
  ({ component: 'living', project: '*', place: 150000, fen: 1, proration: 'calendar', ...changes }) as never;

test('rows without days of their own begin with the adjustment, and stay', () => {
  expect(made().rows.rates[0]).toMatchObject({ from: '2023-08-01', to: null });
});

test.each<[string, Partial<PrepareAdjustmentRequest>, string]>([
  ['nothing in it', { rates: [], funding: [], insurance: [], bases: [] }, 'adjustment.empty'],
  [
    'a row that ends before it begins',
    { rates: [rate({ from: '2023-09-01', to: '2023-09-01' })] },
    'adjustment.days-reversed',
  ],
  ['two rows that decide the same day', { rates: [rate({}), rate({ fen: 2 })] }, 'adjustment.rows-conflict'],
  [
    'a layer after the one that gives the rest',
    {
      funding: [
        { project: '*', place: 150000, ord: 1, source: 'a', fen: null },
        { project: '*', place: 150000, ord: 2, source: 'b', fen: 1 },
      ],
    },
    'adjustment.rows-conflict',
  ],
  [
    'a name that belongs to social insurance',
    { rates: [rate({ component: 'si-personal' })] },
    'adjustment.component-reserved',
  ],
  [
    'cash for board and lodging below 500 yuan',
    { rates: [rate({ component: 'board-lodging', fen: 49_999 })] },
    'adjustment.below-minimum',
  ],
  ['exactly 500 yuan for board and lodging', { rates: [rate({ component: 'board-lodging', fen: 50_000 })] }, 'done'],
  ['no cash where both are provided', { rates: [rate({ component: 'board-lodging', fen: 0 })] }, 'done'],
  ['a base of somebody who is not known', { bases: [{ accountId: 'a9', fen: 1 }] }, 'adjustment.person-unknown'],
  [
    'two bases of one person on a day',
    {
      bases: [
        { accountId: 'a1', fen: 1 },
        { accountId: 'a1', fen: 2, from: '2023-09-01' },
      ],
    },
    'adjustment.rows-conflict',
  ],
])('an adjustment with %s: %p', (_, changes, code) => {
  expect(codeOf(() => made(changes))).toBe(code);
});

test('nobody decides what has not been tried on last month, nor what they prepared', () => {
  const prepared = made();
  expect(codeOf(() => approve(prepared, 1, other, now))).toBe('adjustment.not-tried');
  const tried = noteDryRun(prepared, dryRun, now);
  expect(codeOf(() => approve(tried, 1, officer, now))).toBe('four-eyes.same-person');
  expect(codeOf(() => reject(tried, '依据不足', officer, now))).toBe('four-eyes.same-person');
  expect(approve(tried, 1, other, now)).toMatchObject({
    status: 'approved',
    seq: 1,
    decided: { account: other.account },
  });
});

test('what is decided stays decided, and is rejected only with a reason', () => {
  const tried = noteDryRun(made(), dryRun, now);
  expect(codeOf(() => reject(tried, ' ', other, now))).toBe('reason.missing');
  for (const decided of [approve(tried, 1, other, now), reject(tried, '依据不足', other, now)]) {
    expect(codeOf(() => approve(decided, 2, other, now))).toBe('adjustment.wrong-step');
    expect(codeOf(() => reject(decided, '再议', other, now))).toBe('adjustment.wrong-step');
    expect(codeOf(() => noteDryRun(decided, dryRun, now))).toBe('adjustment.wrong-step');
  }
});

test.each([
  [[152221], 152221],
  [[152221, 152201], 152200],
  [[152221, 152200], 152200],
  [[152221, 150100], 150000],
  [[150000, 152221], 150000],
])('the place over %p is %d', (places, over) => {
  expect(placeOver(places)).toBe(over);
});

test('a base lies where its person serves', () => {
  const { rows } = made({ rates: [], funding: [], insurance: [], bases: [{ accountId: 'a1', fen: 1 }] });
  expect(placesIn(rows, given.countyOf)).toEqual([152221]);
});
