import { describe, expect, test } from '@jest/globals';
import { type ClaimStatus, claimStatuses } from '@xibu/domain/finance/api';
import { codeOf } from '../offices/refusal-code.js';
import { sampleActor } from '../offices/sample-actor.js';
import type { InsuranceClaim } from './insurance-claim.js';
import { addDocuments, decide, pay, report, viewOf } from './insurance-claim.rules.js';

const now = new Date('2023-11-20T09:00:00+08:00');
const officer = sampleActor('officer');
const request = {
  accountId: 'a1',
  kind: 'hospital',
  happenedOn: '2023-11-10',
  words: '住院',
  claimedFen: 300_000,
} as const;
const cover = { policyId: 'p1', division: 152221 };
const reported = report('i', request, { wordsSealed: 'sealed', cover }, officer, now);
const at = (status: ClaimStatus): InsuranceClaim => ({ ...reported, status });

const steps: Record<string, { from: readonly ClaimStatus[]; take: (claim: InsuranceClaim) => unknown }> = {
  addDocuments: { from: ['reported', 'documents'], take: (claim) => addDocuments(claim, ['病历'], officer, now) },
  decide: {
    from: ['documents'],
    take: (claim) => decide(claim, { decision: 'accepted', reason: '属保险责任' }, officer, now),
  },
  pay: { from: ['accepted'], take: (claim) => pay(claim, { paidFen: 1, paidOn: '2023-11-20' }, officer, now) },
};

describe.each(Object.entries(steps))('%s', (_, { from, take }) => {
  test.each(claimStatuses.filter((status) => !from.includes(status)))('is refused from %s', (status) => {
    expect(codeOf(() => take(at(status)))).toBe('claim.wrong-step');
  });
  test.each(from)('is possible from %s', (status) => {
    expect(codeOf(() => take(at(status)))).toBe('done');
  });
});

test('only a day with cover can be claimed for, and no day to come', () => {
  expect(codeOf(() => report('i', request, { wordsSealed: 's', cover: null }, officer, now))).toBe('claim.not-covered');
  expect(
    codeOf(() => report('i', { ...request, happenedOn: '2023-11-21' }, { wordsSealed: 's', cover }, officer, now)),
  ).toBe('claim.in-the-future');
  expect(codeOf(() => pay(at('accepted'), { paidFen: 1, paidOn: '2023-11-21' }, officer, now))).toBe(
    'claim.in-the-future',
  );
});

test('a decision bears its reason, and every step its name', () => {
  expect(codeOf(() => decide(at('documents'), { decision: 'refused', reason: '' }, officer, now))).toBe(
    'reason.missing',
  );
  const paid = pay(
    decide(
      addDocuments(reported, ['病历', '病历'], officer, now),
      { decision: 'accepted', reason: '属保险责任' },
      officer,
      now,
    ),
    { paidFen: 250_000, paidOn: '2023-11-19' },
    officer,
    now,
  );
  expect(paid).toMatchObject({ documents: ['病历'], status: 'paid', paidFen: 250_000, version: 4 });
  expect(viewOf(paid, null, null).history.map(({ step, by }) => `${step} ${by}`)).toEqual([
    ...['reported officer', 'documents officer', 'accepted officer', 'paid officer'],
  ]);
});

test('what happened is not shown to those who need not know', () => {
  expect(JSON.stringify(viewOf(reported, '测试', null))).not.toMatch(/sealed|住院/);
});
