import { expect, test } from '@jest/globals';
import { maskMobilePhone, mobilePhoneFaults, readMobilePhone } from './mobile-phone.js';

test.each([
  '19900001234',
  '199 0000 1234',
  '199-0000-1234',
  '+86 19900001234',
  '008619900001234',
  '１９９００００１２３４',
])('%s is read', (text) => {
  expect(readMobilePhone(text)).toEqual({ ok: true, number: '19900001234' });
});

test.each([
  ['', 'empty'],
  ['1990000123a', 'characters'],
  ['1990000123', 'form'],
  ['199000012345', 'form'],
  ['29900001234', 'form'],
] as const)('"%s" is refused: %s', (text, reason) => {
  expect(readMobilePhone(text)).toEqual({ ok: false, reason });
  expect(mobilePhoneFaults[reason].zh).not.toBe('');
});

test('the middle of a masked number does not show', () => {
  expect(maskMobilePhone('19900001234')).toBe('199****1234');
  expect(maskMobilePhone('1234')).toBe('****');
});
