import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Equation, type MonthFigures, type MonthState, monthFigures } from './month-close.js';
import {
  brokenEquations,
  figuresOf,
  type MonthBooks,
  mayClose,
  monthOfAnswer,
  obstaclesOf,
} from './month-close.rules.js';
import type { PaymentLine, PaymentLineState, SplitPart } from './payment-line.js';

const key = { county: '152201', project: 'national', source: 'county' };
const part = (fen: number): SplitPart => ({ ...key, fen });

function line(number: number, state: PaymentLineState, fen: number, replaces: number | null = null): PaymentLine {
  return {
    ...{ reference: `P${number}`, person: `v${number}`, run: 'r1', month: '2023-09', fen, split: [part(fen)], state },
    replaces: replaces === null ? null : `P${replaces}`,
  };
}

function books(lines: readonly PaymentLine[], change: Partial<MonthBooks> = {}): MonthBooks {
  const first = lines.filter(({ replaces }) => replaces === null).map(({ fen }) => part(fen));
  const filed = lines.filter(({ state }) => state !== 'waiting' && state !== 'not-payable');
  return { computed: first, approved: first, lines, filed, ...change };
}

test('the figures of a month come from the books, each from its own', () => {
  const lines = [
    line(1, 'accepted', 100),
    line(2, 'returned', 20),
    line(3, 'accepted', 20, 2),
    line(4, 'returned', 7),
    line(5, 'pending', 300),
    line(6, 'waiting', 4),
    line(7, 'not-payable', 1000),
    line(8, 'not-payable', 50),
    line(9, 'accepted', 50, 8),
  ];
  const figures = figuresOf(books(lines));
  expect(figures).toEqual([
    {
      ...key,
      ...{ computed: 1481, approved: 1481, notYetPayable: 1000, waiting: 4 },
      ...{ inFile: 497, repeatedInFile: 20, accepted: 170, returned: 27, pending: 300 },
      ...{ replaced: 20, waitingForReplacement: 7 },
    },
  ]);
  expect(brokenEquations(figures)).toEqual([]);
});

test('a line may come back more than once, and each time be replaced', () => {
  const lines = [line(1, 'returned', 9), line(2, 'returned', 9, 1), line(3, 'waiting', 9, 2)];
  const figures = figuresOf(books(lines));
  expect(figures[0]).toMatchObject({ inFile: 18, repeatedInFile: 9, returned: 18, replaced: 18, waiting: 0 });
  expect(brokenEquations(figures)).toEqual([]);
});

test('sources are kept apart, and a split counts at each', () => {
  const split = [part(60), { ...key, source: 'central', fen: 40 }];
  const one: PaymentLine = { ...line(1, 'accepted', 100), split };
  const figures = figuresOf({ computed: split, approved: split, lines: [one], filed: [one] });
  expect(figures.map(({ source, accepted }) => [source, accepted])).toEqual([
    ['central', 40],
    ['county', 60],
  ]);
});

const still: MonthFigures = {
  ...key,
  ...(Object.fromEntries(monthFigures.map((name) => [name, 0])) as Record<(typeof monthFigures)[number], number>),
};

test.each<[Equation, Partial<MonthFigures>, number, number]>([
  ['computed = approved', { computed: 5 }, 5, 0],
  ['approved - not yet payable = in file + waiting', { computed: 9, approved: 9, notYetPayable: 1, waiting: 5 }, 8, 5],
  ['approved - not yet payable = in file + waiting', { inFile: 5, repeatedInFile: 2, accepted: 5 }, 0, 3],
  ['in file = accepted + returned + pending', { inFile: 2, repeatedInFile: 2, accepted: 3 }, 2, 3],
  ['returned = replaced + waiting for a replacement', { computed: 1, approved: 1, inFile: 1, returned: 1 }, 1, 0],
])('%s: says where it fails and by how much', (equation, change, leftFen, rightFen) => {
  expect(brokenEquations([still, { ...still, ...change }])).toEqual([
    { ...key, equation, leftFen, rightFen, differenceFen: leftFen - rightFen },
  ]);
});

test.each<[Equation, (books: MonthBooks) => MonthBooks]>([
  ['computed = approved', (all) => ({ ...all, computed: [part(1)] })],
  [
    'approved - not yet payable = in file + waiting',
    (all) => ({ ...all, lines: all.lines.slice(1), filed: all.filed.slice(1) }),
  ],
  [
    'in file = accepted + returned + pending',
    (all) => ({ ...all, filed: all.filed.map((each, at) => (at === 0 ? { ...each, split: [part(11)] } : each)) }),
  ],
  [
    'returned = replaced + waiting for a replacement',
    (all) => ({ ...all, lines: all.lines.map((each) => (each.replaces ? { ...each, split: [part(19)] } : each)) }),
  ],
])('a slip in the books breaks "%s"', (equation, change) => {
  const sound = books([line(1, 'accepted', 10), line(2, 'returned', 20), line(3, 'accepted', 20, 2)]);
  expect(brokenEquations(figuresOf(sound))).toEqual([]);
  expect(brokenEquations(figuresOf(change(sound))).map((each) => each.equation)).toContain(equation);
});

test('sound books always balance', () => {
  const drawn = fc.array(
    fc.record({
      fen: fc.integer({ min: 1, max: 10 ** 7 }),
      state: fc.constantFrom<PaymentLineState>('not-payable', 'waiting', 'pending', 'accepted', 'returned'),
      again: fc.option(fc.constantFrom<PaymentLineState>('waiting', 'pending', 'accepted', 'returned')),
    }),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(drawn, (cases) => {
      const lines = cases.flatMap(({ fen, state, again }, index) => {
        const first = line(index, state, fen);
        const replaceable = state === 'returned' || state === 'not-payable';
        return again && replaceable ? [first, line(1000 + index, again, fen, index)] : [first];
      });
      expect(brokenEquations(figuresOf(books(lines)))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

const closed: MonthState = {
  figures: [still],
  lines: [line(1, 'accepted', 10), line(2, 'returned', 5), line(3, 'accepted', 5, 2), line(4, 'not-payable', 1)],
  openExceptions: 0,
  inService: ['v1', 'v2', 'v3'],
  inPay: ['v1', 'v2'],
  exceptions: [{ person: 'v3', settled: true }],
};

test('a month closes when nothing is open', () => {
  expect(mayClose(obstaclesOf(closed))).toBe(true);
});

test.each<[string, Partial<MonthState>, object]>([
  [
    'an equation fails',
    { figures: [{ ...still, computed: 1 }] },
    { broken: [expect.objectContaining({ differenceFen: 1 })] },
  ],
  ['a line is pending', { lines: [line(1, 'pending', 1)] }, { pending: 1 }],
  ['a line waits for a batch', { lines: [line(1, 'waiting', 1)] }, { waiting: 1 }],
  ['a repeating line is pending', { lines: [line(1, 'returned', 1), line(2, 'pending', 1, 1)] }, { pending: 1 }],
  ['a returned line is not replaced', { lines: [line(1, 'returned', 1)] }, { unreplaced: ['P1'] }],
  ['an exception is open', { openExceptions: 2 }, { openExceptions: 2 }],
  ['somebody is missing', { inPay: ['v1'] }, { missing: ['v2'] }],
  ['the exception of somebody is not settled', { exceptions: [{ person: 'v3', settled: false }] }, { missing: ['v3'] }],
])('a month stays open while %s', (_, change, obstacle) => {
  const found = obstaclesOf({ ...closed, ...change });
  expect(found).toMatchObject(obstacle);
  expect(mayClose(found)).toBe(false);
});

test('what comes back late is entered in the open month, never in the closed one', () => {
  const months = new Set(['2023-08', '2023-09'] as const);
  expect(monthOfAnswer('2023-10', months, '2023-11')).toBe('2023-10');
  expect(monthOfAnswer('2023-09', months, '2023-10')).toBe('2023-10');
  expect(() => monthOfAnswer('2023-09', months, '2023-08')).toThrow('2023-08 is closed');
});
