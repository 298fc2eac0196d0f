import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '@xibu/domain';
import type { AccountRow, OpenedRow, OwnAccountView } from '@xibu/domain/programme/api';
import { actorOf } from '@xibu/platform/testing';
import { type Founded, internalKey, password, startFounded } from '../foundation/founded-for-specs.js';

let service: Founded;
let region: Actor;
let county: { id: string; actor: Actor };
let otherCounty: string;

const call = <Body>(actor: Actor | null, method: string, path: string, body?: object, headers = {}) =>
  service.call<Body>(actor, method, `/api/programme/${path}`, body, headers);
const post = <Body>(actor: Actor | null, path: string, body: object = {}, headers = {}) =>
  call<Body>(actor, 'POST', path, body, headers);
const signIn = (name: string, given = password, more: object = {}) =>
  post<{ actor: Actor; code: string }>(
    null,
    'sign-in',
    { name, password: given, ...more },
    { 'x-xibu-gateway-key': internalKey },
  );
type Rows = { rows: AccountRow[]; total: number; facets: object };

const person = {
  ...{ name: '苏日娜', loginName: 'surina', email: 'Surina@example.org', mobile: '139 0000 0009', password },
};

beforeAll(async () => {
  service = await startFounded();
  region = await service.actor('regionApprover');
  const [, id = '', other = ''] = await service.openAll(region, [
    ...[
      { tier: 'league-city', division: 152200 },
      { tier: 'county', division: 152202 },
      { tier: 'county', division: 152221 },
    ],
  ]);
  county = { id, actor: await service.appoint(region, id, ['county.officer'], 'arshan.officer') };
  otherCounty = other;
});
afterAll(() => service.stop());

test('somebody opens an account for themselves; the same key twice opens one', async () => {
  const key = { 'idempotency-key': 'form-opened-1' };
  const first = await post<{ id: string }>(null, 'accounts/register', person, key);
  expect(first.status).toBe(201);
  expect((await post(null, 'accounts/register', person, key)).body).toEqual(first.body);
  expect(await post(null, 'accounts/register', { ...person, name: '苏日' }, key)).toMatchObject({
    ...{ status: 422, body: { code: 'idempotency.key-reused' } },
  });
  const facts = await service.query<{ type: string; data: object }>('select type, data from outbox where key = $1', [
    first.body.id,
  ]);
  expect(facts.map(({ type }) => type)).toEqual(['programme.account.opened.v1', 'programme.contact.changed.v1']);
  expect(facts[1]?.data).toMatchObject({ email: 'surina@example.org', mobile: '13900000009', roles: ['person'] });
});

test('what is stored, and what the trail shows, holds neither address nor password nor its hash', async () => {
  const rows = await service.query<object>(`select a.*, c.* from account a join credential c on c.account_id = a.id`);
  const trail = await service.query<object>('select before, after from audit_entry');
  const keys = await service.query<object>('select * from idempotency_key');
  for (const text of ['surina@', '13900000009', password]) {
    expect(JSON.stringify([rows, trail, keys])).not.toContain(text);
  }
  expect(JSON.stringify(trail)).not.toContain('argon2');
  expect(JSON.stringify(rows)).toContain('$argon2id$v=19$m=64,t=1,p=1$');
});

test.each([
  [
    'a login name that differs in capitals only',
    { loginName: 'SURINA', email: 'else@example.org' },
    'account.login-taken',
  ],
  ['an address that is taken', { loginName: 'surina2', email: 'surina@EXAMPLE.org' }, 'account.email-taken'],
  ['a weak password', { loginName: 'surina3', password: '1234567890' }, 'password.weak'],
  ['a name that is none', { loginName: 'surina4', name: 'x' }, 'account.name-invalid'],
  ['a demonstration outside one', { loginName: 'surina5', email: 's5@example.org', isDemo: true }, 'account.demo-off'],
])('%s is refused', async (_, change, code) => {
  expect((await post(null, 'accounts/register', { ...person, ...change })).body).toMatchObject({ code });
});

test('500 accounts are opened in one request, each row by itself', async () => {
  const rows = Array.from({ length: 500 }, (_, index) => ({
    ...{
      officeId: county.id,
      name: '那仁',
      loginName: `bulk.${index}`,
      password: 'Linshi-2023-04',
      roles: ['county.officer'],
    },
    ...(index === 7 ? { loginName: 'arshan.OFFICER' } : {}),
    ...(index === 8 ? { email: 'arshan.officer@example.org' } : {}),
    ...(index === 9 ? { roles: ['unit.officer'] } : {}),
    ...(index === 10 ? { password: 'kurz' } : {}),
    ...(index === 11 ? { officeId: '01890000-0000-7000-8000-00000000ffff' } : {}),
    ...(index === 12 ? { loginName: 'bulk.6' } : {}),
  }));
  const answer = await post<OpenedRow[]>(region, 'accounts/bulk', { accounts: rows });
  expect(answer.status).toBe(200);
  const refused = answer.body.filter(({ done }) => !done).map(({ index, code }) => [index, code]);
  expect(refused).toEqual([
    [7, 'account.login-taken'],
    [8, 'account.email-taken'],
    [9, 'account.role-of-other-tier'],
    [10, 'password.weak'],
    [11, 'record.unknown'],
    [12, 'account.login-taken'],
  ]);
  const [count] = await service.query<{ n: number }>(`select count(*)::int n from account where office_id = $1`, [
    county.id,
  ]);
  expect(count?.n).toBe(1 + 494);
  expect(await post(region, 'accounts/bulk', { accounts: [...rows, rows[0]] })).toMatchObject({ status: 400 });
});

test('an office opens accounts for itself, not for the county next to it, and no approver of its own work', async () => {
  const given = { name: '斯琴', loginName: 'siqin', password, officeId: county.id, roles: ['county.finance-officer'] };
  expect((await post(county.actor, 'accounts', given)).status).toBe(201);
  const beside = { ...given, loginName: 'siqin2', officeId: otherCounty };
  expect((await post(county.actor, 'accounts', beside)).body).toMatchObject({ code: 'office.not-above' });
  const approver = { ...given, loginName: 'siqin3', roles: ['county.approver'] };
  expect((await post(county.actor, 'accounts', approver)).body).toMatchObject({ code: 'account.approver-needed' });
});

test('a list of accounts shows one’s own scope, with addresses masked', async () => {
  const own = await call<Rows>(county.actor, 'GET', 'accounts?q=斯琴');
  expect(own.body).toMatchObject({ total: 1, rows: [{ loginName: 'siqin', roles: ['county.finance-officer'] }] });
  await service.appoint(region, otherCounty, ['county.officer'], 'other.officer');
  expect((await call<Rows>(county.actor, 'GET', 'accounts?q=那仁&limit=1')).body.total).toBe(495);
  const all = await call<Rows>(region, 'GET', `accounts?officeId=${otherCounty}`);
  expect(all.body.rows).toMatchObject([{ loginName: 'other.officer', email: 'o***@example.org', mobile: null }]);
  expect((await call<Rows>(county.actor, 'GET', `accounts?officeId=${otherCounty}`)).body.total).toBe(0);
  expect((await call<Rows>(region, 'GET', 'accounts?q=苏日娜')).body.total).toBe(0);
  const auditor = await service.actor('auditor');
  expect((await call<Rows>(auditor, 'GET', 'accounts?role=operator')).body).toMatchObject({ total: 1 });
});

test('a temporary password opens only together with the one that replaces it', async () => {
  const [linshi, own] = ['Linshi-2023-04', 'Ziji-de-2023'];
  expect(await signIn('bulk.1', linshi)).toMatchObject({ status: 403, body: { code: 'password.temporary' } });
  expect((await signIn('bulk.1', linshi, { newPassword: 'kurz' })).body).toMatchObject({ code: 'password.weak' });
  expect((await signIn('bulk.1', linshi, { newPassword: linshi })).body).toMatchObject({ code: 'password.temporary' });
  expect((await signIn('bulk.1', linshi, { newPassword: own })).status).toBe(200);
  expect((await signIn('bulk.1', linshi)).status).toBe(401);
  expect((await signIn('bulk.1', own)).status).toBe(200);
});

test('an office sets another password for its people, with a reason, and it is temporary', async () => {
  const { body } = await signIn('bulk.1', 'Ziji-de-2023');
  const path = `accounts/${body.actor.account}/reset-password`;
  const reset = { password: 'Linshi-2023-05', reason: '忘记密码' };
  const stranger = actorOf('county.officer', { division: 152221, office: otherCounty });
  expect((await post(stranger, path, reset)).status).toBe(404);
  expect((await post(county.actor, path, { ...reset, reason: ' ' })).body).toMatchObject({ code: 'reason.missing' });
  expect((await post(county.actor, `accounts/${county.actor.account}/reset-password`, reset)).body).toMatchObject({
    code: 'account.own-not-here',
  });
  expect((await post(county.actor, path, reset)).status).toBe(200);
  expect((await signIn('bulk.1', 'Ziji-de-2023')).status).toBe(401);
  expect((await signIn('bulk.1', 'Linshi-2023-05')).body).toMatchObject({ code: 'password.temporary' });
  const [event] = await service.query(`select by_account, reason from sign_in_event where kind = 'password-reset'`);
  expect(event).toEqual({ by_account: county.actor.account, reason: '忘记密码' });
});

test('a person’s own account is beyond every office', async () => {
  const { body } = await signIn('surina');
  const path = `accounts/${body.actor.account}`;
  const reset = { password: 'Linshi-2023-05', reason: 'x' };
  expect((await post(region, `${path}/reset-password`, reset)).status).toBe(404);
  expect((await post(await service.actor('nationalApprover'), `${path}/close`, { reason: 'x' })).status).toBe(404);
});

test('a closed account opens nothing any more', async () => {
  const { body } = await signIn('siqin', password, { newPassword: 'Xin-de-2023-04' });
  expect(await post(county.actor, `accounts/${body.actor.account}/close`, { reason: '调离' })).toMatchObject({
    status: 200,
  });
  expect(await signIn('siqin', 'Xin-de-2023-04')).toMatchObject({ status: 401, body: { code: 'sign-in.wrong' } });
  expect((await post(county.actor, `accounts/${body.actor.account}/close`, { reason: 'x' })).body).toMatchObject({
    code: 'account.closed',
  });
});

test('one sees and changes one’s own addresses; another’s address is refused', async () => {
  const { actor } = (await signIn('surina')).body;
  const mine = await call<OwnAccountView>(actor, 'GET', 'accounts/me');
  expect(mine.body).toMatchObject({ loginName: 'surina', email: 'surina@example.org', mobile: '13900000009' });
  const contact = { email: 'new@example.org', mobile: '13900000010' };
  expect((await call(actor, 'PUT', 'accounts/me/contact', contact)).status).toBe(204);
  expect((await signIn('new@example.org')).status).toBe(200);
  const taken = { ...contact, email: 'arshan.officer@example.org' };
  expect((await call(actor, 'PUT', 'accounts/me/contact', taken)).body).toMatchObject({ code: 'account.email-taken' });
  const [fact] = await service.query<{ data: object }>(
    `select data from outbox where key = $1 order by xid desc, id desc limit 1`,
    [actor.account],
  );
  expect(fact?.data).toMatchObject({ email: 'new@example.org', mobile: '13900000010' });
});

test('a new password asks for the old one', async () => {
  const { actor } = (await signIn('surina')).body;
  const change = (given: string, newPassword: string) =>
    post(actor, 'accounts/me/change-password', { password: given, newPassword });
  expect((await change('not-it-2023', 'Xin-de-2023-05')).body).toMatchObject({ code: 'password.wrong' });
  expect((await change(password, password)).body).toMatchObject({ code: 'password.same' });
  expect((await change(password, 'kurz')).body).toMatchObject({ code: 'password.weak' });
  expect((await change(password, 'Xin-de-2023-05')).status).toBe(204);
  expect((await signIn('surina')).status).toBe(401);
  expect((await signIn('surina', 'Xin-de-2023-05')).status).toBe(200);
});

test('a person gives up their account with their password; an office’s account cannot leave like that', async () => {
  const { actor } = (await signIn('surina', 'Xin-de-2023-05')).body;
  const leave = (who: Actor, given: string) => post(who, 'accounts/me/close', { password: given });
  expect((await leave(actor, password)).body).toMatchObject({ code: 'password.wrong' });
  expect((await leave(county.actor, password)).body).toMatchObject({ code: 'account.own-not-here' });
  expect((await leave(actor, 'Xin-de-2023-05')).status).toBe(204);
  expect((await signIn('surina', 'Xin-de-2023-05')).status).toBe(401);
  const again = await post(null, 'accounts/register', {
    ...person,
    loginName: 'surina.again',
    email: 'new@example.org',
  });
  expect(again.status).toBe(201);
});
