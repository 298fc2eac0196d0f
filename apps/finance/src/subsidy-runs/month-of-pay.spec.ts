import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type {
  PaySlipRow,
  PaySlipView,
  RecomputedRun,
  RunPersonRow,
  RunPreview,
  RunTotal,
  RunView,
} from '@xibu/domain/finance/api';
import { PayLate } from '@xibu/domain/finance/events';
import type { Page } from '@xibu/platform';
import { expectShape, sampleOf } from '@xibu/platform/testing-samples';
import type { SampleVolunteer } from '../sample-year.js';
import { FinanceTest } from '../testing-finance.js';

const [county, other] = [152201, 152221];
let finance: FinanceTest;
let people: SampleVolunteer[];
let id: string;
const path = (step = '') => `/subsidy-runs/${id}${step}`;
const first = (all: readonly SampleVolunteer[]): SampleVolunteer => all[0] as SampleVolunteer;

beforeAll(async () => {
  finance = await FinanceTest.start();
  people = await finance.volunteers(county, 3);
  await finance.volunteers(other, 1);
  await finance.terms(people);
  await finance.cards(people.slice(0, 2));
  await finance.moveTo('2023-08-31T18:00:00+08:00');
});
afterAll(() => finance.stop());

test('on the 5th a draft is open for every county with service in the month before', async () => {
  await finance.moveTo('2023-09-05T01:00:00+08:00');
  const region = finance.actor('region.finance-officer', 150000);
  const page = await finance.ok<Page<{ number: string; status: string }>>('GET', '/subsidy-runs', null, region);
  expect(page.rows.map(({ number, status }) => `${number} ${status}`)).toEqual([
    '152201-2023-08 draft',
    '152221-2023-08 draft',
  ]);
  ({ id } = await finance.run(county, '2023-08'));
  const officer = finance.actor('county.officer', county);
  expect(await finance.refused('POST', '/subsidy-runs', { county, month: '2023-08' }, officer)).toBe(
    'subsidy-run.exists',
  );
  expect(await finance.refused('POST', '/subsidy-runs', { county, month: '2023-09' }, officer)).toBe(
    'subsidy-run.month-not-over',
  );
});

test('people whose unit did not confirm are shown, and keep the run from approval', async () => {
  const officer = finance.actor('county.officer', county);
  const missing = await finance.ok<Page<{ name: string }>>(
    'GET',
    '/attendances/people?month=2023-08&state=missing',
    null,
    officer,
  );
  expect(missing.total).toBe(3);
  await finance.attend('152201-school', '2023-08', [
    { accountId: first(people).accountId, days: ['2023-08-30', '2023-08-31'], reason: '事假超期' },
  ]);
  expect(await finance.ok<RunView>('GET', path(), null, officer)).toMatchObject({
    units: { all: 1, confirmed: 1, missing: [] },
  });
  const unit = finance.actor('unit.officer', '152201-school');
  expect(await finance.refused('POST', '/attendances', { month: '2023-08' }, unit)).toBe('attendance.confirmed');
});

test('a preview says what the run would be, and writes nothing', async () => {
  const officer = finance.actor('county.officer', county);
  const preview = await finance.ok<RunPreview>('POST', path('/preview'), {}, officer);
  // 270,000 fen a month; the first was paid for 29 of 31 days; the third has no card.
  expect(preview).toMatchObject({ people: 3, payable: 2, grossFen: 792_581, personalFen: 96_000, netFen: 696_581 });
  expect(preview.exceptions).toMatchObject([{ accountId: people[2]?.accountId, code: 'no-card' }]);
  expect(await finance.service.query('select from run_person')).toEqual([]);
  expect(await finance.run(county, '2023-08')).toMatchObject({ status: 'draft', netFen: 0 });
});

test('the steps are taken by three people in their order', async () => {
  const [officer, approver] = [finance.actor('county.officer', county), finance.actor('county.approver', county)];
  const money = finance.actor('county.finance-officer', county);
  expect(await finance.refused('POST', path('/calculate'), {}, officer)).toBe('subsidy-run.wrong-step');
  await finance.ok('POST', path('/lock-attendance'), {}, officer);
  const unit = finance.actor('unit.officer', '152201-school');
  const [{ id: attendance }] = (await finance.service.query<{ id: string }>('select id from attendance')) as [
    { id: string },
  ];
  const correction = { unpaid: [], reason: '更正' };
  expect(await finance.refused('POST', `/attendances/${attendance}/correct`, correction, unit)).toBe(
    'attendance.locked',
  );
  const run = await finance.ok<RunView>('POST', path('/calculate'), {}, officer);
  expect(run).toMatchObject({ status: 'calculated', people: 3, payable: 2, exceptions: 1, netFen: 696_581 });
  expect(await finance.refused('POST', path('/release'), {}, money)).toBe('subsidy-run.wrong-step');
  await finance.ok('POST', path('/return'), { reason: '请核对' }, approver);
  await finance.ok('POST', path('/calculate'), {}, officer);
  await finance.ok('POST', path('/approve'), {}, approver);
  const released = await finance.ok<RunView>('POST', path('/release'), {}, money);
  expect(released).toMatchObject({
    status: 'released',
    resultDigest: run.resultDigest,
    payments: [
      { state: 'not-payable', lines: 1, fen: 238_000 },
      { state: 'waiting', lines: 2, fen: 458_581 },
    ],
  });
  expect(await finance.facts('finance.subsidy-run.released.v1')).toMatchObject([
    { key: id, data: { county, month: '2023-08', people: 3, netFen: 696_581 } },
  ]);
});

test('the sums by source are those of the layers', async () => {
  const totals = await finance.ok<RunTotal[]>(
    'GET',
    path('/totals'),
    null,
    finance.actor('league-city.officer', 152200),
  );
  expect(totals.filter(({ component }) => component === 'living').map(({ source, fen }) => [source, fen])).toEqual([
    ['central', 499_032],
    ['county', 205_484],
  ]);
});

test('an auditor computes it again from the stored inputs, and finds a changed result', async () => {
  const auditor = finance.actor('auditor', 150000);
  expect(await finance.ok<RecomputedRun>('POST', path('/recompute'), {}, auditor)).toMatchObject({
    equal: true,
    differs: [],
  });
  await expect(finance.service.query('update run_line set fen = fen + 1 where run_id = $1', [id])).rejects.toThrow(
    'never changes',
  );
  await finance.service.query('update subsidy_run set result_digest = $2 where id = $1', [id, 'x']);
  expect(await finance.ok<RecomputedRun>('POST', path('/recompute'), {}, auditor)).toMatchObject({ equal: false });
  const [{ digest }] = (await finance.service.query<{ digest: string }>(
    `select before ->> 'result_digest' digest from audit_entry where after ->> 'result_digest' = 'x'`,
  )) as [{ digest: string }];
  await finance.service.query('update subsidy_run set result_digest = $2 where id = $1', [id, digest]);
});

test('each person sees their month with the making of every amount, and nobody else’s', async () => {
  const own = finance.person(first(people));
  expect(await finance.ok<PaySlipRow[]>('GET', '/pay-slips/mine', null, own)).toMatchObject([
    { month: '2023-08', grossFen: 252_581, netFen: 220_581, payable: true, paymentState: 'waiting' },
  ]);
  const slip = await finance.ok<PaySlipView>('GET', '/pay-slips/mine/2023-08', null, own);
  expect(slip.components).toMatchObject([
    { component: 'hardship', fen: 28_065, segments: [{ monthlyFen: 30_000, days: 29 }] },
    { component: 'living', fen: 224_516 },
  ]);
  expect(slip.insurance?.schemes).toMatchObject([{ scheme: 'pension', baseFen: 400_000, personalFen: 32_000 }]);
  expect(await finance.refused('GET', '/pay-slips/mine/2023-08', null, finance.person({ accountId: 'stranger' }))).toBe(
    'record.unknown',
  );
  const pdf = await finance.call<string>('GET', '/pay-slips/mine/2023-08/slip.pdf', null, own);
  expect(pdf.status).toBe(200);
  expect(pdf.body.slice(0, 5)).toBe('%PDF-');
});

test('a late change becomes a difference of the next month, with its cause, and nothing posted is touched', async () => {
  const [late] = people;
  const span = { county, unit: '152201-school', projectKind: 'national' as const, paid: true };
  // It turns out that the second left on 20 August.
  await finance.days(people[1] as SampleVolunteer, [{ ...span, from: '2023-08-01', to: '2023-08-21' }]);
  await finance.moveTo('2023-10-05T09:00:00+08:00');
  const released = await finance.release(county, '2023-09');
  const rows = await finance.ok<Page<RunPersonRow>>(
    'GET',
    `/subsidy-runs/${released.id}/people`,
    null,
    finance.actor('county.officer', county),
  );
  expect(
    rows.rows.map(({ accountId, grossFen, netFen, carryOutFen }) => [accountId, grossFen, netFen, carryOutFen]),
  ).toEqual([
    [late?.accountId, 270_000, 238_000, 0],
    [people[1]?.accountId, -95_806, 0, 95_806],
    [people[2]?.accountId, 270_000, 238_000, 0],
  ]);
  const slip = await finance.ok<PaySlipView>(
    'GET',
    '/pay-slips/mine/2023-09',
    null,
    finance.person(people[1] as SampleVolunteer),
  );
  expect(new Set(slip.differences.flatMap(({ causes }) => causes))).toEqual(new Set(['service']));
  const change = await finance.ok<PaySlipView>('GET', '/pay-slips/mine/2023-09', null, finance.person(first(people)));
  expect(change.change).toMatchObject([
    { component: 'hardship', beforeFen: 28_065, afterFen: 30_000, reasons: ['days'] },
    { component: 'living', beforeFen: 224_516, afterFen: 240_000, reasons: ['days'] },
  ]);
});

test('somebody who moves belongs to the county of the last day, and is paid once for every day', async () => {
  const mover = people[2] as SampleVolunteer;
  const span = { projectKind: 'national' as const, paid: true };
  await finance.days(mover, [
    { ...span, county, unit: '152201-school', from: '2023-08-01', to: '2023-10-11' },
    { ...span, county: other, unit: '152221-school', from: '2023-10-11', to: null },
  ]);
  await finance.moveTo('2023-11-05T09:00:00+08:00');
  const [home, away] = [await finance.run(county, '2023-10'), await finance.run(other, '2023-10')];
  const step = (run: { id: string }, name: string, at: number) =>
    finance.ok<RunView>('POST', `/subsidy-runs/${run.id}/${name}`, {}, finance.actor('county.officer', at));
  await finance.release(other, '2023-08');
  await finance.release(other, '2023-09');
  for (const [run, at] of [
    [home, county],
    [away, other],
  ] as const) {
    await step(run, 'lock-attendance', at);
    await step(run, 'calculate', at);
  }
  const lines = await finance.service.query<{ county: number; fen: number }>(
    `select county, sum(fen)::int fen from run_line where run_id = $1 and account_id = $2 and component = 'living' group by 1 order by 1`,
    [away.id, mover.accountId],
  );
  expect(lines).toEqual([
    { county, fen: 77_419 },
    { county: other, fen: 162_581 },
  ]);
  expect(
    await finance.service.query('select from run_line where run_id = $1 and account_id = $2', [
      home.id,
      mover.accountId,
    ]),
  ).toEqual([]);
});

test('a run is not released when another one has paid one of its people since it was calculated', async () => {
  const mover = people[2] as SampleVolunteer;
  const span = { projectKind: 'national' as const, paid: true };
  const away = await finance.run(other, '2023-10');
  // Told late: the mover had stayed. Both counties have the same person then.
  await finance.days(mover, [{ ...span, county, unit: '152201-school', from: '2023-08-01', to: null }]);
  const home = await finance.run(county, '2023-10');
  const as = (role: Parameters<FinanceTest['actor']>[0], at: number) => finance.actor(role, at);
  await finance.ok('POST', `/subsidy-runs/${home.id}/calculate`, {}, as('county.officer', county));
  for (const [run, at] of [
    [home, county],
    [away, other],
  ] as const) {
    await finance.ok('POST', `/subsidy-runs/${run.id}/approve`, { overrideReason: '测试' }, as('county.approver', at));
  }
  await finance.ok('POST', `/subsidy-runs/${home.id}/release`, {}, as('county.finance-officer', county));
  const release = () =>
    finance.refused('POST', `/subsidy-runs/${away.id}/release`, {}, as('county.finance-officer', other));
  expect(await release()).toBe('subsidy-run.overtaken');
  await finance.ok('POST', `/subsidy-runs/${away.id}/return`, { reason: '重新计算' }, as('county.approver', other));
  await finance.ok('POST', `/subsidy-runs/${away.id}/calculate`, {}, as('county.officer', other));
  expect(
    await finance.service.query('select from run_line where run_id = $1 and account_id = $2', [
      away.id,
      mover.accountId,
    ]),
  ).toEqual([]);
});

test('an earlier month of the county has to be released first', async () => {
  await finance.moveTo('2023-12-05T09:00:00+08:00');
  const next = await finance.run(other, '2023-11');
  await finance.ok('POST', `/subsidy-runs/${next.id}/lock-attendance`, {}, finance.actor('county.officer', other));
  expect(
    await finance.refused('POST', `/subsidy-runs/${next.id}/calculate`, {}, finance.actor('county.officer', other)),
  ).toBe('subsidy-run.earlier-open');
});

test('the day after pay was due, each county that has not paid is told of once', async () => {
  const late = await finance.facts('finance.subsidy-run.late.v1');
  expect(late.map(({ key, data }) => `${key} ${String(data['month'])} ${String(data['dueOn'])}`)).toEqual([
    '152201 2023-08 2023-09-15',
    '152221 2023-08 2023-09-15',
    '152201 2023-09 2023-10-15',
    '152221 2023-09 2023-10-15',
    '152201 2023-10 2023-11-15',
    '152221 2023-10 2023-11-15',
  ]);
  expectShape(sampleOf(PayLate), late[0]?.data);
});
