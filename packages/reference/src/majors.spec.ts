import { expect, test } from '@jest/globals';
import {
  disciplines,
  major,
  majors,
  majorsBelow,
  priorityFor,
  priorityMajors,
  priorityMajorsOf,
  searchMajors,
} from './index.js';

test('the catalogue has 12 disciplines, 93 classes and 659 majors', () => {
  const count = (level: string) => majors().filter((row) => row.level === level).length;
  expect([count('discipline'), count('class'), count('major')]).toEqual([12, 93, 659]);
  expect(disciplines()).toHaveLength(12);
  expect(new Set(majors().map((row) => row.code)).size).toBe(764);
});

test('every class has its discipline and every major its class', () => {
  for (const row of majors()) {
    if (row.level !== 'discipline')
      expect(major(row.parentCode ?? '')?.code).toBe(row.code.slice(0, row.parentCode?.length));
  }
  expect(majorsBelow('08').every((row) => row.level === 'class')).toBe(true);
});

test('a code is found with and without its marks', () => {
  expect(major('010103K')).toMatchObject({
    code: '010103',
    printedCode: '010103K',
    name: '宗教学',
    isStateControlled: true,
  });
  expect(major('010103')?.name).toBe('宗教学');
  expect(major('999999')).toBeUndefined();
});

test.each([
  ['计算机科学', '080901'],
  ['xqjy', '040106'],
  ['0809', '0809'],
  ['临床医学', '100201'],
])('"%s" finds %s first', (text, code) => {
  expect(searchMajors(text)[0]?.code).toBe(code);
});

test('the priority majors of annex 1 name codes of the catalogue', () => {
  expect(priorityMajors()).toHaveLength(24);
  for (const row of priorityMajors()) expect(major(row.code)?.level).toBe(row.level);
  expect(priorityMajorsOf('youth-work')).toEqual([]);
  expect(priorityMajorsOf('healthy-countryside').map((row) => row.code)).toEqual(['10']);
});

test('a major is preferred through its discipline, its class or itself', () => {
  const person = (majorCode: string, isTeacherTraining = false) => ({ majorCode, isTeacherTraining });
  expect(priorityFor('healthy-countryside', person('100201K'))?.code).toBe('10');
  expect(priorityFor('rural-governance', person('030101K'))?.code).toBe('0301');
  expect(priorityFor('rural-governance', person('120402'))?.code).toBe('120402');
  expect(priorityFor('healthy-countryside', person('030101K'))).toBeUndefined();
  expect(priorityFor('youth-work', person('100201K'))).toBeUndefined();
});

test('teacher training is a mark of the person, not a code', () => {
  const mathematics = { majorCode: '070101', isTeacherTraining: true };
  expect(priorityFor('rural-education', mathematics)?.wording).toBe('师范类');
  expect(priorityFor('rural-education', { ...mathematics, isTeacherTraining: false })).toBeUndefined();
  expect(priorityFor('rural-education', { majorCode: '040101', isTeacherTraining: false })).toBeUndefined();
  expect(priorityFor('healthy-countryside', mathematics)).toBeUndefined();
});
