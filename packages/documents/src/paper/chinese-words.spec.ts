import { expect, test } from '@jest/globals';
import { dateInWords, fenInCapitals, lengthInWords, monthInWords } from './chinese-words.js';

test.each([
  [0, '零元整'],
  [1, '壹分'],
  [10, '壹角整'],
  [15, '壹角伍分'],
  [100, '壹元整'],
  [105, '壹元零伍分'],
  [150, '壹元伍角整'],
  [1_000, '壹拾元整'],
  [10_100, '壹佰零壹元整'],
  [258_968, '贰仟伍佰捌拾玖元陆角捌分'],
  [1_000_000, '壹万元整'],
  [1_000_100, '壹万零壹元整'],
  [1_010_000, '壹万零壹佰元整'],
  [11_000_000, '壹拾壹万元整'],
  [10_000_000_000, '壹亿元整'],
  [10_000_010_000, '壹亿零壹佰元整'],
  [10_001_000_000, '壹亿零壹万元整'],
  [123_456_789_012, '壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分'],
  [-100, '负壹元整'],
])('%i fen is %s', (fen, words) => {
  expect(fenInCapitals(fen)).toBe(words);
});

test('a part of a fen has no words', () => {
  expect(() => fenInCapitals(0.5)).toThrow(RangeError);
});

test('days, months and lengths of service', () => {
  expect(dateInWords('2023-08-01')).toBe('2023年8月1日');
  expect(monthInWords('2023-08')).toBe('2023年8月');
  expect(lengthInWords({ years: 2, months: 0, days: 0 })).toBe('2年');
  expect(lengthInWords({ years: 1, months: 11, days: 16 })).toBe('1年11个月16天');
  expect(lengthInWords({ years: 0, months: 0, days: 0 })).toBe('0天');
});
