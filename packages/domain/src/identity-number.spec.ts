import { expect, test } from '@jest/globals';
import {
  type IdentityNumberContext,
  identityNumberFaults,
  makeIdentityNumber,
  maskIdentityNumber,
  readIdentityNumber,
} from './identity-number.js';

const context: IdentityNumberContext = {
  today: '2023-07-01',
  knowsDivision: (code) => (code === '150603' ? 'current' : code.startsWith('1521') ? 'retired' : 'unknown'),
};

test('birth date, sex and division are read from the number', () => {
  expect(readIdentityNumber('15060320020918106X', context)).toEqual({
    ok: true,
    number: '15060320020918106X',
    birthDate: '2002-09-18',
    sexCode: '2',
    divisionCode: '150603',
    divisionStatus: 'current',
    warnings: [],
  });
});

test.each([
  ['a small x', '15060320020918106x'],
  ['blanks', ' 150603 20020918 106X '],
  ['full-width characters', '１５０６０３２００２０９１８１０６Ｘ'],
  ['an invisible character', '15060320020918106X\u200B'],
])('%s is put right, not refused', (_, text) => {
  expect(readIdentityNumber(text, context)).toMatchObject({ ok: true, number: '15060320020918106X' });
});

test.each([
  ['', 'empty'],
  ['150603010315001', 'first-generation'],
  ['15060320010315001', 'length'],
  ['15060A200103150011', 'characters'],
  ['990101200103150018', 'province'],
  ['150603200102290012', 'birth-date-impossible'],
  ['150603190002290010', 'birth-date-impossible'],
  ['150603180012310010', 'birth-date-too-early'],
  ['150603209912310012', 'birth-date-in-future'],
  ['150603200103150010', 'checksum'],
] as const)('"%s" is not a number because of its %s', (text, reason) => {
  expect(readIdentityNumber(text, context)).toEqual({ ok: false, reason });
  expect(identityNumberFaults[reason].zh).not.toBe('');
});

test('somebody born today has a number, somebody born tomorrow has none', () => {
  const born = (date: string) => readIdentityNumber(makeIdentityNumber('150603', date, 1), context);
  expect(born('2023-07-01')).toMatchObject({ ok: true });
  expect(born('2023-07-02')).toEqual({ ok: false, reason: 'birth-date-in-future' });
  expect(born('1893-01-01')).toMatchObject({ ok: true });
  expect(born('1892-12-31')).toEqual({ ok: false, reason: 'birth-date-too-early' });
});

test('a former division is accepted silently, an unknown one with a warning', () => {
  const at = (division: string) => readIdentityNumber(makeIdentityNumber(division, '1998-06-06', 997), context);
  expect(at('152127')).toMatchObject({ ok: true, divisionStatus: 'retired', warnings: [] });
  expect(at('150999')).toMatchObject({ ok: true, divisionStatus: 'unknown', warnings: ['division-unknown'] });
  expect(at('830000')).toMatchObject({ ok: true, warnings: ['residence-permit'] });
});

test('the division is asked for on the birth date', () => {
  const asked: string[] = [];
  readIdentityNumber('15060320020918106X', {
    today: '2023-07-01',
    knowsDivision: (code, onDate) => {
      asked.push(`${code} ${onDate}`);
      return 'current';
    },
  });
  expect(asked).toEqual(['150603 2002-09-18']);
});

test('every single wrong digit and every swap of neighbours is noticed', () => {
  const number = '15060320020918106X';
  for (let at = 0; at < 17; at += 1) {
    for (const digit of '0123456789') {
      if (digit === number[at]) continue;
      const wrong = number.slice(0, at) + digit + number.slice(at + 1);
      expect(readIdentityNumber(wrong, context).ok).toBe(false);
    }
    if (at < 16 && number[at] !== number[at + 1]) {
      const swapped = `${number.slice(0, at)}${number[at + 1]}${number[at]}${number.slice(at + 2)}`;
      expect(readIdentityNumber(swapped, context).ok).toBe(false);
    }
  }
});

test('a mask hides birth date and county', () => {
  expect(maskIdentityNumber('15060320020918106X')).toBe('1506**********106X');
  expect(maskIdentityNumber('15060320020918106x')).toBe('1506**********106X');
  expect(maskIdentityNumber('1506032')).toBe('*******');
});

test.each([
  ['15060', '2002-09-18', 1],
  ['150603', '2002-02-30', 1],
  ['150603', '2002-9-18', 1],
  ['150603', '2002-09-18', 1000],
  ['150603', '2002-09-18', -1],
  ['150603', '2002-09-18', 1.5],
])('no number is made up from %s, %s, %s', (division, birthDate, order) => {
  expect(() => makeIdentityNumber(division, birthDate, order)).toThrow(RangeError);
});
