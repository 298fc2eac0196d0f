import { expect, test } from '@jest/globals';
import {
  childrenOf,
  division,
  divisionName,
  divisionOn,
  divisionPath,
  divisions,
  extensionDivisions,
  knowsDivision,
  parentsOf,
  provinces,
  rangeOf,
  retiredDivisions,
  searchDivisions,
} from './index.js';

const count = (level: string) => divisions().filter((row) => row.level === level).length;

test('the table has the counts that its source printed', () => {
  expect(divisions()).toHaveLength(3213);
  expect([count('province'), count('prefecture'), count('county')]).toEqual([34, 333, 2846]);
  expect(retiredDivisions()).toHaveLength(1699);
  expect(provinces()).toHaveLength(34);
});

test('Inner Mongolia has 12 leagues and cities and 103 counties', () => {
  const leagues = childrenOf('150000');
  expect(leagues).toHaveLength(12);
  expect(leagues.flatMap((league) => childrenOf(league.code))).toHaveLength(103);
});

test('every code is there once and every parent exists', () => {
  expect(new Set(divisions().map((row) => row.code)).size).toBe(3213);
  for (const row of divisions()) {
    if (row.level === 'province') expect(row.parentCode).toBeNull();
    else expect(division(row.parentCode ?? '')).toBeDefined();
  }
});

test('rows cannot be changed', () => {
  expect(Object.isFrozen(divisions())).toBe(true);
  expect(Object.isFrozen(division('152221'))).toBe(true);
});

test('a name, its path and the divisions above', () => {
  expect(divisionName('152221')).toBe('科尔沁右翼前旗');
  expect(divisionPath('152221')).toBe('内蒙古自治区兴安盟科尔沁右翼前旗');
  expect(parentsOf('152221').map((row) => row.code)).toEqual(['150000', '152200']);
  expect(parentsOf('110101').map((row) => row.code)).toEqual(['110000']);
  expect(parentsOf('999999')).toEqual([]);
  expect(divisionName('999999')).toBeUndefined();
});

test('a former code is retired, not unknown', () => {
  expect(knowsDivision('152127')).toBe('retired');
  expect(retiredDivisions().filter((row) => row.code.startsWith('1521')).length).toBeGreaterThan(10);
  for (const row of retiredDivisions()) expect(knowsDivision(row.code)).toBe('retired');
  expect(knowsDivision('150603')).toBe('current');
  expect(knowsDivision('150999')).toBe('unknown');
  expect(divisionName('152127')).toBe('内蒙古自治区呼伦贝尔盟鄂伦春自治旗');
});

test('on a day a code stands for what held then', () => {
  expect(divisionOn('152127', '1998-06-06')).toMatchObject({ status: 'retired' });
  expect(divisionOn('152127', '2025-01-01')).toBeUndefined();
  expect(divisionOn('152221', '2025-01-01')).toEqual({ code: '152221', name: '科尔沁右翼前旗', status: 'current' });
  expect(divisionOn('653228', '2024-11-30')).toBeUndefined();
  expect(divisionOn('653228', '2025-01-01')).toMatchObject({ name: '和康县', status: 'current' });
  expect(divisionOn('150999', '2020-01-01')).toBeUndefined();
});

test('XPCC stands beside the standard, under its own code', () => {
  expect(extensionDivisions().map((row) => row.code)).toEqual(['660000']);
  expect(divisions().some((row) => row.code === '660000')).toBe(false);
  expect(divisionName('660000')).toBe('新疆生产建设兵团');
});

test('the range of a region, of a league-city and of a county', () => {
  expect(rangeOf('150000')).toEqual([150000, 159999]);
  expect(rangeOf('152200')).toEqual([152200, 152299]);
  expect(rangeOf('152221')).toEqual([152221, 152221]);
  expect(() => rangeOf('1522')).toThrow(RangeError);
});

test.each([
  ['内蒙古', '150000'],
  ['nmg', '150000'],
  ['科尔沁右翼前旗', '152221'],
  ['科右前旗', '152221'],
  ['152221', '152221'],
  ['xinganmeng', '152200'],
  ['赤峰 左旗', '150422'],
  ['beijing cyq', '110105'],
  ['shanxian', '371722'],
  ['danxian', '371722'],
  ['ks', '653100'],
  ['重庆', '500000'],
  ['cqs', '500000'],
])('"%s" finds %s first', (text, code) => {
  expect(searchDivisions(text)[0]?.code).toBe(code);
});

test('a search keeps to its limit, its level and its division', () => {
  expect(searchDivisions('右旗', { limit: 3 })).toHaveLength(3);
  expect(searchDivisions('1522', { level: 'county' }).every((row) => row.level === 'county')).toBe(true);
  expect(searchDivisions('朝阳', { within: '110000' }).map((row) => row.code)).toEqual(['110105']);
  expect(searchDivisions('')).toEqual([]);
  expect(searchDivisions('   ')).toEqual([]);
  expect(searchDivisions('没有这个地方')).toEqual([]);
  expect(searchDivisions('%_\\(')).toEqual([]);
});
