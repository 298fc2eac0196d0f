import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '@xibu/domain';
import type { ExchangeAnswer, SessionRow, SessionView, SignInAnswer, WelcomeView } from '@xibu/domain/programme/api';
import { Tokens } from '@xibu/platform';
import { testPublicKey } from '@xibu/platform/testing';
import { type Founded, internalKey, password, startFounded } from '../foundation/founded-for-specs.js';

let service: Founded;
beforeAll(async () => {
  service = await startFounded();
});
afterAll(() => service.stop());

const door = { 'x-xibu-gateway-key': internalKey };
const call = <Body>(actor: Actor | null, method: string, path: string, body?: object, headers: object = door) =>
  service.call<Body>(actor, method, `/api/programme/${path}`, body, { ...headers });
const signIn = async (name: string, more: object = {}) =>
  (await call<SignInAnswer>(null, 'POST', 'sign-in', { name, password }, { ...door, ...more })).body;
const exchange = (session: string) =>
  call<ExchangeAnswer & { code: string }>(null, 'POST', 'sessions/exchange', { session });

test('a session is exchanged for a token that every service can read, for five minutes', async () => {
  const { session, actor } = await signIn('regionOfficer');
  const { status, body } = await exchange(session);
  expect(status).toBe(200);
  expect(await new Tokens(testPublicKey).read(body.token)).toEqual(actor);
  const [, claims = ''] = body.token.split('.');
  const { iat, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { iat: number; exp: number };
  expect(exp - iat).toBe(300);
  expect(Date.parse(body.expiresAt)).toBeLessThanOrEqual(exp * 1000 + 1000);
});

test.each([
  ['is nobody’s', async () => 'x'.repeat(43), ''],
  ['is over', async () => (await signIn('operator')).session, `expires_at = now()`],
  [
    'was idle for two hours',
    async () => (await signIn('operator')).session,
    `last_used_at = now() - interval '2 hours'`,
  ],
])('a session that %s is exchanged for nothing', async (_, begin, change) => {
  const session = await begin();
  if (change) await service.query(`update session set ${change} where ended_at is null`);
  expect(await exchange(session)).toMatchObject({ status: 401, body: { code: 'session.expired' } });
});

test('being used keeps a session from becoming idle', async () => {
  const { session } = await signIn('operator');
  await service.query(`update session set last_used_at = now() - interval '119 minutes'`);
  expect((await exchange(session)).status).toBe(200);
  const [row] = await service.query<{ fresh: boolean }>(
    `select max(last_used_at) > now() - interval '1 minute' fresh from session`,
  );
  expect(row?.fresh).toBe(true);
});

test('what is used again within a minute is not written again', async () => {
  const { sessionId } = (await exchange((await signIn('operator')).session)).body;
  const [row] = await service.query<{ same: boolean }>(
    `select last_used_at = started_at same from session where id = '${sessionId}'`,
  );
  expect(row?.same).toBe(true);
});

test('signing out ends the session that the request came with, and no other', async () => {
  const [first, second] = [await signIn('auditor'), await signIn('auditor')];
  const { sessionId } = (await exchange(first.session)).body;
  const out = await call(first.actor, 'POST', 'sign-out', {}, { 'x-xibu-session-id': sessionId });
  expect(out.status).toBe(204);
  expect((await exchange(first.session)).status).toBe(401);
  expect((await exchange(second.session)).status).toBe(200);
  expect((await call(first.actor, 'POST', 'sign-out', {})).status).toBe(204);
  expect(await service.query(`select from sign_in_event where kind = 'signed-out'`)).toHaveLength(1);
});

test('one sees where one is signed in and ends what one does not know; another’s session does not exist', async () => {
  const phone = { 'user-agent': 'phone' };
  const [here, there] = [await signIn('nationalOfficer'), await signIn('nationalOfficer', phone)];
  const current = { 'x-xibu-session-id': (await exchange(here.session)).body.sessionId };
  const list = await call<{ rows: SessionRow[] }>(here.actor, 'GET', 'sessions?sort=startedAt', undefined, current);
  expect(list.body.rows.map(({ device, isCurrent }) => [device === 'phone', isCurrent])).toEqual([
    [false, true],
    [true, false],
  ]);
  const other = list.body.rows.find(({ isCurrent }) => !isCurrent)?.id;
  const stranger = await service.actor('nationalApprover');
  expect((await call(stranger, 'POST', `sessions/${other}/end`)).status).toBe(404);
  expect((await call(here.actor, 'POST', `sessions/${other}/end`)).status).toBe(204);
  expect((await call(here.actor, 'POST', `sessions/${other}/end`)).status).toBe(404);
  expect((await exchange(there.session)).status).toBe(401);
});

test('all others are ended at once, and a changed password ends them too', async () => {
  const [here, ...others] = [
    await signIn('regionApprover'),
    await signIn('regionApprover'),
    await signIn('regionApprover'),
  ];
  const current = { 'x-xibu-session-id': (await exchange(here.session)).body.sessionId };
  expect((await call(here.actor, 'POST', 'sessions/end-others', {}, current)).body).toEqual({ ended: 2 });
  for (const { session } of others) expect((await exchange(session)).status).toBe(401);
  const again = await signIn('regionApprover');
  const change = { password, newPassword: 'Bieren-2023-xin' };
  expect((await call(here.actor, 'POST', 'accounts/me/change-password', change, current)).status).toBe(204);
  expect((await exchange(again.session)).status).toBe(401);
  expect((await exchange(here.session)).status).toBe(200);
});

test('a password that the office set ends every session, and so does closing the account', async () => {
  const national = await service.actor('nationalApprover');
  const [officer, auditor] = [await signIn('regionOfficer'), await signIn('auditor')];
  const reset = { password: 'Linshi-2023-04', reason: '怀疑泄露' };
  await call(national, 'POST', `accounts/${officer.actor.account}/reset-password`, reset);
  expect((await exchange(officer.session)).status).toBe(401);
  await call(national, 'POST', `accounts/${auditor.actor.account}/close`, { reason: '调离' });
  expect((await exchange(auditor.session)).status).toBe(401);
});

test('who is here: with legal time and language; nobody is an answer too', async () => {
  const actor = await service.actor('nationalOfficer');
  const before = await call<SessionView>(actor, 'GET', 'session');
  expect(before.body).toMatchObject({ actor, language: 'zh', now: '2023-05-01T09:00:00.000+08:00', demo: false });
  expect((await call(actor, 'PUT', 'session/language', { language: 'en' })).status).toBe(204);
  expect((await call<SessionView>(actor, 'GET', 'session')).body.language).toBe('en');
  const nobody = await call<WelcomeView & { code: string }>(null, 'GET', 'session');
  expect(nobody).toMatchObject({ status: 401, body: { code: 'session.missing', season: null, demo: false } });
  expect(nobody.headers.get('content-type')).toContain('application/problem+json');
  expect(nobody.body).not.toHaveProperty('demoAccounts');
});

test('a demonstration lists its accounts with their passwords until somebody chooses another', async () => {
  const demo = await startFounded({ XIBU_DEMO: 'on' });
  try {
    const person = { name: '苏日娜', loginName: 'surina', email: 's@example.org', mobile: '13900000009', password };
    await demo.call(null, 'POST', '/api/programme/accounts/register', { ...person, isDemo: true });
    const hidden = { ...person, loginName: 'hidden', email: 'h@example.org' };
    await demo.call(null, 'POST', '/api/programme/accounts/register', hidden);
    const welcome = () => demo.call<WelcomeView>(null, 'GET', '/api/programme/welcome');
    expect((await welcome()).body).toMatchObject({
      demo: true,
      demoAccounts: [{ name: 'surina', password, role: 'person', officeName: null }],
    });
    const actor = await demo.actor('surina');
    const change = { password, newPassword: 'Bieren-2023-xin' };
    await demo.call(actor, 'POST', '/api/programme/accounts/me/change-password', change);
    expect((await welcome()).body.demoAccounts).toEqual([]);
  } finally {
    await demo.stop();
  }
});

test('sessions that ended long ago are forgotten when the day comes', async () => {
  await signIn('operator');
  await service.query(`update session set expires_at = now() - interval '91 days'
                       where id = (select id from session order by id limit 1)`);
  const [before] = await service.query<{ n: number }>('select count(*)::int n from session');
  const clock = { now: '2023-05-02T04:00:00+08:00' };
  expect((await call(await service.actor('operator'), 'PUT', 'operations/clock', clock)).status).toBe(200);
  const [after] = await service.query<{ n: number }>('select count(*)::int n from session');
  // One was forgotten, and the operator who moved the clock has signed in.
  expect(after?.n).toBe((before?.n ?? 0) - 1 + 1);
});
