import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AdjustmentView, InsuredRow, SlipRow, SlipView } from '@xibu/domain/finance/api';
import type { Page } from '@xibu/platform';
import { receivedOf } from '@xibu/platform/testing-season';
import { type SampleVolunteer, sampleVolunteer } from '../sample-year.js';
import { tellOf } from '../tell-of-volunteers.js';
import { FinanceTest } from '../testing-finance.js';

/** August and September of one county: one person stays, one leaves, one moves to the next county, one comes. */
const [county, next] = [152201, 152221];
let finance: FinanceTest;
let people: SampleVolunteer[];
const [stays, leaves, moves] = [0, 1, 2];
const one = (index: number): SampleVolunteer => people[index] as SampleVolunteer;
const comes = sampleVolunteer(county, 4, { from: '2023-08-20' });
const cashier = (at = county) => finance.actor('county.finance-officer', at);

beforeAll(async () => {
  finance = await FinanceTest.start('2023-09-01T09:00:00+08:00');
  people = await finance.volunteers(county, 3);
  await finance.react((tx) => tellOf(tx, comes, finance.sealing, receivedOf));
  await finance.terms([...people, comes]);
  await finance.moveTo('2023-09-05T09:00:00+08:00');
  await finance.release(county, '2023-08');
  const span = { projectKind: 'national' as const, paid: true };
  await finance.days(one(leaves), [{ ...span, from: '2023-08-01', to: '2023-09-10', county, unit: one(leaves).unit }]);
  await finance.days(one(moves), [
    { ...span, from: '2023-08-01', to: '2023-09-05', county, unit: one(moves).unit },
    { ...span, from: '2023-09-05', to: null, county: next, unit: `${next}-school` },
  ]);
  await finance.moveTo('2023-10-05T09:00:00+08:00');
});
afterAll(() => finance.stop());

async function insured(at: number, month: string): Promise<string[]> {
  const query = `/social-insurance?county=${at}&month=${month}&sort=number`;
  const { rows } = await finance.ok<Page<InsuredRow>>('GET', query, null, cashier(at));
  return rows.map(({ name, personalFen, employerFen, change }) => `${name} ${personalFen} ${employerFen} ${change}`);
}

async function slip(month: string, amounts: readonly (readonly [SampleVolunteer, number, number])[]) {
  const rows = amounts.map(([{ identityNumber }, personalFen, employerFen]) => {
    return { identityNumber, scheme: 'pension', personalFen, employerFen };
  });
  return finance.ok<SlipView>('POST', '/agency-slips', { county, month, rows }, cashier());
}

test('a base that is declared late becomes a difference of its month in the next run (subsidy-run.md §3)', async () => {
  const region = finance.actor('region.finance-officer', 150000);
  const bases = [{ accountId: one(stays).accountId, fen: 500_000 }];
  const request = { title: '缴费基数更正', documentNumber: '内人社〔2023〕2号', from: '2023-08-01', bases };
  const { id } = await finance.ok<AdjustmentView>('POST', '/adjustments', request, region);
  await finance.ok('POST', `/adjustments/${id}/dry-run`, {}, region);
  await finance.ok('POST', `/adjustments/${id}/approve`, {}, finance.actor('region.approver', 150000));
  await finance.release(county, '2023-09');
  await finance.release(next, '2023-09');
  const rows = await finance.service.query(
    `select l.month, l.component, l.fen::int from run_line l join subsidy_run r on r.id = l.run_id
     where r.number = '152201-2023-09' and l.account_id = $1 and l.component like 'si-%' order by 1, 2`,
    [one(stays).accountId],
  );
  expect(rows).toEqual([
    { month: '2023-08', component: 'si-employer:pension', fen: 16_000 },
    { month: '2023-08', component: 'si-personal:pension', fen: 8_000 },
    { month: '2023-09', component: 'si-employer:pension', fen: 80_000 },
    { month: '2023-09', component: 'si-personal:pension', fen: 40_000 },
  ]);
});

test('who is filed for a month: who stays, who came, and who left or moved before the day of insurance', async () => {
  expect(await insured(county, '2023-08')).toEqual([
    `${one(stays).name} 40000 80000 joined`,
    `${one(leaves).name} 32000 64000 joined`,
    `${one(moves).name} 32000 64000 joined`,
  ]);
  expect(await insured(county, '2023-09')).toEqual([
    `${one(stays).name} 40000 80000 stays`,
    `${one(leaves).name} 0 0 left`,
    `${one(moves).name} 0 0 left`,
    `${comes.name} 32000 64000 joined`,
  ]);
  expect(await insured(next, '2023-09')).toEqual([`${one(moves).name} 32000 64000 joined`]);
});

test('the file for the agency names whoever has moved on by their whole number, for it is the county that takes them off', async () => {
  const query = `/social-insurance/file?county=${county}&month=2023-09&format=csv`;
  const { body } = await finance.call<string>('GET', query, null, cashier());
  const rows = body.trim().split('\n');
  expect(rows).toHaveLength(5);
  for (const [who, change] of [
    [one(stays), '续保'],
    [one(leaves), '停保'],
    [one(moves), '停保'],
    [comes, '新增'],
  ] as const) {
    const row = rows.find((text) => text.includes(who.identityNumber));
    expect(row).toContain(who.name);
    expect(row).toContain(change);
  }
  const foreign = await finance.call<string>('GET', query, null, cashier(next));
  expect(foreign.body).not.toContain(one(stays).identityNumber);
});

test('the slip of a month is compared with all that was posted for it, later differences included (bank-files.md §4)', async () => {
  const { id, results } = await slip('2023-08', [
    [one(stays), 32_000, 64_000],
    [one(leaves), 32_000, 64_000],
  ]);
  expect(results).toEqual({ equal: 1, 'amount-differs': 1, 'missing-at-agency': 1, 'unknown-at-agency': 0 });
  const rowsOf = async (slipId: string, result: string) =>
    (await finance.ok<Page<SlipRow>>('GET', `/agency-slips/${slipId}/rows?result=${result}`, null, cashier())).rows;
  expect(await rowsOf(id, 'amount-differs')).toMatchObject([
    { accountId: one(stays).accountId, ourPersonalFen: 40_000, agencyPersonalFen: 32_000, ourEmployerFen: 80_000 },
  ]);
  // The county knows whom the agency has missed, though they serve elsewhere by now.
  expect(await rowsOf(id, 'missing-at-agency')).toMatchObject([
    {
      accountId: one(moves).accountId,
      name: one(moves).name,
      identityNumber: '1502**********001X',
      agencyPersonalFen: 0,
    },
  ]);
  const corrected = await slip('2023-08', [
    [one(stays), 40_000, 80_000],
    [one(leaves), 32_000, 64_000],
    [one(moves), 32_000, 64_000],
  ]);
  expect(corrected.results).toMatchObject({ equal: 3, 'amount-differs': 0, 'missing-at-agency': 0 });
});

test('whom the agency still holds after they moved is unknown here, by name (bank-files.md §4)', async () => {
  const { id, results } = await slip('2023-09', [
    [one(stays), 40_000, 80_000],
    [one(moves), 32_000, 64_000],
    [comes, 32_000, 64_000],
  ]);
  expect(results).toEqual({ equal: 2, 'amount-differs': 0, 'missing-at-agency': 0, 'unknown-at-agency': 1 });
  const query = `/agency-slips/${id}/rows?result=unknown-at-agency`;
  const { rows } = await finance.ok<Page<SlipRow>>('GET', query, null, cashier());
  expect(rows).toMatchObject([{ accountId: one(moves).accountId, name: one(moves).name, ourPersonalFen: 0 }]);
});

test('a person finds their own months, with the county that insured them', async () => {
  const own = finance.person(one(moves));
  expect(await finance.ok('GET', '/social-insurance/mine', null, own)).toEqual([
    { month: '2023-08', county, schemes: [{ scheme: 'pension', personalFen: 32_000, employerFen: 64_000 }] },
    { month: '2023-09', county: next, schemes: [{ scheme: 'pension', personalFen: 32_000, employerFen: 64_000 }] },
  ]);
});
