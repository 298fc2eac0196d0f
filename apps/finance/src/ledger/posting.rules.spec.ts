import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { grown, runs } from '../subsidy-runs/generated-run.spec.js';
import { computeRun } from '../subsidy-runs/month-pay.rules.js';
import { payoutShares } from '../subsidy-runs/payout.rules.js';
import { type AccountId, accounts } from './account.js';
import type { Entry } from './posting.js';
import {
  balancesOf,
  earmarkClause,
  entriesOfLines,
  entriesOfPayment,
  entriesOfWithholding,
  movement,
  postingProblems,
  purposeOf,
  reversal,
} from './posting.rules.js';

const fund = { county: '152201', project: 'national', source: 'county', budgetYear: 2023 };
const entry = (account: AccountId, fen: number, at: Partial<typeof fund> = {}): Entry => ({
  ...fund,
  ...at,
  account,
  fen,
});
const codes = (entries: readonly Entry[]) => postingProblems(entries).map(({ code }) => code);

test('debit and credit that cancel out are a posting', () => {
  expect(codes([entry('living-subsidy', 300), entry('owed-to-volunteers', -300)])).toEqual([]);
});

test('several entries may make one posting', () => {
  expect(codes([entry('living-subsidy', 200), entry('other-subsidy', 100), entry('owed-to-volunteers', -300)])).toEqual(
    [],
  );
});

test('nothing is no posting', () => {
  expect(codes([])).toEqual(['empty']);
});

test.each([[0], [1.5], [Number.NaN], [2 ** 53]])('%d is no amount of a posting', (fen) => {
  expect(codes([entry('living-subsidy', fen), entry('owed-to-volunteers', -1)])).toEqual(['not-an-amount']);
});

test('an account that is not in the list is refused', () => {
  expect(codes([entry('slush-fund' as AccountId, 1), entry('subsidy-bank', -1)])).toEqual(['unknown-account']);
  expect(() => purposeOf('slush-fund' as AccountId)).toThrow('there is no account slush-fund');
});

test('a fen too much is named with its place', () => {
  expect(postingProblems([entry('living-subsidy', 300), entry('owed-to-volunteers', -299)])).toEqual([
    { code: 'unbalanced', fund, fen: 1, clause: null },
  ]);
});

test.each<[string, Partial<typeof fund>]>([
  ['county', { county: '152221' }],
  ['project', { project: 'local' }],
  ['source', { source: 'central' }],
  ['budget year', { budgetYear: 2024 }],
])('an amount cannot balance one of another %s', (_, other) => {
  expect(codes([entry('living-subsidy', 300), entry('owed-to-volunteers', -300, other)])).toEqual([
    'unbalanced',
    'unbalanced',
  ]);
});

test.each<[AccountId, AccountId]>([
  ['administration-costs', 'subsidy-bank'],
  ['training-costs', 'subsidy-grant'],
  ['office-bank', 'subsidy-bank'],
  ['publicity-costs', 'owed-to-volunteers'],
  ['living-subsidy', 'office-bank'],
])('%s may not be paid from %s: money is used for what it was given for', (debit, credit) => {
  expect(postingProblems(movement(fund, debit, credit, 500))).toEqual([
    { code: 'earmarked', fund, fen: purposeOf(debit) === 'office' ? 500 : -500, clause: earmarkClause },
  ]);
});

test('a third account does not launder subsidy money', () => {
  const detour = [entry('owed-to-volunteers', 100), entry('subsidy-bank', -200), entry('recruiting-costs', 100)];
  expect(codes(detour)).toEqual(['earmarked']);
});

test('subsidies and office costs may stand in one posting when each balances', () => {
  const both = [
    ...movement(fund, 'living-subsidy', 'subsidy-bank', 7),
    ...movement(fund, 'training-costs', 'office-bank', 9),
  ];
  expect(codes(both)).toEqual([]);
});

test('every account belongs to one purpose and is listed once', () => {
  expect(new Set(accounts.map(({ id }) => id)).size).toBe(accounts.length);
  for (const { id, purpose } of accounts) expect(purposeOf(id)).toBe(purpose);
});

test('a reversal restores every balance', () => {
  const posted = [
    ...movement(fund, 'living-subsidy', 'owed-to-volunteers', 300),
    ...movement(fund, 'office-bank', 'office-grant', 5),
  ];
  expect(balancesOf([...posted, ...reversal(posted)])).toEqual([]);
  expect(codes(reversal(posted))).toEqual([]);
});

test('nothing moves when the amount is 0', () => {
  expect(movement(fund, 'living-subsidy', 'subsidy-bank', 0)).toEqual([]);
});

test('a run, its payments and their returns post to zero, and leave only what is still owed or carried', () => {
  fc.assert(
    fc.property(grown, ({ inputs }) => {
      const { lines, pay, payouts } = computeRun(inputs);
      const shares = pay.flatMap(({ person, carryInFen }) => {
        return payoutShares(
          lines.filter((line) => line.person === person),
          carryInFen,
        );
      });
      const released = [...entriesOfLines(lines, 2024), ...entriesOfWithholding(shares, 2024)];
      const paid = entriesOfPayment(payouts, 2024);
      const postings = [released, paid, reversal(paid), paid].filter((posting) => posting.length > 0);
      for (const posting of postings) expect(postingProblems(posting)).toEqual([]);
      const balances = balancesOf(postings.flat());
      const on = (account: AccountId) =>
        balances.filter((each) => each.account === account).reduce((sum, { fen }) => sum + fen, 0);
      const sum = (of: (row: (typeof pay)[number]) => number) => pay.reduce((all, row) => all + of(row), 0);
      expect(balances.filter(({ account }) => account === 'owed-to-volunteers')).toEqual([]);
      expect(on('subsidy-bank') + sum(({ netFen }) => netFen)).toBe(0);
      expect(on('owed-to-agency') + sum(({ personalFen, employerFen }) => personalFen + employerFen)).toBe(0);
      expect(on('living-subsidy') + on('other-subsidy')).toBe(sum(({ grossFen }) => grossFen));
      expect(on('withheld')).toBe(sum(({ carryOutFen, carryInFen }) => carryOutFen - carryInFen));
    }),
    runs,
  );
});
