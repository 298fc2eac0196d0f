import { expect, test } from '@jest/globals';
import { sampleRulebook } from '@xibu/domain/samples';
import { samplePost } from './sample-post.js';
import { requireStructure, type StructurePost, structureOf } from './structure.rules.js';

const of = { season: '2023-2024', county: 152221, isNewCounty: false, exemptions: {} };
const posts = (seats: number, changes: Partial<StructurePost> = {}): StructurePost => samplePost({ seats, ...changes });
const other = { special: 'rural-governance' } as const;
const youth = { special: 'youth-work', level: 'county' } as const;
const gauge = (list: readonly StructurePost[], change: object = {}) =>
  structureOf(list, { ...of, ...change }, sampleRulebook);
const met = (list: readonly StructurePost[], change: object = {}) =>
  Object.fromEntries(gauge(list, change).shares.map(({ rule, isMet }) => [rule, isMet]));

test.each([
  // 90 % at township or below: nine of ten, or 18 of 20; 17 of 19 is 89.5 %.
  ['township', [posts(9), posts(1, { level: 'county' })], true],
  ['township', [posts(17), posts(2, { level: 'county' })], false],
  // 25 % rural education: one of four; one of five is 20 %.
  ['rural-education', [posts(1), posts(3, other)], true],
  ['rural-education', [posts(1), posts(4, other)], false],
  // 10 % youth work: one of ten; one of nine is more.
  ['youth-work', [posts(9), posts(1, youth)], true],
  ['youth-work', [posts(8), posts(1, youth)], false],
] as const)('%s is inclusive and counted in whole seats', (rule, list, isMet) => {
  expect(met(list)[rule]).toBe(isMet);
});

test('a new county needs 95 %: nineteen of twenty, and with fewer than twenty all', () => {
  const isNew = { isNewCounty: true };
  expect(met([posts(19), posts(1, { level: 'county' })], isNew)['township']).toBe(true);
  expect(met([posts(18), posts(1, { level: 'county' })], isNew)['township']).toBe(false);
  expect(gauge([posts(1)], isNew).shares[0]).toMatchObject({
    ...{ limitPercent: 95, clause: '内团联发〔2023〕6号 二（一）3' },
  });
});

test('village counts as below township, and no posts break no rule', () => {
  expect(met([posts(10, { level: 'village' })])).toEqual({
    township: true,
    'rural-education': true,
    'youth-work': true,
  });
  expect(met([])).toEqual({ township: true, 'rural-education': true, 'youth-work': true });
});

test('a list that breaks rules is refused with every share that is wrong', () => {
  const list = [posts(1), posts(5, { ...other, level: 'county' }), posts(2, youth)];
  expect(() => requireStructure(gauge(list))).toThrow(
    expect.objectContaining({
      ...{ code: 'post.structure' },
      details: {
        shares: 'township 1/8 ≥ 90%; rural-education 1/8 ≥ 25%; youth-work 2/8 ≤ 10%',
        clause: '内团联发〔2023〕6号 二（一）3',
      },
    }),
  );
  requireStructure(gauge([posts(4)]));
});

test('a documented exemption lets one rule pass, and is shown', () => {
  const list = [posts(8), posts(1, youth)];
  const exempt = gauge(list, { exemptions: { 'youth-work': '内团函〔2023〕2号', township: '内团函〔2023〕3号' } });
  expect(exempt.shares.map(({ isMet, exemption }) => [isMet, exemption])).toEqual([
    [false, '内团函〔2023〕3号'],
    [true, null],
    [false, '内团函〔2023〕2号'],
  ]);
  requireStructure(exempt);
  expect(() => requireStructure(gauge(list, { exemptions: { township: '内团函〔2023〕3号' } }))).toThrow(
    expect.objectContaining({ details: expect.objectContaining({ shares: 'youth-work 1/9 ≤ 10%' }) }),
  );
});

test('seats are told by kind, and the rulebook that decided is kept', () => {
  expect(gauge([posts(3), posts(2, { projectKind: 'local' })])).toMatchObject({
    ...{ seats: 5, seatsByKind: { national: 3, local: 2 }, decidedBy: '2023-2024/1' },
  });
});
