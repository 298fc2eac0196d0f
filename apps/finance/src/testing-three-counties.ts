import { samplePolicy } from './sample-year.js';
import { FinanceTest } from './testing-finance.js';

/** Two counties of one league-city, and one of another. */
export const [home, neighbour, abroad] = [152201, 152221, 150402];

/** A service in which each of the three counties has some of everything: two people, of whom one is paid. */
export async function threeCounties(): Promise<FinanceTest> {
  const finance = await FinanceTest.start('2023-09-01T09:00:00+08:00');
  const everybody = [];
  for (const county of [home, neighbour, abroad]) everybody.push(...(await finance.volunteers(county, 2)));
  const paid = everybody.filter(({ number }) => number.endsWith('1'));
  await finance.terms(paid);
  const region = finance.actor('region.finance-officer', 150000);
  const policy = { ...samplePolicy, from: '2022-12-01' };
  await finance.ok('POST', '/insurance-policies', policy, region);
  await finance.cards(paid);
  await finance.moveTo('2023-09-18T09:00:00+08:00');
  for (const who of paid) {
    const { county, accountId, identityNumber } = who;
    const [officer, money] = [finance.actor('county.officer', county), finance.actor('county.finance-officer', county)];
    await finance.attend(`${county}-school`, '2023-08');
    await finance.release(county, '2023-08');
    await finance.send(county, '2023-08');
    await finance.ok('POST', '/payment-holds', { accountId, reason: '核实' }, officer);
    const rows = [{ identityNumber, scheme: 'pension', personalFen: 1, employerFen: 1 }];
    await finance.ok('POST', '/agency-slips', { county, month: '2023-08', rows }, money);
    const rates = [{ component: 'living', project: '*', place: county, fen: 1, proration: 'calendar' }];
    await finance.ok('POST', '/adjustments', { title: '标准', documentNumber: '1', from: '2024-01-01', rates }, money);
    const arrival = {
      project: 'national',
      source: 'central',
      budgetYear: 2023,
      purpose: 'subsidy',
      fen: 5,
      arrivedOn: '2023-09-01',
      documentNumber: '1',
    };
    await finance.ok('POST', '/fund-arrivals', { county, ...arrival }, money);
  }
  await finance.service.query(
    `insert into insurance_claim select gen_random_uuid(), account_id, division, gen_random_uuid(), 'hospital', '2023-09-01', 's', '[]',
       'reported', 1, null, null, null, '[]', 1 from person`,
  );
  await finance.service.query(
    `insert into month_close select gen_random_uuid(), division, month, 'proposed', '{"account":"x"}', null, '[]', 1 from subsidy_run`,
  );
  return finance;
}
