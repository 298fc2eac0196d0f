import { describe, expect, test } from '@jest/globals';
import { type Attempt, judge, type SignInLock } from './sign-in.rules.js';

const policy = { tries: 5, minutes: 15 };
const at = (minute: number) => new Date(Date.parse('2023-05-01T09:00:00+08:00') + minute * 60_000);
const right: Attempt = { passwordRight: true, code: null, replacement: 'not-needed' };
const wrong: Attempt = { ...right, passwordRight: false };
const codeOf = (verdict: ReturnType<typeof judge>) => ('refusal' in verdict ? verdict.refusal.code : verdict.kind);

function tries(count: number, attempt = wrong): SignInLock | null {
  let lock: SignInLock | null = null;
  for (let done = 0; done < count; done += 1) lock = judge(attempt, lock, policy, at(0)).lock;
  return lock;
}

test('the right password opens', () => {
  expect(judge(right, null, policy, at(0))).toEqual({ kind: 'signed-in', lock: null });
});

describe('after wrong tries in a row', () => {
  test('four leave it open, and the right one forgets them', () => {
    expect(judge(right, tries(4), policy, at(1))).toEqual({ kind: 'signed-in', lock: null });
  });
  test('the fifth is answered like the others and locks', () => {
    const fifth = judge(wrong, tries(4), policy, at(0));
    expect(codeOf(fifth)).toBe('sign-in.wrong');
    expect(fifth.lock).toMatchObject({ failures: 5, lockedUntil: at(15) });
  });
  test('the right password does not open while it is locked, and the answer says for how long', () => {
    const verdict = judge(right, tries(5), policy, at(5));
    expect(codeOf(verdict)).toBe('sign-in.locked');
    expect('refusal' in verdict && verdict.refusal.details).toMatchObject({ minutes: 10 });
  });
  test('tries while it is locked do not lengthen it', () => {
    expect(judge(wrong, tries(5), policy, at(14)).lock).toMatchObject({ failures: 5, lockedUntil: at(15) });
  });
  test('from the last minute on it opens again and counts anew', () => {
    expect(judge(right, tries(5), policy, at(15)).kind).toBe('signed-in');
    expect(judge(wrong, tries(5), policy, at(15)).lock).toMatchObject({ failures: 1, lockedUntil: null });
  });
  test('wrong codes count like wrong passwords', () => {
    expect(codeOf(judge({ ...right, code: 'right' }, tries(5, { ...right, code: 'wrong' }), policy, at(1)))).toBe(
      'sign-in.locked',
    );
  });
});

test.each<[string, Attempt, string]>([
  ['without its code', { ...right, code: 'missing' }, 'sign-in.code-missing'],
  ['with a wrong code', { ...right, code: 'wrong' }, 'sign-in.code-wrong'],
  ['with a temporary password', { ...right, replacement: 'missing' }, 'password.temporary'],
  ['with a wrong password and a right code', { ...wrong, code: 'right' }, 'sign-in.wrong'],
])('%s it does not open', (_, attempt, code) => {
  expect(codeOf(judge(attempt, null, policy, at(0)))).toBe(code);
});

test('what is still to be given is not a wrong try', () => {
  const before = tries(4);
  expect(judge({ ...right, code: 'missing' }, before, policy, at(0)).lock).toEqual(before);
  expect(judge({ ...right, replacement: 'missing' }, before, policy, at(0)).lock).toEqual(before);
  expect(judge({ ...right, code: 'right', replacement: 'given' }, before, policy, at(0)).kind).toBe('signed-in');
});
