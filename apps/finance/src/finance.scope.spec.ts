import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, may, type Role, roles } from '@xibu/domain';
import type { RowOutcome } from '@xibu/domain/finance/api';
import type { Page } from '@xibu/platform';
import { actorOf } from '@xibu/platform/testing';
import { samplePolicy, sampleVolunteer } from './sample-year.js';
import type { FinanceTest } from './testing-finance.js';
import { financeRoutes, routeId } from './testing-routes.js';
import { abroad, home, threeCounties } from './testing-three-counties.js';

let finance: FinanceTest;
beforeAll(async () => {
  finance = await threeCounties();
});
afterAll(() => finance.stop());

const someone = sampleVolunteer(home, 1);

/** Somebody of this role who has nothing to do with the county of `home`: from another league-city, another region. */
function stranger(role: Role): Actor {
  if (role === 'person') return actorOf(role, { account: 'nobody' });
  if (role === 'unit.officer') return actorOf(role, { unit: `${abroad}-school` });
  const tier = role.split('.')[0] ?? '';
  const place: Record<string, number> = { county: abroad, 'league-city': 150400 };
  return actorOf(role, { division: place[tier] ?? 640000 });
}

/** Where the records behind a route are kept, by the beginning of its path. */
const kept: Readonly<Record<string, string>> = {
  '/adjustments': 'select id from adjustment where division = $1',
  '/fund-arrivals': 'select id from fund_arrival where division = $1',
  '/ledger/postings': 'select id from ledger_posting where division = $1',
  '/bank-cards': 'select id from bank_card where division = $1',
  '/attendances': 'select id from attendance where division = $1',
  '/payment-holds': 'select id from payment_hold where division = $1',
  '/subsidy-runs': 'select id from subsidy_run where division = $1',
  '/batches': 'select id from batch where division = $1',
  '/month-closes': 'select id from month_close where division = $1',
  '/insurance-policies': 'select id from insurance_policy where division = 150000 and $1 > 0',
  '/insurance-claims': 'select id from insurance_claim where division = $1',
  '/agency-slips': 'select id from agency_slip where division = $1',
  '/coverage/gaps': 'select id from coverage_gap where division = $1',
  '/payments': 'select reference id from payment_line where division = $1',
};

async function filled(path: string): Promise<string> {
  const sql = Object.entries(kept).find(([prefix]) => path.startsWith(prefix))?.[1];
  const [row] = sql ? await finance.service.query<{ id: string }>(`${sql} order by 1 limit 1`, [home]) : [];
  return path
    .replace(routeId, row?.id ?? '')
    .replace(/P0{18}1/, row?.id ?? '')
    .replace(/people\/a1$/, `people/${someone.accountId}`);
}

const reason = { reason: '测试' };
const bodies: Readonly<Record<string, object>> = {
  ...{ reject: reason, reverse: reason, refuse: reason, lift: reason, return: reason, discard: reason, settle: reason },
  ...{
    'unlock-attendance': reason,
    retry: reason,
    correct: { ...reason, unpaid: [] },
    documents: { documents: ['x'] },
  },
  ...{ decide: { decision: 'accepted', ...reason }, pay: { paidFen: 1, paidOn: '2023-09-01' } },
  returns: { name: 'r', content: Buffer.from('x').toString('base64') },
};

const ofOneRecord = financeRoutes.filter(([, path]) => path.includes(routeId) || /\/a1$|\/P0{18}1/.test(path));

test('the record behind every such route is there, for those whose it is', async () => {
  for (const [, path] of ofOneRecord) expect(await filled(path)).not.toMatch(/\/(\/|$)/);
});

describe.each(ofOneRecord)('%s %s', (method, path, permission) => {
  test('does not exist for an office, a unit or a person whose it is not, whatever their role may', async () => {
    const [target, body] = [await filled(path), bodies[path.split('/').at(-1) ?? ''] ?? {}];
    const allowed = roles.filter((role) => may({ roles: [role] }, permission));
    expect(allowed.length).toBeGreaterThan(0);
    for (const role of allowed) {
      const code = await finance.refused(method, target, body, stranger(role));
      expect({ role, target, code }).toEqual({ role, target, code: 'record.unknown' });
    }
  });
});

const policy = { ...samplePolicy, number: 'PICC-OTHER' };
const fund = { project: 'national', source: 'central', budgetYear: 2023, purpose: 'subsidy', fen: 5 } as const;
const arrival = { ...fund, county: home, arrivedOn: '2023-09-01', documentNumber: '2' };
const spending = { ...fund, county: home, account: 'commercial-insurance', spentOn: '2023-09-01', documentNumber: '3' };
const rates = [{ component: 'living', project: '*', place: home, fen: 1, proration: 'calendar' }];
const standard = { title: '标准', documentNumber: '9', from: '2024-01-01', rates };
const claim = {
  accountId: someone.accountId,
  kind: 'hospital',
  happenedOn: '2023-09-10',
  words: '住院',
  claimedFen: 1,
};
const slipRow = { identityNumber: someone.identityNumber, scheme: 'pension', personalFen: 1, employerFen: 1 };

test.each<[string, object, Role, string]>([
  ['/subsidy-runs', { county: home, month: '2023-07' }, 'county.officer', 'finance.foreign-place'],
  [
    '/batches',
    { county: home, month: '2023-08', profile: 'neutral' },
    'county.finance-officer',
    'finance.foreign-place',
  ],
  ['/month-closes', { county: home, month: '2023-08' }, 'county.finance-officer', 'finance.foreign-place'],
  ['/fund-arrivals', arrival, 'county.finance-officer', 'finance.foreign-place'],
  ['/fund-spendings', { ...spending, words: 'x' }, 'county.finance-officer', 'finance.foreign-place'],
  [
    '/agency-slips',
    { county: home, month: '2023-08', rows: [slipRow] },
    'county.finance-officer',
    'finance.foreign-place',
  ],
  ['/adjustments', standard, 'county.finance-officer', 'finance.foreign-place'],
  ['/adjustments', standard, 'region.finance-officer', 'finance.foreign-place'],
  ['/insurance-policies', policy, 'region.officer', 'finance.foreign-place'],
  ['/payment-holds', { accountId: someone.accountId, ...reason }, 'county.officer', 'record.unknown'],
  ['/payment-holds', { accountId: someone.accountId, ...reason }, 'unit.officer', 'record.unknown'],
])('nothing is made at %s for a place that is not one’s own', async (path, body, role, code) => {
  expect(await finance.refused('POST', path, body, stranger(role))).toBe(code);
});

test.each(['county.officer', 'person'] as const)('a claim of somebody else is not reported by a %s', async (role) => {
  await finance.service.query(
    `update insurance_policy set status = 'approved', approved = '{}' where status = 'prepared'`,
  );
  await finance.service.query(
    `insert into commercial_cover select gen_random_uuid(), $1, '2023-2024', $2, null, null, id, '2023-08-01', '2024-08-10', 'insured', 1
     from insurance_policy on conflict do nothing`,
    [someone.accountId, home],
  );
  expect(['claim.not-covered', 'record.unknown']).toContain(
    await finance.refused('POST', '/insurance-claims', claim, stranger(role)),
  );
  expect(
    await finance.service.query('select from insurance_claim where account_id = $1 and claimed_fen = 1 and kind = $2', [
      ...[someone.accountId, 'hospital'],
    ]),
  ).toHaveLength(1);
});

test.each<[string, string, object, Role]>([
  ['/bank-cards/bulk-confirm', 'bank_card', {}, 'county.finance-officer'],
  ['/exceptions/bulk-settle', 'pay_exception', reason, 'county.officer'],
  ['/exceptions/bulk-confirm', 'pay_exception', {}, 'county.approver'],
])('%s answers for each record of another county as if it were not there', async (path, table, more, role) => {
  const rows = await finance.service.query<{ id: string }>(`select id from ${table} where division = $1`, [home]);
  const ids = rows.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(0);
  const outcomes = await finance.ok<RowOutcome[]>('POST', path, { ids, ...more }, stranger(role));
  expect(outcomes).toEqual(ids.map((id) => ({ id, done: false, code: 'record.unknown' })));
});

test('arrivals in bulk stand or fall by their own county', async () => {
  const rows = [{ ...arrival, county: abroad, documentNumber: '4' }, arrival];
  const outcomes = await finance.ok<RowOutcome[]>(
    'POST',
    '/fund-arrivals/bulk',
    { rows },
    finance.actor('county.finance-officer', abroad),
  );
  expect(outcomes).toMatchObject([{ done: true }, { done: false, code: 'finance.foreign-place' }]);
});

/** Every list that can be had whole as a spreadsheet. */
const exported = [
  ...[
    '/subsidy-runs',
    '/exceptions',
    '/payments',
    '/ledger/balances',
    '/ledger/postings',
    '/coverage',
    '/coverage/gaps',
  ],
  '/insurance-covers',
];
test.each(exported)('the spreadsheet of %s holds the rows of the list and no other', async (path) => {
  const actor = finance.actor('county.finance-officer', home);
  const { total } = await finance.ok<Page<object>>('GET', `${path}?limit=1`, null, actor);
  const sheet = await finance.call<string>('GET', `${path}?format=csv`, null, actor);
  expect(sheet.status).toBe(200);
  expect(sheet.body.trim().split('\n')).toHaveLength(total + 1);
  expect(sheet.body).not.toContain(String(abroad));
});

test('the file for the agency holds nobody of another county', async () => {
  const file = (county: number, actor: Actor) =>
    finance.call<string>('GET', `/social-insurance/file?county=${county}&month=2023-08&format=csv`, null, actor);
  const own = await file(home, finance.actor('county.finance-officer', home));
  expect(own.body).toContain(someone.identityNumber);
  const foreign = await file(home, stranger('county.finance-officer'));
  expect(foreign.status === 200 ? foreign.body : '').not.toContain(someone.identityNumber);
});

test.each([
  '/subsidy-runs',
  '/exceptions',
  '/payments',
  '/batches',
  '/bank-cards',
  '/insurance-covers',
  '/insurance-claims',
  '/coverage/gaps',
])('the counts beside %s are those of its own rows', async (path) => {
  const actor = finance.actor('county.finance-officer', home);
  const page = await finance.ok<Page<object>>('GET', path, null, actor);
  for (const counted of Object.values(page.facets)) {
    expect(Object.values(counted).reduce((sum, count) => sum + Number(count), 0)).toBe(page.total);
  }
});

test('what a person asks of their own is theirs alone, by month and as paper', async () => {
  const [own, other] = [finance.person(someone), finance.person(sampleVolunteer(abroad, 1))];
  expect(await finance.ok('GET', '/pay-slips/mine/2023-08', null, own)).toMatchObject({ county: home });
  expect(await finance.ok('GET', '/pay-slips/mine/2023-08', null, other)).toMatchObject({ county: abroad });
  for (const path of ['/pay-slips/mine/2023-08', '/pay-slips/mine/2023-08/slip.pdf']) {
    expect(await finance.refused('GET', path, null, stranger('person'))).toBe('record.unknown');
  }
  expect(await finance.ok('GET', '/insurance-covers/mine', null, stranger('person'))).toMatchObject({ total: 0 });
});
