import { expect, test } from '@jest/globals';
import { specials } from '@xibu/domain';
import {
  degrees,
  division,
  educationLevels,
  ethnicGroups,
  hardshipAreas,
  hardshipCategory,
  isKeyCounty,
  keyCounties,
  maritalStatuses,
  nameOfCode,
  politicalStatuses,
  priorityMajors,
  programmeProvinces,
  sexes,
} from './index.js';

test('the small tables have the counts of the standards', () => {
  expect(ethnicGroups()).toHaveLength(56);
  expect(new Set(ethnicGroups().map((row) => row.letterCode)).size).toBe(56);
  expect(sexes()).toHaveLength(4);
  expect(maritalStatuses()).toHaveLength(8);
  expect(politicalStatuses()).toHaveLength(13);
  expect(educationLevels()).toHaveLength(40);
  expect(degrees()).toHaveLength(57);
});

test('a code has its name, an unknown one has none', () => {
  expect(nameOfCode('ethnic', '02')).toBe('蒙古族');
  expect(nameOfCode('sex', '2')).toBe('女');
  expect(nameOfCode('political', '03')).toBe('中国共产主义青年团团员');
  expect(nameOfCode('education', '21')).toBe('大学本科毕业');
  expect(nameOfCode('degree', '2')).toBe('博士');
  expect(nameOfCode('marital', '10')).toBe('未婚');
  expect(nameOfCode('sex', '7')).toBeUndefined();
});

test('hardship categories that nobody could read are unknown, not zero', () => {
  expect(hardshipAreas().filter((row) => row.category === 1)).toHaveLength(117);
  expect(hardshipAreas().filter((row) => row.category === null)).toHaveLength(103);
  expect(hardshipCategory('650102')).toBe(1);
  expect(hardshipCategory('152221')).toBeNull();
  expect(hardshipCategory('110101')).toBeUndefined();
});

test('key counties hold from 2021 to the end of 2025', () => {
  expect(keyCounties()).toHaveLength(93);
  expect(keyCounties().filter((row) => row.provinceCode === '150000')).toHaveLength(10);
  expect(isKeyCounty('150422', '2023-07-01')).toBe(true);
  expect(isKeyCounty('150422', '2021-08-26')).toBe(false);
  expect(isKeyCounty('150422', '2026-01-01')).toBe(false);
  expect(isKeyCounty('110101', '2023-07-01')).toBe(false);
});

test('programme provinces are provinces of the table, XPCC among them', () => {
  expect(programmeProvinces()).toHaveLength(20);
  for (const row of programmeProvinces()) expect(division(row.code)?.level).toBe('province');
  expect(programmeProvinces().find((row) => row.code === '660000')?.nationalProject).toBe('yes');
});

test('every county and every special that a table names exists', () => {
  const counties = [...hardshipAreas(), ...keyCounties()];
  expect(counties.filter((row) => row.code === null).map((row) => row.name)).toEqual(['东山区']);
  for (const row of counties) if (row.code !== null) expect(division(row.code)?.name).toBe(row.name);
  for (const row of priorityMajors()) expect(specials).toContain(row.special);
});
