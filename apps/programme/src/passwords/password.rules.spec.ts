import { expect, test } from '@jest/globals';
import { Refusal } from '@xibu/domain';
import { requireStrong } from './password.rules.js';

const isRefused = (password: string): boolean => {
  try {
    requireStrong(password, 'narentuya');
  } catch (error) {
    if (error instanceof Refusal && error.code === 'password.weak') return true;
    throw error;
  }
  return false;
};

test.each([
  ['shorter than ten', 'Ab1-Ab1-9'],
  ['longer than anybody types', `a1${'x-'.repeat(70)}`],
  ['of letters only', 'caoyuanshenchu'],
  ['of digits only', '20230412150000'],
  ['with the login name in it', 'NarenTuya-2023'],
  ['a common one', 'password2023'],
  ['of few different characters', 'aaaa1111aaaa'],
])('a password %s is refused', (_, password) => {
  expect(isRefused(password)).toBe(true);
});

test.each(['Caoyuan-2023-xin', 'caoyuan 1502 lu', '草原上的马-20230412'])('%s will do', (password) => {
  expect(isRefused(password)).toBe(false);
});

test('where the login name is not known, everything else is still asked', () => {
  expect(() => requireStrong('kurz', null)).toThrow(Refusal);
  expect(() => requireStrong('Caoyuan-2023-xin', null)).not.toThrow();
});
