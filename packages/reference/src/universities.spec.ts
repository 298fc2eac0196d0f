import { expect, test } from '@jest/globals';
import { division, searchDivisions, searchUniversities, universities, university } from './index.js';

test('the table has the counts that its sources printed', () => {
  const rows = universities();
  expect(rows).toHaveLength(3005);
  expect(rows.filter((row) => row.moeCode)).toHaveLength(2631);
  expect(rows.filter((row) => row.moeCode === null)).toHaveLength(374);
  expect(rows.filter((row) => row.status === 'gone')).toHaveLength(63);
});

test('every university has an id of its own and lies in a province of the table', () => {
  expect(new Set(universities().map((row) => row.id)).size).toBe(3005);
  for (const row of universities()) expect(division(row.provinceCode)?.level).toBe('province');
});

test('a university is found by id, by five digits, and the older of two that share them', () => {
  expect(university('4115010135')?.name).toBe('内蒙古师范大学');
  expect(university('10135')?.id).toBe('4115010135');
  expect(university('10213')?.name).toBe('哈尔滨工业大学');
  expect(university('10213-44')?.name).toBe('哈尔滨工业大学（深圳）');
  expect(university('00000')).toBeUndefined();
});

test('a renamed university has its name of today and is found by both', () => {
  const found = searchUniversities('赤峰学院')[0];
  expect(found).toMatchObject({ name: '赤峰大学', formerName: '赤峰学院' });
  expect(searchUniversities('赤峰大学')[0]?.id).toBe(found?.id);
});

test.each([
  ['nmgsf', '内蒙古师范大学'],
  ['内蒙古师范', '内蒙古师范大学'],
  ['内师大', '内蒙古师范大学'],
  ['内大', '内蒙古大学'],
  ['北大', '北京大学'],
  ['浙大', '浙江大学'],
  ['10135', '内蒙古师范大学'],
  ['4115010135', '内蒙古师范大学'],
  ['neimenggu shifan', '内蒙古师范大学'],
  ['NMGDX', '内蒙古大学'],
  ['ｎｍｇｓｆ', '内蒙古师范大学'],
])('"%s" finds %s first', (text, name) => {
  expect(searchUniversities(text)[0]?.name).toBe(name);
});

test('a search keeps to its limit and its province', () => {
  expect(searchUniversities('大学', { limit: 5 })).toHaveLength(5);
  const local = searchUniversities('职业', { provinceCode: '150000', limit: 100 });
  expect(local.length).toBeGreaterThan(10);
  expect(local.every((row) => row.provinceCode === '150000')).toBe(true);
});

test('both large tables answer in less than five milliseconds', () => {
  const queries = ['nmgsf', '内师大', '大学', '10135', 'neimenggu shifan', '内蒙古 职业', 'x', '没有', '朝阳', 'hhht'];
  for (const query of queries) {
    searchUniversities(query);
    searchDivisions(query);
  }
  const times = Array.from({ length: 20 }, () => queries)
    .flat()
    .map((query) => {
      const from = performance.now();
      searchUniversities(query);
      searchDivisions(query);
      return performance.now() - from;
    })
    .sort((left, right) => left - right);
  // The two together, and the median, so that a busy machine does not decide.
  expect(times[Math.floor(times.length / 2)]).toBeLessThan(10);
});
