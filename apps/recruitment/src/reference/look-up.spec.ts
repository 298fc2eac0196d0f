import { expect, test } from '@jest/globals';
import { lookUpCodes, lookUpDivisions, lookUpMajors, lookUpUniversities } from './look-up.js';

const limit = 5;

test('a university is found by its name, by pinyin initials and by code, with where it stands', () => {
  const found = { code: '4115010135', name: '内蒙古师范大学', around: '内蒙古自治区 呼和浩特市' };
  for (const q of ['内蒙古师范大学', 'nmgsfdx', '4115010135']) {
    expect(lookUpUniversities({ q, limit })[0]).toEqual(found);
  }
});

test('a province narrows the universities, with two digits or with six', () => {
  for (const province of ['15', '150000']) {
    const rows = lookUpUniversities({ province, limit: 200 });
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.every(({ around }) => around?.startsWith('内蒙古'))).toBe(true);
  }
});

test('a major comes with its class; classes and disciplines are no majors', () => {
  expect(lookUpMajors({ q: '汉语言文学', limit })[0]).toMatchObject({ code: '050101', around: '中国语言文学类' });
  expect(lookUpMajors({ limit: 200 }).every(({ code }) => code.length === 6)).toBe(true);
});

test('a county is found below a region, with the divisions above it', () => {
  expect(lookUpDivisions({ q: '科尔沁右翼前旗', level: 'county', within: '150000', limit })).toEqual([
    { code: '152221', name: '科尔沁右翼前旗', around: '内蒙古自治区兴安盟' },
  ]);
  expect(lookUpDivisions({ within: '152200', level: 'county', limit: 50 }).map(({ code }) => code.slice(0, 4))).toEqual(
    new Array(6).fill('1522'),
  );
});

test.each([
  ['ethnic-groups', '蒙古', '蒙古族'],
  ['political-status', '03', '中国共产主义青年团团员'],
  ['education-levels', '21', '大学本科毕业'],
  ['degrees', '405', '文学学士学位'],
] as const)('%s are found by code or name, and at most as many as asked for', (table, q, name) => {
  expect(lookUpCodes(table, { q, limit })).toContainEqual(expect.objectContaining({ name, around: null }));
  expect(lookUpCodes(table, { limit: 3 })).toHaveLength(3);
  expect(lookUpCodes(table, { q: '没有这样的', limit })).toEqual([]);
});
