import { expect, test } from '@jest/globals';
import { codeOf } from '../offices/refusal-code.js';
import { sampleActor } from '../offices/sample-actor.js';
import { ownerOf } from './exception-owner.rules.js';
import type { PayException } from './pay-exception.js';
import { confirm, propose } from './pay-exception.rules.js';

const now = new Date('2023-10-20T09:00:00+08:00');
const [officer, other] = [sampleActor('officer'), sampleActor('other')];
const open: PayException = {
  ...{ id: 'i', division: 152221, month: '2023-09', origin: 'run', runId: 'r', batchId: null, accountId: 'a1' },
  ...{ reference: null, code: 'no-card', state: 'open', reason: null, proposed: null, settled: null, version: 1 },
};
const proposed = propose(open, '已登记', true, officer, now);

test('an exception is settled with a reason, by two people', () => {
  expect(codeOf(() => propose(open, '', true, officer, now))).toBe('reason.missing');
  expect(codeOf(() => confirm(open, other, now))).toBe('exception.wrong-step');
  expect(codeOf(() => confirm(proposed, officer, now))).toBe('four-eyes.same-person');
  expect(confirm(proposed, other, now)).toMatchObject({ state: 'settled', reason: '已登记', version: 3 });
});

test('what is settled stays settled', () => {
  const settled = confirm(proposed, other, now);
  expect(codeOf(() => propose(settled, '再议', true, officer, now))).toBe('exception.wrong-step');
  expect(codeOf(() => confirm(settled, other, now))).toBe('exception.wrong-step');
});

test('a proposal may be worded anew', () => {
  expect(propose(proposed, '更正', true, other, now)).toMatchObject({
    state: 'proposed',
    reason: '更正',
    proposed: { account: 'other' },
  });
});

test('nothing is settled of a run that may still change', () => {
  expect(codeOf(() => propose(open, '已登记', false, officer, now))).toBe('exception.not-final');
});

test.each([
  ['no-rate', 'region:150000'],
  ['no-funding', 'region:150000'],
  ['no-base', 'county:152221'],
  ['no-card', 'county:152221'],
  ['amount-differs', 'county:152221'],
] as const)('%s is a matter of %s', (code, owner) => {
  expect(ownerOf(code, 152221)).toBe(owner);
});
