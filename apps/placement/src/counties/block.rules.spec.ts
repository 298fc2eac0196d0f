import { expect, test } from '@jest/globals';
import { CountyBlocked, CountyUnblocked } from '@xibu/domain/placement/events';
import { expectShape, sampleOf } from '@xibu/platform/testing-samples';
import type { Block } from './block.js';
import { correct, type Finding, impose, renew, takeBlockStep } from './block.rules.js';

const now = new Date('2024-05-10T12:00:00+08:00');
const finding: Finding = {
  ...{ id: '01890000-0000-7000-8000-000000000401', county: 152221, unit: null, season: '2024-2025' },
  cause: 'incident',
  sourceId: 'incident-1',
};
const standing = (): Block => impose(finding, now)[0];
const proposed = (): Block =>
  takeBlockStep(standing(), { take: 'propose-lifting', reason: '整改验收合格' }, { account: 'a', name: '甲' }, now)[0];
const other = { account: 'b', name: '乙' };

test('a blocked county is told, a blocked unit is not', () => {
  const [, [fact]] = impose(finding, now);
  expectShape(sampleOf(CountyBlocked), fact?.data);
  expect(fact).toMatchObject({ key: '152221', data: { season: '2024-2025' } });
  expect(impose({ ...finding, unit: '152221-school' }, now)[1]).toEqual([]);
});

test('it is lifted by decision: one proposes with a reason, another decides', () => {
  const [lifted, [fact]] = takeBlockStep(proposed(), { take: 'lift' }, other, now);
  expect(lifted).toMatchObject({ status: 'lifted', liftedBy: '乙', liftReason: '整改验收合格', proposedBy: '甲' });
  expectShape(sampleOf(CountyUnblocked), fact?.data);
});

test('whoever proposed it decides neither way', () => {
  for (const step of [{ take: 'lift' }, { take: 'keep', reason: '不同意' }] as const) {
    expect(() => takeBlockStep(proposed(), step, { account: 'a', name: '甲' }, now)).toThrow(
      expect.objectContaining({ code: 'four-eyes.same-person' }),
    );
  }
});

test('a proposal that is turned down leaves the block standing', () => {
  const [kept, facts] = takeBlockStep(proposed(), { take: 'keep', reason: '整改不到位' }, other, now);
  expect(kept).toMatchObject({ status: 'standing', liftReason: '整改不到位', proposedByAccount: null });
  expect(facts).toEqual([]);
});

test.each([
  ['propose-lifting', 'lifting-proposed'],
  ['propose-lifting', 'lifted'],
  ['lift', 'standing'],
  ['lift', 'lifted'],
  ['keep', 'standing'],
  ['keep', 'lifted'],
] as const)('%s is refused at %s', (take, status) => {
  expect(() => takeBlockStep({ ...standing(), status }, { take, reason: '理由' }, other, now)).toThrow(
    expect.objectContaining({ code: 'block.wrong-step', details: { status } }),
  );
});

test.each(['propose-lifting', 'keep'] as const)('%s needs a reason', (take) => {
  const block = take === 'keep' ? proposed() : standing();
  expect(() => takeBlockStep(block, { take, reason: ' ' }, other, now)).toThrow(
    expect.objectContaining({ code: 'reason.missing' }),
  );
});

test('a corrected finding lifts the block; the same finding again sets it anew', () => {
  const [corrected, facts] = correct(standing(), now);
  expect(corrected).toMatchObject({ status: 'lifted', liftedBy: null });
  expect(facts).toHaveLength(1);
  expect(correct(corrected, now)).toEqual([corrected, []]);
  expect(renew(corrected, now)[0].status).toBe('standing');
});

test('what was lifted by decision stays lifted, whatever is reported again', () => {
  const [lifted] = takeBlockStep(proposed(), { take: 'lift' }, other, now);
  expect(renew(lifted, now)).toEqual([lifted, []]);
  expect(renew(standing(), now)[1]).toEqual([]);
});
