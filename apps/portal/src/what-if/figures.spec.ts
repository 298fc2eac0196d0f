import { expect, test } from '@jest/globals';
import { compared } from './figures.js';

const before = { applicants: 10, placedFirst: 6, placedSecond: 1, unplaced: 3, seats: 8, seatsLeft: 1 };

test('figures stand side by side, and a choice that only one outcome has counts as none in the other', () => {
  const rows = compared({
    before: { ...before, byRank: [{ rank: 1, people: 6 }] },
    after: {
      ...before,
      unplaced: 1,
      byRank: [
        { rank: 3, people: 2 },
        { rank: 1, people: 6 },
      ],
    },
  });
  expect(rows.find(({ figure }) => figure === 'unplaced')).toEqual({ figure: 'unplaced', before: 3, after: 1 });
  expect(rows.slice(-2)).toEqual([
    { figure: { rank: 1 }, before: 6, after: 6 },
    { figure: { rank: 3 }, before: 0, after: 2 },
  ]);
});
