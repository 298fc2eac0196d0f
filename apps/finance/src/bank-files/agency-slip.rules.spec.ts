import { expect, test } from '@jest/globals';
import type { InsuredAmount } from './agency-slip.js';
import { compareSlip } from './agency-slip.rules.js';

const amount = (person: string, scheme: string, personalFen: number, employerFen: number): InsuredAmount => {
  return { person, scheme, personalFen, employerFen };
};

test.each<[string, InsuredAmount[], InsuredAmount[]]>([
  ['equal', [amount('a', 'pension', 8, 16)], [amount('a', 'pension', 8, 16)]],
  ['amount-differs', [amount('a', 'pension', 8, 16)], [amount('a', 'pension', 8, 15)]],
  ['amount-differs', [amount('a', 'pension', 8, 16)], [amount('a', 'pension', 7, 16)]],
  ['missing-at-agency', [amount('a', 'pension', 8, 16)], []],
  ['unknown-at-agency', [], [amount('a', 'pension', 8, 16)]],
])('%s', (result, ours, agency) => {
  expect(compareSlip(ours, agency).map((each) => each.result)).toEqual([result]);
});

test('people and schemes are compared one by one, in order', () => {
  const ours = [amount('b', 'pension', 1, 1), amount('a', 'pension', 1, 1), amount('a', 'medical', 1, 1)];
  const agency = [amount('a', 'pension', 1, 1), amount('c', 'pension', 1, 1), amount('a', 'medical', 2, 1)];
  expect(compareSlip(ours, agency).map(({ person, scheme, result }) => `${person} ${scheme} ${result}`)).toEqual([
    'a medical amount-differs',
    'a pension equal',
    'b pension missing-at-agency',
    'c pension unknown-at-agency',
  ]);
});

test('rows of one person and scheme are added up: a correction comes as a second row', () => {
  const [one] = compareSlip(
    [amount('a', 'pension', 5, 10), amount('a', 'pension', 3, 6)],
    [amount('a', 'pension', 8, 16)],
  );
  expect(one).toMatchObject({ result: 'equal', ourPersonalFen: 8, agencyEmployerFen: 16 });
});

test('rows that come to nothing are as good as none', () => {
  expect(compareSlip([amount('a', 'pension', 5, 1), amount('a', 'pension', -5, -1)], [])).toEqual([]);
});

test('the amounts of both sides stand beside the answer', () => {
  expect(compareSlip([amount('a', 'pension', 8, 16)], [])[0]).toEqual({
    ...{ person: 'a', scheme: 'pension', result: 'missing-at-agency' },
    ...{ ourPersonalFen: 8, ourEmployerFen: 16, agencyPersonalFen: 0, agencyEmployerFen: 0 },
  });
});
