import { expect, test } from '@jest/globals';
import { everywhere, liesIn, rangeOf } from './divisions.js';

test.each([
  [150000, [150000, 152221, 159999], [149999, 160000, 0]],
  [152200, [152200, 152299], [152199, 152300, 150000]],
  [152221, [152221], [152220, 152222, 152200]],
])('in %d lie its own places, both ends included, and no other', (division, inside, outside) => {
  expect(inside.filter((code) => liesIn(code, rangeOf(division)))).toEqual(inside);
  expect(outside.filter((code) => liesIn(code, rangeOf(division)))).toEqual([]);
});

test('what has no division lies nowhere, and nothing lies in no range', () => {
  expect([liesIn(null, everywhere), liesIn(undefined, everywhere), liesIn(152221, null)]).toEqual([
    false,
    false,
    false,
  ]);
});
