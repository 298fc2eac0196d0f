import { expect, test } from '@jest/globals';
import type { RecordArrivalRequest } from '@xibu/domain/finance/api';
import { postingProblems } from '../ledger/posting.rules.js';
import { codeOf } from '../offices/refusal-code.js';
import { sampleActor } from '../offices/sample-actor.js';
import { arrive, reverse } from './fund-arrival.rules.js';

const now = new Date('2023-10-20T09:00:00+08:00');
const [officer, other] = [sampleActor('officer'), sampleActor('other')];
const request: RecordArrivalRequest = {
  ...{ county: 152221, project: 'national', source: 'central', budgetYear: 2023, purpose: 'subsidy', fen: 3_000_000 },
  ...{ arrivedOn: '2023-10-20', documentNumber: '内财〔2023〕9号' },
};

test.each(['subsidy', 'office'] as const)('money for %s arrives in the books of its own purpose', (purpose) => {
  const [arrival, entries] = arrive('i', { ...request, purpose }, '2023-10-20', officer, now);
  expect(arrival).toMatchObject({ division: 152221, purpose, recorded: { account: 'officer' } });
  expect(entries.map(({ account, fen }) => [account, fen])).toEqual([
    [`${purpose}-bank`, 3_000_000],
    [`${purpose}-grant`, -3_000_000],
  ]);
  expect(postingProblems(entries)).toEqual([]);
});

test('no money arrives tomorrow', () => {
  expect(codeOf(() => arrive('i', { ...request, arrivedOn: '2023-10-21' }, '2023-10-20', officer, now))).toBe(
    'fund.in-the-future',
  );
});

test('a wrong entry is taken back by another person, with a reason, once', () => {
  const [arrival, entries] = arrive('i', request, '2023-10-20', officer, now);
  expect(codeOf(() => reverse(arrival, '重复登记', officer, now))).toBe('four-eyes.same-person');
  expect(codeOf(() => reverse(arrival, '', other, now))).toBe('reason.missing');
  const [reversed, back] = reverse(arrival, '重复登记', other, now);
  expect(back.map(({ fen }) => fen)).toEqual(entries.map(({ fen }) => -fen));
  expect(codeOf(() => reverse(reversed, '再次', other, now))).toBe('fund.reversed');
});
