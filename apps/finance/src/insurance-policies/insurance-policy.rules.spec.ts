import { expect, test } from '@jest/globals';
import type { PreparePolicyRequest } from '@xibu/domain/finance/api';
import { sampleRulebook } from '@xibu/domain/samples';
import { codeOf } from '../offices/refusal-code.js';
import { sampleActor } from '../offices/sample-actor.js';
import { samplePolicy } from '../sample-year.js';
import { approve, prepare } from './insurance-policy.rules.js';

const now = new Date('2023-06-20T09:00:00+08:00');
const [officer, other] = [sampleActor('officer'), sampleActor('other')];
const year: Parameters<typeof prepare>[2] = { reportInOn: '2023-07-24', endsOn: '2024-07-31', book: sampleRulebook };
const made = (changes: Partial<PreparePolicyRequest> = {}, given = year) =>
  prepare('i', { ...samplePolicy, ...changes }, given, officer, now);

test.each(['accidentFen', 'criticalIllnessFen', 'hospitalFen', 'accidentMedicalFen'] as const)(
  '%s is not below the minimum of the rulebook',
  (cover) => {
    const covers = { ...samplePolicy.covers, [cover]: samplePolicy.covers[cover] - 1 };
    expect(codeOf(() => made({ covers }))).toBe('policy.sum-too-low');
  },
);

test.each<[string, Partial<PreparePolicyRequest>, string]>([
  ['begins three days before report-in', { from: '2023-07-21' }, 'done'],
  ['begins two days before report-in', { from: '2023-07-22' }, 'policy.begins-late'],
  ['ends three days after the last one leaves', { to: '2024-08-04' }, 'done'],
  ['ends two days after the last one leaves', { to: '2024-08-03' }, 'policy.ends-early'],
])('a policy that %s: %s', (_, changes, code) => {
  expect(codeOf(() => made(changes))).toBe(code);
});

test('before report-in is announced a policy may begin on any day', () => {
  expect(codeOf(() => made({ from: '2023-07-30' }, { ...year, reportInOn: null }))).toBe('done');
});

test('a policy is approved by another person, once', () => {
  expect(codeOf(() => approve(made(), officer, now))).toBe('four-eyes.same-person');
  const approved = approve(made(), other, now);
  expect(approved).toMatchObject({ status: 'approved', approved: { account: 'other' }, version: 2 });
  expect(codeOf(() => approve(approved, other, now))).toBe('policy.wrong-step');
});
