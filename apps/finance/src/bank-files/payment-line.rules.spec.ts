import { expect, test } from '@jest/globals';
import type { BatchLine, PaymentLine, PaymentLineState } from './payment-line.js';
import { inBatchOrder, problemsOf, replacementProblem } from './payment-line.rules.js';

const part = { county: '152201', project: 'national', source: 'county', fen: 100 };
const line: BatchLine = {
  ...{ reference: 'P0000000000000000001', person: 'a', run: 'r1', month: '2023-09', fen: 100 },
  ...{ split: [part], state: 'waiting', replaces: null, account: '6222' },
};
const second: BatchLine = { ...line, reference: 'P0000000000000000002', person: 'b', account: '6223' };
const returned: PaymentLine = { ...line, state: 'returned' };
const again: PaymentLine = { ...line, reference: 'P0000000000000000009', replaces: line.reference };

test('a batch without problems has none', () => {
  expect(problemsOf([line, second], [])).toEqual([]);
});

test('lines stand in the order of their references', () => {
  expect(inBatchOrder([second, line]).map(({ reference }) => reference)).toEqual([line.reference, second.reference]);
});

test.each<[string, Partial<BatchLine>]>([
  ['bad-reference', { reference: 'P1' }],
  ['under-one-fen', { fen: 0, split: [] }],
  ['split-differs', { split: [{ ...part, fen: 99 }] }],
  ['split-differs', { split: [part, { ...part, fen: 100 }], fen: 200 }],
  [
    'split-differs',
    {
      split: [
        { ...part, fen: 101 },
        { ...part, source: 'x', fen: -1 },
      ],
    },
  ],
  ['not-waiting', { state: 'not-payable' }],
  ['not-waiting', { state: 'returned' }],
])('a line with %s keeps a batch from being made', (code, change) => {
  const changed = { ...line, ...change };
  expect(problemsOf([changed, second], [])).toEqual([{ reference: changed.reference, code }]);
});

test.each<[string, Partial<BatchLine>]>([
  ['person-twice', { person: 'a' }],
  ['account-shared', { account: '6222' }],
])('%s is said of both lines', (code, change) => {
  expect(problemsOf([{ ...second, ...change }, line], [])).toEqual([
    { reference: line.reference, code },
    { reference: second.reference, code },
  ]);
});

test('a reference is never used twice', () => {
  expect(problemsOf([line, { ...second, reference: line.reference }], []).map(({ code }) => code)).toEqual([
    'reference-twice',
    'reference-twice',
  ]);
});

test('a person comes twice in a month only by replacing a line or by another run', () => {
  const before = [{ ...returned, reference: 'P0000000000000000000' }];
  expect(problemsOf([line], before)).toEqual([{ reference: line.reference, code: 'paid-in-this-month' }]);
  expect(problemsOf([{ ...line, replaces: 'P0000000000000000000' }], before)).toEqual([]);
  expect(problemsOf([{ ...line, run: 'r2' }], before)).toEqual([]);
  expect(problemsOf([{ ...line, person: 'c' }], before)).toEqual([]);
});

test.each<[PaymentLineState, string | null]>([
  ['not-payable', null],
  ['waiting', 'not-returned'],
  ['pending', 'not-returned'],
  ['accepted', 'not-returned'],
  ['returned', null],
])('a line that is %s may be replaced: %s', (state, problem) => {
  expect(replacementProblem({ ...returned, state }, again, [])).toBe(problem);
});

test.each<[string, Partial<PaymentLine>]>([
  ['replaces-another', { replaces: null }],
  ['replaces-another', { replaces: 'P0000000000000000005' }],
  ['replaces-another', { reference: line.reference }],
  ['another-person', { person: 'b' }],
  ['another-run', { run: 'r2' }],
  ['another-run', { month: '2023-10' }],
  ['another-amount', { fen: 99 }],
  ['another-amount', { split: [{ ...part, source: 'central' }] }],
])('refuses %s', (problem, change) => {
  expect(replacementProblem(returned, { ...again, ...change }, [])).toBe(problem);
});

test('a line is replaced at most once', () => {
  const first = { reference: 'P0000000000000000008', replaces: line.reference };
  expect(replacementProblem(returned, again, [first])).toBe('replaced-already');
  expect(replacementProblem(returned, again, [again])).toBeNull();
});

test('the order of the parts of a split does not matter', () => {
  const parts = [part, { ...part, source: 'central', fen: 5 }];
  const old = { ...returned, fen: 105, split: parts };
  expect(replacementProblem(old, { ...again, fen: 105, split: [...parts].reverse() }, [])).toBeNull();
});
