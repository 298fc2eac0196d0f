import { expect, test } from '@jest/globals';
import { bankCardFaults, luhnDigit, maskBankCard, readBankCard } from './bank-card.js';

const card = (first: string) => first + luhnDigit(first);

test('the check digit is that of ISO/IEC 7812', () => {
  expect(luhnDigit('7992739871')).toBe('3');
  expect(luhnDigit('411111111111111')).toBe('1');
});

test.each([15, 16, 17, 18])('a card of %s digits and its check digit is read without a warning', (length) => {
  const number = card('6'.padEnd(length, '2'));
  expect(readBankCard(number)).toEqual({ ok: true, number, warnings: [] });
});

test('blanks, hyphens and full-width digits are put right', () => {
  const number = card('621700000000000000');
  const typed = `${number.slice(0, 4)} ${number.slice(4, 8)}-${number.slice(8)}`;
  expect(readBankCard(typed)).toMatchObject({ ok: true, number });
  expect(readBankCard(number.replace('6', '６'))).toMatchObject({ ok: true, number });
});

test('a wrong check digit is a warning, because not every account is a card', () => {
  const number = card('621700000000000000');
  const wrong = number.slice(0, -1) + ((Number(number.at(-1)) + 1) % 10);
  expect(readBankCard(wrong)).toEqual({ ok: true, number: wrong, warnings: ['luhn'] });
});

test.each([
  ['', 'empty'],
  ['62170000A0000000', 'characters'],
  ['621700000000000', 'length'],
  ['62170000000000000000', 'length'],
] as const)('"%s" is refused for its %s', (text, reason) => {
  expect(readBankCard(text)).toEqual({ ok: false, reason });
  expect(bankCardFaults[reason].zh).not.toBe('');
});

test('only the last four digits of a masked card show', () => {
  expect(maskBankCard('6217000000001234')).toBe('************1234');
  expect(maskBankCard('1234')).toBe('****');
});
