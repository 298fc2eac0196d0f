import { expect, test } from '@jest/globals';
import type { VolunteerStatus } from '@xibu/domain/placement/api';
import { nextActionOf } from './next-action.rules.js';
import { sampleVolunteer } from './sample-volunteer.js';

const closing = {
  reportIn: new Date('2023-07-28T00:00:00+08:00'),
  agreement: new Date('2023-08-16T00:00:00+08:00'),
  secondRegistration: null,
};
const registration = { address: '', mobile: '', emergencyName: '', emergencyMobile: '', registeredOn: '2023-08-01' };
const unsigned = { signatures: {} };
const signed = { signatures: { volunteer: { by: '', at: '' } } };

test.each([
  ['admitted', 'report-in'],
  ['checked-in', 'training'],
  ['trained', 'await-dispatch'],
  ['overdue', 'return-from-leave'],
  ['left', 'none'],
  ['lost', 'none'],
] as const)('who is %s has to %s', (status: VolunteerStatus, action) => {
  expect(nextActionOf(sampleVolunteer({ status }), undefined, closing).action).toBe(action);
});

test('after the hand-over: sign, register, confirm the card, wait for the others, go on post', () => {
  const at = (changes: object, open?: typeof unsigned | typeof signed) => {
    return nextActionOf(sampleVolunteer({ status: 'dispatched', ...changes }), open, closing).action;
  };
  expect(at({}, unsigned)).toBe('sign-agreement');
  expect(at({}, signed)).toBe('second-registration');
  expect(at({ registration, cardLastFour: null }, signed)).toBe('confirm-bank-card');
  expect(at({ registration }, signed)).toBe('await-signatures');
  expect(at({ registration, status: 'agreement-signed' })).toBe('await-on-post');
  expect(at({ registration, status: 'on-post' })).toBe('serve');
});

test('a deadline is said with its instant, where one is set', () => {
  const { until } = nextActionOf(sampleVolunteer({ status: 'admitted' }), undefined, closing);
  expect(until).toBe('2023-07-28T00:00:00.000+08:00');
  expect(nextActionOf(sampleVolunteer({ status: 'trained' }), undefined, closing).until).toBeNull();
});
