import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '@xibu/domain';
import type { OpenedRow } from '@xibu/domain/programme/api';
import { childrenOf } from '@xibu/reference';
import { type Founded, startFounded } from '../foundation/founded-for-specs.js';

let service: Founded;
let region: Actor;
let county: { id: string; actor: Actor };
let university: { id: string; actor: Actor };
let arshan: string;

const leagueCities = childrenOf('150000').map(({ code }) => ({ tier: 'league-city', division: Number(code) }));
const counties = leagueCities.flatMap(({ division }) =>
  childrenOf(String(division)).map(({ code }) => ({ tier: 'county', division: Number(code) })),
);
const get = <Body>(actor: Actor | null, path: string) => service.call<Body>(actor, 'GET', `/api/programme/${path}`);
const post = <Body>(actor: Actor | null, path: string, body: object = {}) =>
  service.call<Body>(actor, 'POST', `/api/programme/${path}`, body);
type Rows = { rows: { name: string; id: string; officers: number; tier: string }[]; total: number; facets: object };

beforeAll(async () => {
  service = await startFounded();
  region = await service.actor('regionOfficer');
  const ids = await service.openAll(region, [...leagueCities, ...counties]);
  arshan = ids[leagueCities.length + counties.findIndex(({ division }) => division === 152202)] ?? '';
  const [school] = await service.openAll(region, [{ tier: 'university', university: '10126' }]);
  const countyOfficer = await service.appoint(region, arshan, ['county.officer'], 'arshan.officer');
  county = { id: arshan, actor: countyOfficer };
  const schoolOfficer = await service.appoint(region, school ?? '', ['university.officer'], 'imu.officer');
  university = { id: school ?? '', actor: schoolOfficer };
});
afterAll(() => service.stop());

test('a bulk opening opens the 12 league-cities and 103 counties of the region, parents and children together', async () => {
  expect([leagueCities.length, counties.length]).toEqual([12, 103]);
  const page = await get<Rows>(region, 'offices?limit=1');
  expect(page.body).toMatchObject({ total: 1 + 12 + 103 + 1, facets: { tier: { 'league-city': 12, county: 103 } } });
  const facts = await service.query(`select from outbox where type = 'programme.office.opened.v1'`);
  expect(facts).toHaveLength(2 + 12 + 103 + 1);
});

test('each row of a bulk opening stands or falls by itself', async () => {
  const rows = await post<OpenedRow[]>(region, 'offices/bulk', {
    offices: [
      { tier: 'county', division: 152202 },
      { tier: 'unit', division: 152202, name: '伊尔施学校' },
      { tier: 'unit', division: 152202, name: '阿尔山市卫生院' },
      { tier: 'region', division: 650000 },
    ],
  });
  expect(rows.body.map(({ done, code }) => code ?? done)).toEqual(['office.exists', true, true, 'office.not-above']);
  const units = await service.query(`select unit, name from office where tier = 'unit' order by unit`);
  expect(units).toEqual([
    { unit: '152202-001', name: '伊尔施学校' },
    { unit: '152202-002', name: '阿尔山市卫生院' },
  ]);
});

test('counties and universities without a named officer show in the list of vacancies', async () => {
  const vacant = await get<Rows>(region, 'offices?vacant=true&limit=200');
  expect(vacant.body.total).toBe(102);
  expect(vacant.body.rows.map(({ id }) => id)).not.toContain(county.id);
  expect(vacant.body.rows.every(({ officers, tier }) => officers === 0 && tier === 'county')).toBe(true);
});

test('a list of offices shows one’s own scope: rows, total and facets alike', async () => {
  const own = await get<Rows>(county.actor, 'offices');
  expect(own.body).toMatchObject({ total: 3, facets: { tier: { county: 1, unit: 2 } } });
  const school = await get<Rows>(university.actor, 'offices');
  expect(school.body).toMatchObject({ total: 1, rows: [{ id: university.id, officers: 1 }] });
  const operator = await get<Rows>(await service.actor('operator'), 'offices');
  expect(operator.body).toMatchObject({ total: 1, rows: [{ tier: 'national' }] });
});

test('everybody finds an office by name, by code, and below a division; never the whole tree', async () => {
  const named = await get<Rows>(null, 'directory?q=阿尔山市西部');
  expect(named.body).toMatchObject({ total: 1, rows: [{ id: county.id, tier: 'county', division: 152202 }] });
  expect(Object.keys(named.body.rows[0] ?? {})).not.toContain('officers');
  expect((await get<Rows>(null, 'directory?within=152200&tier=county')).body.total).toBe(childrenOf('152200').length);
  const few = await get<Rows['rows']>(null, 'offices/search?q=15&tier=county');
  expect(few.body).toHaveLength(20);
  expect((await get<Rows['rows']>(null, 'offices/search?q=152202&tier=county')).body).toMatchObject([
    { id: county.id },
  ]);
  expect((await get(null, 'offices/search?limit=500')).status).toBe(400);
  expect((await get<Rows>(null, 'directory?q=%25')).body.total).toBe(0);
});

test('an office sets its telephone, and nobody overwrites what somebody else has changed', async () => {
  const put = (version: number, dutyPhone: string) =>
    service.call(...([county.actor, 'PUT', `/api/programme/offices/${county.id}/contact`, { dutyPhone }] as const), {
      'if-match': `"${version}"`,
    });
  expect(await put(1, '0482-7120000')).toMatchObject({ status: 200, body: { dutyPhone: '0482-7120000', version: 2 } });
  expect(await put(1, '0482-7129999')).toMatchObject({ status: 412, body: { code: 'version.stale' } });
  expect((await get<Rows>(null, 'directory?q=0482')).body.total).toBe(0);
  const found = await get<Rows>(null, 'directory?q=152202&tier=county');
  expect(found.body.rows).toMatchObject([{ dutyPhone: '0482-7120000' }]);
});

test('an office is renamed from above, and the new name is told', async () => {
  const rename = (actor: Actor) =>
    service.call(
      actor,
      'PUT',
      `/api/programme/offices/${county.id}/name`,
      { name: '阿尔山项目办' },
      { 'if-match': '"2"' },
    );
  expect((await rename(university.actor)).body).toMatchObject({ code: 'office.not-above' });
  expect(await rename(region)).toMatchObject({ status: 200, body: { name: '阿尔山项目办', version: 3 } });
  expect(await service.query(`select data from outbox where type = 'programme.office.renamed.v1'`)).toEqual([
    { data: { officeId: county.id, name: '阿尔山项目办' } },
  ]);
});

test('closing waits for the offices below, ends the accounts, and can be undone', async () => {
  const close = () => post(region, `offices/${county.id}/close`, { reason: '考核不合格' });
  expect(await close()).toMatchObject({ status: 409, body: { code: 'office.has-offices-below' } });
  const units = await service.query<{ id: string }>(`select id from office where tier = 'unit'`);
  for (const { id } of units) await post(county.actor, `offices/${id}/close`, { reason: '撤并' });
  expect(await close()).toMatchObject({ status: 200, body: { status: 'closed', closedReason: '考核不合格' } });
  const [account] = await service.query('select status, email_sealed, email_index from account where office_id = $1', [
    county.id,
  ]);
  expect(account).toEqual({ status: 'closed', email_sealed: null, email_index: null });
  const told = await service.query<{ type: string }>(
    `select type from outbox where type like '%closed%' order by xid, id`,
  );
  expect(told.map(({ type }) => type).slice(-2)).toEqual(['programme.office.closed.v1', 'programme.account.closed.v1']);
  expect((await get<Rows>(null, 'directory?q=152202')).body.total).toBe(0);
  expect(await post(region, `offices/${county.id}/reopen`)).toMatchObject({ status: 200, body: { status: 'open' } });
});

test('an office that nobody knows does not exist', async () => {
  const nowhere = '01890000-0000-7000-8000-00000000ffff';
  expect((await get(region, `offices/${nowhere}`)).status).toBe(404);
  expect((await post(region, `offices/${nowhere}/reopen`)).status).toBe(404);
});
