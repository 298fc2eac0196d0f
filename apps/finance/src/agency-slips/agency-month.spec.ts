import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { InsuredMonth, InsuredRow, SlipRow, SlipView } from '@xibu/domain/finance/api';
import type { Page } from '@xibu/platform';
import type { SampleVolunteer } from '../sample-year.js';
import { FinanceTest } from '../testing-finance.js';

const county = 152201;
let finance: FinanceTest;
let people: SampleVolunteer[];
const officer = () => finance.actor('county.officer', county);
const money = () => finance.actor('county.finance-officer', county);
const one = (index: number): SampleVolunteer => people[index] as SampleVolunteer;

beforeAll(async () => {
  finance = await FinanceTest.start('2023-09-01T09:00:00+08:00');
  people = await finance.volunteers(county, 3);
  await finance.terms(people.slice(0, 2));
  await finance.moveTo('2023-09-06T09:00:00+08:00');
  await finance.release(county, '2023-08');
});
afterAll(() => finance.stop());

test('the insured of a month are listed with who joined; the agency gets whole numbers, offices masked ones', async () => {
  const query = `/social-insurance?county=${county}&month=2023-08`;
  const list = await finance.ok<Page<InsuredRow>>('GET', query, null, officer());
  // The third has no declared base and is not paid at all: an exception, not an insured person.
  expect(list.rows).toMatchObject([
    {
      accountId: one(0).accountId,
      scheme: 'pension',
      personalFen: 32_000,
      employerFen: 64_000,
      change: 'joined',
      identityNumber: '1502**********001X',
    },
    { accountId: one(1).accountId, change: 'joined' },
  ]);
  expect(await finance.refused('GET', query.replace('?', '/file?'), null, officer())).toBe('permission.missing');
  const file = await finance.call<string>('GET', `${query.replace('?', '/file?')}&format=csv`, null, money());
  expect(file.body).toContain(one(0).identityNumber);
  expect(await finance.ok<InsuredMonth[]>('GET', '/social-insurance/mine', null, finance.person(one(0)))).toEqual([
    { month: '2023-08', county, schemes: [{ scheme: 'pension', personalFen: 32_000, employerFen: 64_000 }] },
  ]);
});

test('the slip of the agency is compared person by person, and a later slip takes its place', async () => {
  const row = (who: SampleVolunteer, personalFen: number) => ({
    identityNumber: who.identityNumber,
    scheme: 'pension',
    personalFen,
    employerFen: 64_000,
  });
  const stranger = { identityNumber: '150201199001011234', scheme: 'pension', personalFen: 1, employerFen: 1 };
  const slip = await finance.ok<SlipView>(
    'POST',
    '/agency-slips',
    { county, month: '2023-08', rows: [row(one(0), 32_001), stranger] },
    money(),
  );
  expect(slip.results).toEqual({ equal: 0, 'amount-differs': 1, 'missing-at-agency': 1, 'unknown-at-agency': 1 });
  const rows = await finance.ok<Page<SlipRow>>(
    'GET',
    `/agency-slips/${slip.id}/rows?result=unknown-at-agency`,
    null,
    officer(),
  );
  expect(rows.rows).toMatchObject([
    { accountId: null, identityNumber: '1502**********1234', agencyPersonalFen: 1, ourPersonalFen: 0 },
  ]);
  const later = await finance.ok<SlipView>(
    'POST',
    '/agency-slips',
    { county, month: '2023-08', rows: [row(one(0), 32_000), row(one(1), 32_000)] },
    money(),
  );
  expect(later.results).toMatchObject({ equal: 2 });
  const all = await finance.ok<Page<SlipView>>('GET', '/agency-slips', null, officer());
  expect(all.rows.map(({ isCurrent }) => isCurrent).sort()).toEqual([false, true]);
});
