import { expect, test } from '@jest/globals';
import { fieldText } from './field.text.js';
import { type FieldSpec, faultOf, malformed, readCount, readYuan } from './fields.js';

const t = fieldText.zh;
const hours: FieldSpec = { key: 'hours', label: '时长', kind: 'count', min: 0, max: 9999 };

test('an amount typed in yuan becomes fen without passing through a fraction', () => {
  expect(readYuan('1,234.5')).toBe(123450);
  expect(readYuan('0.29')).toBe(29);
  expect(readYuan('¥2900')).toBe(290000);
});

test.each(['1.234', '12元', '-5', '1e3', '.5'])('%s is no amount and stays as it was typed', (text) => {
  expect(readYuan(text)).toBe(text);
  expect(malformed({ key: 'sum', label: '金额', kind: 'money' }, readYuan(text), t)).toBe(t.notMoney('金额'));
});

test('full-width digits count', () => {
  expect(readCount('１２６')).toBe(126);
});

test('a count says which end it passed', () => {
  expect(malformed(hours, readCount('12.5'), t)).toBe(t.notCount('时长'));
  expect(malformed(hours, 10_000, t)).toBe(t.tooLarge('时长', 9999));
  expect(malformed(hours, 0, t)).toBeNull();
});

test('an empty field is missing, and an optional one is not', () => {
  expect(faultOf(hours, undefined, t)).toBe(t.missing('时长'));
  expect(faultOf({ ...hours, optional: true }, undefined, t)).toBeNull();
  expect(faultOf({ key: 's', label: '专项', kind: 'any-of', options: [] }, [], t)).toBe(t.missingChoice('专项'));
});

test('an answer of no is an answer', () => {
  expect(faultOf({ key: 'y', label: '是否', kind: 'yes-no' }, false, t)).toBeNull();
});

test('a rule of the field itself is asked last', () => {
  const spec: FieldSpec = { key: 'name', label: '姓名', kind: 'text', maxLength: 3, check: () => '不对' };
  expect(malformed(spec, '很长的名字', t)).toBe(t.tooLong('姓名', 3));
  expect(malformed(spec, '短', t)).toBe('不对');
});

test('characters outside the basic plane count once', () => {
  expect(malformed({ key: 'name', label: '姓名', kind: 'text', maxLength: 2 }, '𠮷𠮷', t)).toBeNull();
});
