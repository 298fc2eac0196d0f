import { expect, test } from '@jest/globals';
import { sampleRulebook as book } from '@xibu/domain/samples';
import { sampleVolunteer } from '../volunteers/sample-volunteer.js';
import { agreeToExtension, askExtension, decideExtension, extend } from './extension.rules.js';

const now = new Date('2024-03-10T02:00:00Z');
const ask = (changes = {}) => askExtension(sampleVolunteer(changes), { id: 'e', reason: '继续' }, book, now);
const yes = { approved: true, reason: '' };

test('three years in all are allowed, a fourth is not', () => {
  expect(ask({ termYears: 2 })).toMatchObject({ from: '2024-07-25', to: '2025-07-24', season: '2024-2025' });
  expect(() => ask({ termYears: 3 })).toThrow('extension.term-max');
  expect(() => extend(sampleVolunteer({ termYears: 3 }), ask(), book, '', now)).toThrow('extension.term-max');
});

test('who has left asks for nothing', () => {
  expect(() => ask({ status: 'left' })).toThrow('volunteer.wrong-step');
});

test('whoever agreed for the county does not decide for the region', () => {
  const agreed = agreeToExtension(ask(), yes, 'one', now);
  const passed = sampleVolunteer({ grades: { '2023-2024': 'good' } });
  expect(() => decideExtension(agreed, passed, yes, 'one', now)).toThrow('four-eyes.same-person');
  expect(decideExtension(agreed, passed, yes, 'another', now).status).toBe('approved');
});

test('a no needs its reason, and no pass is needed for it', () => {
  const no = { approved: false, reason: '' };
  expect(() => agreeToExtension(ask(), no, 'one', now)).toThrow('reason.missing');
  const agreed = agreeToExtension(ask(), yes, 'one', now);
  const refused = decideExtension(agreed, sampleVolunteer(), { approved: false, reason: '岗位取消' }, 'another', now);
  expect(refused.status).toBe('refused');
});
