import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GapView, RunView } from '@xibu/domain/finance/api';
import { CoverageGapFound, PayLate } from '@xibu/domain/finance/events';
import type { Page } from '@xibu/platform';
import { type SampleVolunteer, sampleCard, sampleTerms } from '../sample-year.js';
import { FinanceTest } from '../testing-finance.js';

/** People of 2023-2024 who serve on in August 2024, while nobody has opened the season 2024-2025 yet. */
const county = 152201;
let finance: FinanceTest;
let people: SampleVolunteer[];
const officer = () => finance.actor('county.officer', county);
const one = (index: number): SampleVolunteer => people[index] as SampleVolunteer;
const openGaps = async (kind: string): Promise<readonly GapView[]> =>
  (await finance.ok<Page<GapView>>('GET', `/coverage/gaps?state=open&sort=number&kind=${kind}`, null, officer())).rows;
const failures = (schedule: string) =>
  finance.service.query<{ failure: string }>(
    'select failure from schedule_tick where schedule = $1 and failure is not null order by due',
    [schedule],
  );

beforeAll(async () => {
  // Silent: the last spec lets schedules fail on purpose.
  finance = await FinanceTest.start('2024-08-20T09:00:00+08:00', 'silent');
  people = await finance.volunteers(county, 2);
});
afterAll(() => finance.stop());

test('on the days of a year that has not been opened, an alarm is still raised for whoever serves', async () => {
  await finance.moveTo('2024-08-21T09:00:00+08:00');
  expect((await openGaps('commercial')).map(({ accountId, from }) => [accountId, from])).toEqual(
    people.map(({ accountId }) => [accountId, '2023-08-01']),
  );
  // Their agreements ended with July 2024.
  expect((await openGaps('agreement')).map(({ accountId, from }) => [accountId, from])).toEqual(
    people.map(({ accountId }) => [accountId, '2024-08-01']),
  );
  expect((await openGaps('pay')).map(({ from }) => from)).toContain('2024-07-01');
  expect((await finance.facts(CoverageGapFound.type)).length).toBeGreaterThan(0);
  expect(await failures('find-coverage-gaps')).toEqual([]);
});

test('a card is confirmed by the rules of the season that the person was engaged in', async () => {
  expect(await finance.card(one(0), 1)).toMatchObject({ status: 'confirmed', usableFrom: '2024-08-21' });
  const change = { number: sampleCard(2), holderName: one(0).name, bankName: '示例银行' };
  const { id } = await finance.ok<{ id: string }>('POST', '/bank-cards', change, finance.person(one(0)));
  const cashier = finance.actor('county.finance-officer', county);
  // Three days of waiting after a change, as the rulebook of 2023-2024 says.
  expect(await finance.ok('POST', `/bank-cards/${id}/confirm`, {}, cashier)).toMatchObject({
    usableFrom: '2024-08-24',
  });
});

test('standards are adjusted and funds are shown by the rules that go on', async () => {
  const region = finance.actor('region.finance-officer', 150000);
  const rates = sampleTerms.rates?.map((rate) => ({ ...rate }));
  const adjustment = { title: '补贴标准', documentNumber: '内财〔2024〕1号', from: '2024-09-01', rates };
  expect(await finance.call('POST', '/adjustments', adjustment, region)).toMatchObject({ status: 201 });
  expect(await finance.call('GET', '/funds', null, region)).toMatchObject({ status: 200 });
});

test('the month is opened for pay, and told to be late when it is not paid (notice 3.2.1)', async () => {
  await finance.moveTo('2024-09-05T09:00:00+08:00');
  expect(await finance.run(county, '2024-08')).toMatchObject({ status: 'draft' });
  const { id } = await finance.run(county, '2024-08');
  expect(await finance.ok<RunView>('GET', `/subsidy-runs/${id}`, null, officer())).toMatchObject({
    season: '2023-2024',
    since: '2023-07',
    dueOn: '2024-09-15',
  });
  await finance.moveTo('2024-09-16T09:00:00+08:00');
  expect((await finance.facts(PayLate.type)).map(({ data }) => data)).toContainEqual({
    county,
    month: '2024-08',
    dueOn: '2024-09-15',
  });
});

test('once the new season is opened, alarms of the old one stay open until they are covered', async () => {
  const before = (await openGaps('pay')).map(({ from }) => from).sort();
  await finance.service.query(
    `insert into season_copy (season, name, region) values ('2024-2025', '2024-2025年度', 150000)`,
  );
  await finance.service.query(
    `insert into season_rulebook (season, version, valid_from, book)
     select '2024-2025', 'v1', '2024-09-01', jsonb_set(book, '{season}', '"2024-2025"') from season_rulebook limit 1`,
  );
  await finance.moveTo('2024-09-17T09:00:00+08:00');
  expect((await openGaps('pay')).map(({ from }) => from).sort()).toEqual(before);
  expect(await failures('find-coverage-gaps')).toEqual([]);
});

test('where no rules are known at all the night fails and says for whom, and no alarm is closed', async () => {
  const before = await openGaps('commercial');
  await finance.service.query('delete from season_rulebook');
  await finance.moveTo('2024-09-18T09:00:00+08:00');
  expect((await failures('find-coverage-gaps'))[0]?.failure).toBe(
    'no rules are known by which to judge the cover of these people: 2 of 2023-2024',
  );
  expect((await failures('tell-late-pay'))[0]?.failure).toContain('people serve in 2024-08');
  expect((await openGaps('commercial')).map(({ id, state }) => [id, state])).toEqual(
    before.map(({ id, state }) => [id, state]),
  );
  const { id } = await finance.ok<{ id: string }>(
    'POST',
    '/bank-cards',
    { number: sampleCard(3), holderName: one(1).name, bankName: '示例银行' },
    finance.person(one(1)),
  );
  const cashier = finance.actor('county.finance-officer', county);
  expect(await finance.refused('POST', `/bank-cards/${id}/confirm`, {}, cashier)).toBe('season.unknown');
});
