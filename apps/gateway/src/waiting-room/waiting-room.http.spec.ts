import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type FakeSystem, json, startFakeSystem } from '../upstreams/fake-services-for-specs.js';

let system: FakeSystem;
const session = 's'.repeat(43);
const cookie = { cookie: `xibu=${session}` };

beforeAll(async () => {
  system = await startFakeSystem({ XIBU_WAITING_ROOM: 'on', XIBU_ADMISSIONS_PER_SECOND: '1' });
  system.sessions.set(session, { token: 'token', sessionId: 'id', account: 'a', seconds: 300 });
  for (const [secret, role] of [
    ['operator', 'operator'],
    ['auditor', 'auditor'],
    ['person', 'person'],
  ] as const) {
    system.sessions.set(secret.padEnd(30, 'x'), { token: role, sessionId: role, account: role, seconds: 300 });
  }
  system.behaviours.set('programme GET /api/programme/session', (request, response, _body) => {
    const role = request.headers.authorization?.slice('Bearer '.length);
    if (!role) return json(response, 401, { code: 'session.missing' });
    const nowhere = { office: null, officeName: null, divisions: null, university: null, faculty: null, unit: null };
    json(response, 200, { actor: { ...nowhere, account: role, roles: [role], name: role } });
  });
  // As many as can come in at once, so that whoever comes now waits.
  for (let come = 0; come < 10; come += 1) await visit();
});
afterAll(() => system.stop());

const visit = (headers: Record<string, string> = {}) =>
  system.call('GET', '/api/programme/seasons', { headers: { 'user-agent': String(Math.random()), ...headers } });
const as = (role: string) => ({ authorization: `Session ${role.padEnd(30, 'x')}` });

test('a visitor gets a ticket instead of an answer, and nothing reaches a service', async () => {
  const before = system.seen.length;
  const answer = await visit({ 'accept-language': 'en' });
  expect(answer.json()).toMatchObject({ status: 503, code: 'waiting-room.wait', ahead: expect.any(Number) });
  expect(answer.json()).toMatchObject({ detail: expect.stringContaining('are before you') });
  expect(answer.headers['set-cookie']?.[0]).toMatch(
    /^xibu-waiting=t\.[\w.-]+; Path=\/; Max-Age=21600; HttpOnly; SameSite=Lax$/,
  );
  expect(answer.headers['x-xibu-ticket']).toMatch(/^t\./);
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  expect(system.seen).toHaveLength(before);
});

test('where one stands can be asked, and asking draws no second ticket', async () => {
  const ticket = String((await visit()).headers['x-xibu-ticket']);
  const answer = await system.call('GET', '/api/waiting-room', { headers: { cookie: `xibu-waiting=${ticket}` } });
  expect(answer).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
  expect(answer.json()).toMatchObject({ isIn: false, cameAt: expect.stringMatching(/:00\.000\+08:00$/) });
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  expect(answer.headers).not.toHaveProperty('set-cookie');
});

test('what everybody may read, files and health are there for those who wait', async () => {
  for (const path of [
    '/api/programme/public-notices',
    '/api/placement/catalogue/posts',
    '/api/status',
    '/health/live',
  ]) {
    expect((await system.call('GET', path)).status).toBe(200);
  }
});

test('whoever is signed in goes on, and gets a pass for when the session ends', async () => {
  const answer = await system.call('GET', '/api/recruitment/applications/mine', { headers: cookie });
  expect(answer.status).toBe(200);
  expect(answer.headers['set-cookie']?.[0]).toMatch(/^xibu-waiting=p\./);
  const pass = String(answer.headers['x-xibu-ticket']);
  const again = await system.call('GET', '/api/recruitment/applications/mine', {
    headers: { cookie: `${cookie.cookie}; xibu-waiting=${pass}` },
  });
  expect(again.headers).not.toHaveProperty('set-cookie');
  expect((await visit({ 'x-xibu-ticket': pass })).status).toBe(200);
});

test('a cookie of a session that never was opens no door', async () => {
  const headers = { cookie: `xibu=${'n'.repeat(43)}`, 'x-xibu': 'portal' };
  expect((await visit(headers)).json()).toMatchObject({ code: 'waiting-room.wait' });
  const signIn = await system.call('POST', '/api/programme/sign-in', {
    headers: { ...headers, ...cookie },
    body: '{}',
  });
  expect(signIn.json()).toMatchObject({ code: 'waiting-room.wait' });
});

test('an operator opens and closes it; nobody else does', async () => {
  const set = (mode: string, headers: Record<string, string>) =>
    system.call('PUT', '/api/waiting-room/mode', { headers, body: JSON.stringify({ mode }) });
  expect((await set('off', {})).status).toBe(401);
  expect((await set('off', as('person'))).json()).toMatchObject({ status: 403, code: 'permission.missing' });
  expect((await set('off', as('auditor'))).status).toBe(403);
  expect((await set('open', as('operator'))).status).toBe(400);
  expect((await system.call('GET', '/api/waiting-room/mode', { headers: as('person') })).status).toBe(403);
  expect((await system.call('GET', '/api/waiting-room/mode', { headers: as('auditor') })).json()).toMatchObject({
    ...{ mode: 'on', isOpen: true },
  });
  expect((await set('off', as('operator'))).json()).toMatchObject({ mode: 'off', isOpen: false });
  const answer = await visit();
  expect(answer.status).toBe(200);
  expect(answer.headers).not.toHaveProperty('set-cookie');
  expect((await system.call('GET', '/api/waiting-room')).json()).toMatchObject({ isIn: true });
  expect((await set('on', as('operator'))).json()).toMatchObject({ mode: 'on', isOpen: true });
  const { text } = await system.call('GET', '/metrics');
  expect(text).toMatch(/xibu_gateway_waiting_room_open\{.*\} 1/);
  expect(text).toMatch(/xibu_gateway_waiting_room_size\{.*\} [1-9]/);
});
