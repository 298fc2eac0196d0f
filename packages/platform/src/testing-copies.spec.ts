import { expect, test } from '@jest/globals';
import { notes } from './sample-service.js';
import { WhenSeasonChanged } from './seasons/when-season-changed.js';
import { complaintsAboutHoldings } from './testing-copies.js';

test('a table that nobody named, and names of nothing, are complained of', async () => {
  expect(await complaintsAboutHoldings(notes)).toEqual([]);
  const wrong = {
    ...notes,
    owns: ['note', 'nothing'],
    copies: [
      { table: 'note', keptBy: [WhenSeasonChanged] },
      { table: 'ghost', keptBy: [] },
    ],
    ground: [{ table: 'note', begins: { colour: `''` } }],
  };
  expect(await complaintsAboutHoldings(wrong)).toEqual([
    'counted is neither in owns nor in copies',
    ...['there is no table nothing', 'there is no table ghost', 'note has no column colour'],
    ...['note is owned and a copy: say which of its columns are', 'nothing keeps ghost'],
  ]);
});
