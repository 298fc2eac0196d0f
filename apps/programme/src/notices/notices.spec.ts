import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '@xibu/domain';
import type { NoticeView, ReceiptRow } from '@xibu/domain/programme/api';
import { type Founded, startFounded } from '../foundation/founded-for-specs.js';

let service: Founded;
let region: Actor;
let arshan: Actor;
let horqin: Actor;
let school: Actor;
let faculty: Actor;

const call = <Body>(actor: Actor | null, method: string, path: string, body?: object) =>
  service.call<Body>(actor, method, `/api/programme/${path}`, body);
type Page<Row> = { rows: Row[]; total: number; facets: object };

beforeAll(async () => {
  service = await startFounded();
  region = await service.actor('regionOfficer');
  const [, first = '', second = '', university = '', below = ''] = await service.openAll(region, [
    { tier: 'league-city', division: 152200 },
    { tier: 'county', division: 152202, dutyPhone: '0482-7120000' },
    { tier: 'county', division: 152221 },
    { tier: 'university', university: '10126' },
    { tier: 'faculty', university: '10126', faculty: '文学院' },
  ]);
  arshan = await service.appoint(region, first, ['county.officer'], 'arshan.officer');
  horqin = await service.appoint(region, second, ['county.officer'], 'horqin.officer');
  school = await service.appoint(region, university, ['university.officer'], 'imu.officer');
  faculty = await service.appoint(region, below, ['faculty.officer'], 'imu.faculty');
});
afterAll(() => service.stop());

const notice = {
  ...{ number: '内西部办〔2023〕12号', title: '关于报送岗位的通知', text: '各旗县项目办：请于期限内报送。' },
  ...{ tiers: ['county', 'university'], isPublic: false, receiptDueOn: '2023-05-05' },
};
const issue = (actor: Actor, change: object = {}) =>
  call<NoticeView & { code: string }>(actor, 'POST', 'notices', { ...notice, ...change });

test('a notice reaches every office of its tiers below the issuer, and its number is used once', async () => {
  const issued = await issue(region);
  expect(issued).toMatchObject({ status: 201, body: { issuedByName: '内蒙古自治区西部计划项目办', readAt: null } });
  expect((await issue(region)).body.code).toBe('notice.number-taken');
  const [fact] = await service.query<{ data: { recipients: string[] } }>(
    `select data from outbox where type = 'programme.notice.issued.v1'`,
  );
  expect([...(fact?.data.recipients ?? [])].sort()).toEqual([arshan.office, horqin.office, school.office].sort());
});

test('a county, which has nothing but units below, reaches nobody; a university reaches its faculties', async () => {
  expect((await issue(arshan, { number: '阿西办〔2023〕1号' })).body.code).toBe('notice.no-recipients');
  const own = { number: '内大团〔2023〕3号', tiers: ['faculty', 'county'] };
  expect((await issue(school, own)).status).toBe(201);
  expect((await call<Page<object>>(faculty, 'GET', 'notices')).body).toMatchObject({ total: 1 });
  expect((await call<Page<object>>(arshan, 'GET', 'notices')).body).toMatchObject({ total: 1 });
});

test('an office reads what it received; another’s notice does not exist for it', async () => {
  const { rows } = (await call<Page<NoticeView>>(arshan, 'GET', 'notices?unread=true')).body;
  expect(rows).toMatchObject([{ number: notice.number, readAt: null, receiptDueOn: '2023-05-05' }]);
  const path = `notices/${rows[0]?.id}`;
  expect((await call<NoticeView>(arshan, 'GET', path)).body).toMatchObject({ text: notice.text, readAt: null });
  expect((await call(faculty, 'GET', path)).status).toBe(404);
  expect((await call(faculty, 'POST', `${path}/receive`, {})).status).toBe(404);
  expect((await call(region, 'POST', `${path}/receive`, {})).status).toBe(404);
  expect(await call(arshan, 'POST', `${path}/receive`, { feedback: '已布置' })).toMatchObject({
    ...{ status: 200, body: { readAt: '2023-05-01T09:00:00.000+08:00' } },
  });
  expect((await call<Page<object>>(arshan, 'GET', 'notices?unread=true')).body.total).toBe(0);
});

test('the issuer sees who has read it and what they answered; others do not', async () => {
  const { rows } = (await call<Page<NoticeView>>(region, 'GET', 'notices?box=issued')).body;
  const path = `notices/${rows[0]?.id}/receipts`;
  const receipts = await call<Page<ReceiptRow>>(region, 'GET', path);
  expect(receipts.body).toMatchObject({ total: 3, facets: { tier: { county: 2, university: 1 } } });
  expect(receipts.body.rows.find(({ readAt }) => readAt)).toMatchObject({
    feedback: '已布置',
    dutyPhone: '0482-7120000',
  });
  expect((await call<Page<ReceiptRow>>(region, 'GET', `${path}?unread=true`)).body.total).toBe(2);
  expect((await call(arshan, 'GET', path)).status).toBe(404);
});

test('receipts past their day show to those above, each in their own scope', async () => {
  const overdue = (actor: Actor) => call<Page<ReceiptRow>>(actor, 'GET', 'notices/overdue-receipts');
  expect((await overdue(region)).body.total).toBe(0);
  const clock = { now: '2023-05-06T00:00:00+08:00' };
  await call(await service.actor('operator'), 'PUT', 'operations/clock', clock);
  const late = await overdue(region);
  expect(late.body.rows.map(({ officeId }) => officeId).sort()).toEqual(
    [horqin.office, school.office, faculty.office].sort(),
  );
  expect((await overdue(school)).body.rows.map(({ officeId }) => officeId)).toEqual([faculty.office]);
  expect((await overdue(arshan)).body.total).toBe(0);
});

test('a public notice is read without sign-in; the others are not', async () => {
  const open = await issue(region, {
    number: '公告〔2023〕1号',
    title: '招募公告',
    tiers: [],
    isPublic: true,
    receiptDueOn: undefined,
  });
  const list = await call<Page<{ id: string }>>(null, 'GET', 'public-notices?q=招募');
  expect(list.body).toMatchObject({ total: 1, rows: [{ id: open.body.id, number: '公告〔2023〕1号' }] });
  expect((await call(null, 'GET', `public-notices/${open.body.id}`)).body).toMatchObject({ text: notice.text });
  expect((await call(faculty, 'GET', `notices/${open.body.id}`)).status).toBe(200);
  const { rows } = (await call<Page<NoticeView>>(region, 'GET', 'notices?box=issued&q=岗位')).body;
  expect((await call(null, 'GET', `public-notices/${rows[0]?.id}`)).status).toBe(404);
});
