import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { amountsOf, isEmployer, isPersonal, isSubsidy, payoutShares } from './payout.rules.js';
import type { Line } from './run-inputs.js';

const line = (component: string, fen: number, source = 'central', project = 'national'): Line => ({
  ...{ month: '2023-09', component, county: '152201', project, source, fen },
});
const paid = (lines: readonly Line[], carryFen = 0) =>
  payoutShares(lines, carryFen).map(({ project, source, fen }) => [`${project} ${source}`, fen]);

test.each([
  ['living', [true, false, false]],
  ['si-personal:pension', [false, true, false]],
  ['si-employer:pension', [false, false, true]],
] as const)('%s is one of subsidy, personal part, employer part (subsidy-run.md §2)', (component, expected) => {
  expect([isSubsidy({ component }), isPersonal({ component }), isEmployer({ component })]).toEqual(expected);
});

test.each([
  ['positive: it is the net', 250_000, 32_000, 18_000, { netFen: 200_000, carryOutFen: 0 }],
  ['nothing: nobody is owed anything', 50_000, 32_000, 18_000, { netFen: 0, carryOutFen: 0 }],
  ['negative: it is carried to the next run', 50_000, 32_000, 18_001, { netFen: 0, carryOutFen: 1 }],
] as const)('what is available may be %s (subsidy-run.md §3)', (_, gross, personal, carry, expected) => {
  const lines = [line('living', gross), line('si-personal:pension', personal, 'person'), line('si-employer:x', 7)];
  expect(amountsOf(lines, carry)).toEqual({
    ...{ grossFen: gross, personalFen: personal, carryInFen: carry, employerFen: 7, ...expected },
  });
});

test.each<[string, Line[], number, [string, number][]]>([
  [
    'in proportion to what each source gives',
    [line('living', 300), line('living', 100, 'county'), line('si-personal:x', 40, 'person')],
    0,
    [
      ['national central', 270],
      ['national county', 90],
    ],
  ],
  [
    'the carry like insurance withheld',
    [line('living', 300), line('living', 100, 'county')],
    40,
    [
      ['national central', 270],
      ['national county', 90],
    ],
  ],
  [
    'one fen of a tie taken from the smaller key',
    [line('living', 100, 'b'), line('living', 100, 'a')],
    1,
    [
      ['national a', 99],
      ['national b', 100],
    ],
  ],
  [
    'one fen of two from the larger fraction',
    [line('living', 10, 'a'), line('living', 20, 'b')],
    1,
    // 10/30 and 20/30 of a fen: the second is larger.
    [
      ['national a', 10],
      ['national b', 19],
    ],
  ],
  [
    'a negative sum from the positive ones, itself paid nothing',
    [line('living', -50, 'a'), line('living', 200, 'b')],
    0,
    [
      ['national a', 0],
      ['national b', 150],
    ],
  ],
  [
    'insurance withheld too much back from the key of the person',
    [line('si-personal:x', -60, 'person'), line('living', 40, 'central')],
    0,
    [
      ['national central', 40],
      ['national person', 60],
    ],
  ],
  [
    'all of every source when nothing is left',
    [line('living', 30, 'a'), line('living', 20, 'b')],
    50,
    [
      ['national a', 0],
      ['national b', 0],
    ],
  ],
  ['a sum of nothing from nowhere', [line('living', 30, 'a'), line('hardship', -30, 'a')], 0, []],
])('deductions are spread: %s (subsidy-run.md §3)', (_, lines, carry, expected) => {
  expect(paid(lines, carry)).toEqual(expected);
});

const lines = fc.array(
  fc
    .record({
      component: fc.constantFrom('living', 'hardship', 'si-personal:a', 'si-personal:b', 'si-employer:a'),
      county: fc.constantFrom('152201', '152221'),
      project: fc.constantFrom('national', 'local'),
      source: fc.constantFrom('central', 'county', 'person'),
      fen: fc.integer({ min: -300_000, max: 300_000 }).filter((fen) => fen !== 0),
    })
    .map((drawn): Line => ({ month: '2023-09', ...drawn })),
  { maxLength: 12 },
);
const carries = fc.oneof(fc.constant(0), fc.nat(400_000));

test('payouts come to the net to the fen, and none is more than its source gave (subsidy-run.md §3)', () => {
  fc.assert(
    fc.property(lines, carries, (drawn, carry) => {
      const shares = payoutShares(drawn, carry);
      const { netFen } = amountsOf(drawn, carry);
      expect(shares.reduce((sum, { fen }) => sum + fen, 0)).toBe(netFen);
      for (const { sumFen, takenOffFen, fen } of shares) {
        expect(sumFen - takenOffFen).toBe(fen);
        expect(fen).toBeGreaterThanOrEqual(0);
        expect(fen).toBeLessThanOrEqual(Math.max(sumFen, 0));
      }
    }),
  );
});

test('no share is a whole fen away from its exact part (subsidy-run.md §3, largest remainder)', () => {
  fc.assert(
    fc.property(lines, carries, (drawn, carry) => {
      const shares = payoutShares(drawn, carry).filter(({ sumFen }) => sumFen > 0);
      const [total, off] = [
        shares.reduce((sum, { sumFen }) => sum + sumFen, 0),
        shares.reduce((sum, { takenOffFen }) => sum + takenOffFen, 0),
      ];
      for (const { sumFen, takenOffFen } of shares) {
        const apart = BigInt(takenOffFen) * BigInt(total) - BigInt(sumFen) * BigInt(off);
        expect(apart < BigInt(total) && -apart < BigInt(total)).toBe(true);
      }
    }),
  );
});

test('the order of the lines changes nothing (subsidy-run.md §3)', () => {
  fc.assert(
    fc.property(lines, carries, (drawn, carry) => {
      expect(payoutShares([...drawn].reverse(), carry)).toEqual(payoutShares(drawn, carry));
    }),
  );
});
