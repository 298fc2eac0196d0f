import { expect, test } from '@jest/globals';
import { gapKinds, gapStates } from '@xibu/domain/finance/api';
import { codeOf } from '../offices/refusal-code.js';
import { sampleActor } from '../offices/sample-actor.js';
import type { CoverageGap } from './coverage-gap.js';
import { monthsDue, ownerOfGap, settle } from './coverage-gap.rules.js';

const now = new Date('2023-10-20T09:00:00+08:00');
const gap: CoverageGap = {
  ...{ id: 'i', accountId: 'a1', division: 152221, kind: 'social', fromDay: '2023-08-01', toDay: '2023-09-01' },
  ...{ owner: 'county:152221', state: 'open', foundAt: now, coveredAt: null, settled: null, reason: null, version: 1 },
};

test.each(gapKinds)('a gap of %s has an owner', (kind) => {
  expect(ownerOfGap(kind, 152221)).toBe(kind === 'commercial' ? 'region:150000' : 'county:152221');
});

test('an alarm is settled with a reason, while it is open', () => {
  expect(codeOf(() => settle(gap, ' ', sampleActor('a'), now))).toBe('reason.missing');
  expect(settle(gap, '参保地在外省', sampleActor('a'), now)).toMatchObject({ state: 'settled', version: 2 });
  for (const state of gapStates.filter((each) => each !== 'open')) {
    expect(codeOf(() => settle({ ...gap, state }, '说明', sampleActor('a'), now))).toBe('coverage.wrong-step');
  }
});

test.each([
  ['2023-09-15', []],
  ['2023-09-16', ['2023-08']],
  ['2023-11-15', ['2023-08', '2023-09']],
  ['2023-11-16', ['2023-08', '2023-09', '2023-10']],
] as const)('by %s the months whose day of payment is over are %p', (today, months) => {
  expect(monthsDue('2023-08', today, 15)).toEqual(months);
});
