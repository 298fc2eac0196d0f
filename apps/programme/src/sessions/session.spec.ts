import { expect, test } from '@jest/globals';
import { stands } from './session.js';

const at = (hour: number) => new Date(Date.parse('2023-05-01T00:00:00+08:00') + hour * 3_600_000);
const session = { startedAt: at(8), lastUsedAt: at(9), expiresAt: at(20), endedAt: null };
const asked = (now: Date, voidBefore: Date | null = null) => ({ idleMinutes: 120, voidBefore, now });

test('a session stands while it is used, until its day is over', () => {
  expect(stands(session, asked(at(10)))).toBe(true);
  expect(stands({ ...session, lastUsedAt: at(19.5) }, asked(at(19.99)))).toBe(true);
});

test.each([
  ['it was ended', stands({ ...session, endedAt: at(9) }, asked(at(9.5)))],
  ['its day is over', stands({ ...session, lastUsedAt: at(19.5) }, asked(at(20)))],
  ['it was idle too long', stands(session, asked(at(11)))],
  ['the office set another password after it began', stands(session, asked(at(9.5), at(8.5)))],
])('it is over when %s', (_, answer) => {
  expect(answer).toBe(false);
});

test('a password that was set before it began does not end it', () => {
  expect(stands(session, asked(at(9.5), at(7)))).toBe(true);
});
