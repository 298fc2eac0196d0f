import { expect, test } from '@jest/globals';
import { glossary } from './glossary.js';
import { gradeNames, leaveKindNames, namesIn, projectKindNames, specialNames } from './names.js';
import { grades, leaveKinds, projectKinds, specials } from './programme-terms.js';

const twice = (words: readonly string[]): string[] => words.filter((word, at) => words.indexOf(word) !== at);

test('one English name for each Chinese term, and one Chinese term for each English name', () => {
  expect(twice(glossary.map(({ zh }) => zh))).toEqual([]);
  expect(twice(glossary.map(({ en }) => en.toLowerCase()))).toEqual([]);
});

test('the Chinese term is Chinese, and the English name is not', () => {
  expect(glossary.filter(({ zh }) => !/^\p{Script=Han}+$/u.test(zh))).toEqual([]);
  expect(glossary.filter(({ en, code }) => /\p{Script=Han}/u.test(en + code))).toEqual([]);
});

test('every value of the programme has its name, in the order in which it is listed', () => {
  expect([specialNames, projectKindNames, gradeNames, leaveKindNames].map(Object.keys)).toEqual(
    [specials, projectKinds, grades, leaveKinds].map((values) => [...values]),
  );
  expect(namesIn(projectKindNames, 'zh')).toEqual({ national: '全国项目', local: '地方项目' });
});
