import { expect, test } from '@jest/globals';
import { entangled } from './entangled.js';

test('counties that are linked by moves, over others too, stand together; the rest stand alone', () => {
  const moves = [
    [4, 2],
    [5, 6],
    [2, 1],
    [4, 2],
  ] as const;
  expect(entangled([1, 2, 3, 4, 5, 6, 7], moves)).toEqual([[1, 2, 4], [5, 6], [3], [7]]);
  expect(entangled([1, 2], [])).toEqual([[1], [2]]);
});
