import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { may, type Role, roles } from '@xibu/domain';
import type { RunRow } from '@xibu/domain/finance/api';
import type { Page } from '@xibu/platform';
import { actorOf } from '@xibu/platform/testing';
import { sampleVolunteer } from './sample-year.js';
import type { FinanceTest } from './testing-finance.js';
import { routeId as id, financeRoutes as routes } from './testing-routes.js';
import { abroad, home, neighbour, threeCounties } from './testing-three-counties.js';

let finance: FinanceTest;

beforeAll(async () => {
  finance = await threeCounties();
});
afterAll(() => finance.stop());

describe.each(routes)('%s %s', (method, path, permission) => {
  test('asks who is there, and refuses every role that may not', async () => {
    const missing = await finance.service.call(null, method, `/api/finance${path}`);
    expect(missing).toMatchObject({ status: 401, body: { code: 'session.missing' } });
    for (const role of roles.filter((each) => !may({ roles: [each] }, permission))) {
      const answer = await finance.call(method, path, {}, actorOf(role, { division: 0 }));
      expect({ role, answer }).toMatchObject({ role, answer: { status: 403, body: { code: 'permission.missing' } } });
    }
  });
  test('lets every role in that may', async () => {
    for (const role of roles.filter((each) => may({ roles: [each] }, permission))) {
      const answer = await finance.call(
        method,
        path,
        {},
        actorOf(role, { account: 'nobody', division: 999999, unit: role === 'unit.officer' ? 'none' : '' }),
      );
      expect({ role, status: answer.status, isIn: ![401, 403, 500].includes(answer.status) }).toMatchObject({
        role,
        isIn: true,
      });
    }
  });
});

test('every route of the service stands in the list above', async () => {
  const { body } = await finance.service.call<{ paths: Record<string, object> }>(
    null,
    'GET',
    '/api/finance/openapi.json',
  );
  const described = Object.entries(body.paths)
    .filter(([path]) => !/\/(operations|audit|health|metrics)/.test(path))
    .flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/api/finance', '')}`),
    );
  const pattern = (path: string) =>
    path
      .split('?')[0]
      ?.replace(id, '{}')
      .replace(/P\d{19}/, '{}')
      .replace(/\/2023-08/, '/{}')
      .replace(/people\/a1$/, 'people/{}');
  const listed = routes.map(([method, path]) => `${method} ${pattern(path)}`);
  expect(described.map((route) => route.replace(/\{\w+\}/g, '{}')).sort()).toEqual([...listed].sort());
});

/** Lists with the field that names the county of a row. */
const lists: readonly (readonly [path: string, field: string, isCountyOnly?: boolean])[] = [
  ['/adjustments?', 'division'],
  ['/funds?', 'county'],
  ['/fund-arrivals?', 'county'],
  ['/ledger/balances?', 'county'],
  ['/ledger/postings?', 'county'],
  ['/bank-cards?', 'division', true],
  ['/attendances?month=2023-08&', 'county'],
  ['/attendances/people?month=2023-08&', 'county'],
  ['/payment-holds?', 'county'],
  ['/subsidy-runs?', 'county'],
  ['/exceptions?', 'county'],
  ['/payments?', 'county'],
  ['/batches?', 'county', true],
  ['/insurance-covers?', 'county'],
  ['/insurance-claims?', 'county'],
  ['/social-insurance?month=2023-08&', 'county'],
  ['/agency-slips?', 'county'],
  ['/coverage?', 'county'],
  ['/coverage/gaps?', 'county'],
];

async function counties(
  path: string,
  field: string,
  role: Role,
  division: number,
): Promise<{ seen: number[]; total: number }> {
  const page = await finance.ok<Page<Record<string, number>>>(
    'GET',
    `${path}limit=200`,
    null,
    finance.actor(role, division),
  );
  const seen = page.rows.map((row) => row[field] ?? 0).filter((code) => code !== 150000);
  return { seen: [...new Set(seen)].sort((left, right) => left - right), total: page.total };
}

describe.each(lists)('%s', (path, field, isCountyOnly = false) => {
  test('shows an office its own counties: rows, total and facets alike', async () => {
    const county = (at: number) => counties(path, field, 'county.finance-officer', at);
    expect((await county(home)).seen).toEqual([home]);
    expect((await county(abroad)).seen).toEqual([abroad]);
    if (isCountyOnly) return;
    // Claims are a matter of county and region; holds and attendance of the league-city as well.
    if (path !== '/insurance-claims?') {
      expect((await counties(path, field, 'league-city.officer', 152200)).seen).toEqual([home, neighbour]);
    }
    const region = await counties(path, field, 'region.finance-officer', 150000);
    expect(region.seen).toEqual([abroad, home, neighbour]);
    const [one, two, three] = [await county(home), await county(neighbour), await county(abroad)];
    const shared = path === '/adjustments?' ? 1 : 0;
    expect(one.total + two.total + three.total).toBe(region.total - shared);
  });
});

test.each(['/subsidy-runs', '/exceptions', '/payments', '/ledger/balances', '/coverage/gaps', '/insurance-covers'])(
  'the spreadsheet of %s holds no more than the list',
  async (path) => {
    const own = await finance.call<string>(
      'GET',
      `${path}?format=csv`,
      null,
      finance.actor('county.finance-officer', home),
    );
    expect(own.status).toBe(200);
    expect(own.body).toContain(String(home));
    expect(own.body).not.toContain(String(abroad));
    expect(own.body).not.toContain(sampleVolunteer(abroad, 1).number);
  },
);

test('what lies outside the scope does not exist, one by one', async () => {
  const stranger = (role: Role) => finance.actor(role, abroad);
  const run = await finance.run(home, '2023-08');
  for (const path of ['', '/totals', '/people', `/people/${sampleVolunteer(home, 1).accountId}`]) {
    expect(await finance.refused('GET', `/subsidy-runs/${run.id}${path}`, null, stranger('county.officer'))).toBe(
      'record.unknown',
    );
  }
  for (const [step, role] of [
    ['preview', 'county.officer'],
    ['recompute', 'auditor'],
    ['calculate', 'county.officer'],
    ['approve', 'county.approver'],
    ['release', 'county.finance-officer'],
  ] as const) {
    expect(await finance.refused('POST', `/subsidy-runs/${run.id}/${step}`, {}, stranger(role))).toBe('record.unknown');
  }
  const rowOf = async (path: string): Promise<string> =>
    (await finance.ok<Page<{ id: string }>>('GET', path, null, finance.actor('county.finance-officer', home))).rows[0]
      ?.id ?? '';
  const money = stranger('county.finance-officer');
  const [batch, card, slip] = [await rowOf('/batches'), await rowOf('/bank-cards'), await rowOf('/agency-slips')];
  const [posting, adjustment, arrival] = [
    await rowOf('/ledger/postings'),
    await rowOf('/adjustments'),
    await rowOf('/fund-arrivals'),
  ];
  for (const path of [
    `/batches/${batch}`,
    `/batches/${batch}/file`,
    `/agency-slips/${slip}/rows`,
    `/ledger/postings/${posting}`,
    `/adjustments/${adjustment}`,
  ]) {
    expect({ path, code: await finance.refused('GET', path, null, money) }).toEqual({ path, code: 'record.unknown' });
  }
  const content = Buffer.from('x').toString('base64');
  for (const [path, body] of [
    [`/batches/${batch}/release`, {}],
    [`/batches/${batch}/export`, {}],
    [`/batches/${batch}/returns`, { name: 'r', content }],
    [`/bank-cards/${card}/confirm`, {}],
    [`/fund-arrivals/${arrival}/reverse`, { reason: '误' }],
    [`/payments/P2023081522010000001/retry`, { reason: '再试' }],
  ] as const) {
    expect({ path, code: await finance.refused('POST', path, body, money) }).toEqual({ path, code: 'record.unknown' });
  }
  const foreign = { county: home, month: '2023-08' };
  expect(await finance.refused('POST', '/batches', { ...foreign, profile: 'neutral' }, money)).toBe(
    'finance.foreign-place',
  );
  expect(await finance.refused('POST', '/month-closes', foreign, money)).toBe('finance.foreign-place');
  expect(await finance.refused('POST', '/subsidy-runs', foreign, stranger('county.officer'))).toBe(
    'finance.foreign-place',
  );
  const board = await finance.ok<{ offices: { county: number }[] }>(
    'GET',
    '/months/2023-08/reconciliation',
    null,
    money,
  );
  expect(board.offices.map(({ county }) => county)).toEqual([abroad]);
});

test('a unit sees its own volunteers and no money', async () => {
  const unit = finance.actor('unit.officer', `${home}-school`);
  const people = await finance.ok<Page<{ unit: string }>>('GET', '/attendances/people?month=2023-08', null, unit);
  expect(people.rows.map((row) => row.unit)).toEqual([`${home}-school`, `${home}-school`]);
  expect(await finance.refused('GET', '/subsidy-runs', null, unit)).toBe('permission.missing');
  expect(
    await finance.refused(
      'POST',
      '/payment-holds',
      { accountId: sampleVolunteer(abroad, 1).accountId, reason: '核实' },
      unit,
    ),
  ).toBe('record.unknown');
});

test('a person sees their own and nothing of others', async () => {
  const own = finance.person(sampleVolunteer(home, 1));
  expect((await finance.ok<Page<RunRow>>('GET', '/insurance-claims', null, own)).total).toBe(1);
  expect(await finance.ok<object[]>('GET', '/pay-slips/mine', null, own)).toHaveLength(1);
  const nobody = finance.person({ accountId: 'nobody' });
  for (const path of ['/bank-cards/mine', '/pay-slips/mine', '/social-insurance/mine']) {
    expect(await finance.ok<object[]>('GET', path, null, nobody)).toEqual([]);
  }
  expect(await finance.refused('GET', '/coverage/mine', null, nobody)).toBe('record.unknown');
});

test('every table that holds somebody’s data is protected by PostgreSQL itself', async () => {
  // Standards are no secret; the rest belongs to the platform.
  const open = [
    'rate',
    'funding_layer',
    'insurance_terms',
    'migration',
    'idempotency_key',
    'audit_entry',
    'audit_link',
  ];
  const platform = [
    'schedule_tick',
    'virtual_clock',
    'season_copy',
    'season_milestone',
    'season_rulebook',
    'office_copy',
  ];
  const rows = await finance.service.query<{ name: string }>(
    `select relname "name" from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
       and not (relrowsecurity and relforcerowsecurity) and relname !~ '^(outbox|inbox|parked|fact|bus|relay)'`,
  );
  expect(rows.map(({ name }) => name).filter((name) => ![...open, ...platform].includes(name))).toEqual([]);
});
