import { expect, test } from '@jest/globals';
import { whereOf } from './lists.js';

test('values are numbered through all conditions, in their order', () => {
  expect(whereOf([['a = ?', 1], ['b'], ['c like ? or d = any(?)', 'x%', [2, 3]]])).toEqual({
    text: '(a = $1) and (b) and (c like $2 or d = any($3))',
    values: [1, 'x%', [2, 3]],
  });
});

test('without conditions every row is meant', () => {
  expect(whereOf([])).toEqual({ text: 'true', values: [] });
});
