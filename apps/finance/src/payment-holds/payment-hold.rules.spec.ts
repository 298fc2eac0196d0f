import { expect, test } from '@jest/globals';
import { codeOf } from '../offices/refusal-code.js';
import { sampleActor } from '../offices/sample-actor.js';
import { lift, place } from './payment-hold.rules.js';

const now = new Date('2023-10-20T09:00:00+08:00');
const [officer, other] = [sampleActor('officer'), sampleActor('other')];
const at = { division: 152221, unit: 'u1' };
const hold = place('i', { accountId: 'a1', reason: ' 身份核实 ' }, at, officer, now);

test('a payment is held with a reason', () => {
  expect(hold).toMatchObject({ reason: '身份核实', placed: { account: 'officer' }, lifted: null });
  expect(codeOf(() => place('i', { accountId: 'a1', reason: '' }, at, officer, now))).toBe('reason.missing');
});

test('a hold is lifted by another person, with a reason, once', () => {
  expect(codeOf(() => lift(hold, '核实完毕', officer, now))).toBe('four-eyes.same-person');
  expect(codeOf(() => lift(hold, ' ', other, now))).toBe('reason.missing');
  const lifted = lift(hold, '核实完毕', other, now);
  expect(lifted).toMatchObject({ lifted: { account: 'other' }, liftReason: '核实完毕', version: 2 });
  expect(codeOf(() => lift(lifted, '再次', other, now))).toBe('payment-hold.lifted');
});
