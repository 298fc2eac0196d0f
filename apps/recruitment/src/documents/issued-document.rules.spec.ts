import { expect, test } from '@jest/globals';
import type { IssuedDocument } from './issued-document.js';
import { check, type SignedClaims } from './issued-document.rules.js';

const kind = 'confirmation-notice';
const number = 'Q2023-15-000001';
const claims: SignedClaims = { kind, number, holder: '苏**', digest: 'd', issuedOn: '2023-07-01' };
const record: IssuedDocument = {
  ...{ kind, number, accountId: 'a', division: 150000, university: 'u', holder: '苏**', digest: 'd' },
  ...{ issuedOn: '2023-07-01', voidSince: null },
};

test('a paper that agrees with the register is valid, and shows what stands on it', () => {
  expect(check(kind, number, claims, record)).toEqual({
    ...{ isValid: true, reason: null, number, holder: '苏**', issuedOn: '2023-07-01' },
  });
});

test.each([
  ['is not signed by us', null, record, 'forged'],
  ['belongs to another number', { ...claims, number: 'Q2023-15-000002' }, record, 'other-number'],
  ['is of another kind', { ...claims, kind: 'registration-form' }, record, 'other-number'],
  ['is not in the register', claims, null, 'unknown'],
  ['says what the record no longer says', { ...claims, digest: 'older' }, record, 'superseded'],
  ['lost its force', claims, { ...record, voidSince: new Date(0) }, 'void'],
] as const)('a paper that %s is not valid', (_, signed, known, reason) => {
  expect(check(kind, number, signed, known)).toMatchObject({ isValid: false, reason });
});

test('a forged paper learns nothing about the record', () => {
  expect(check(kind, number, null, record)).toMatchObject({ holder: null, issuedOn: null });
});
