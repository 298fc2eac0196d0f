import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type FakeSystem, internalKey, json, startFakeSystem } from '../upstreams/fake-services-for-specs.js';

let system: FakeSystem;
const secret = 's'.repeat(43);
const expiresAt = () => new Date(Date.now() + 3_600_000).toISOString();
const credentials = JSON.stringify({ name: 'surina', password: 'p' });
const page = { 'x-xibu': 'portal', 'content-type': 'application/json' };
const cookie = `xibu=${secret}`;

beforeAll(async () => {
  system = await startFakeSystem();
});
afterAll(() => system.stop());
beforeEach(() => {
  for (const list of [system.seen, system.exchanges]) list.length = 0;
  system.behaviours.clear();
  system.sessions.clear();
  system.sessions.set(secret, { token: 'token-1', sessionId: 'session-1', account: 'account-1', seconds: 300 });
  system.behaviours.set('programme POST /api/programme/sign-in', (_request, response, body) => {
    if (!body.includes('surina')) return json(response, 401, { code: 'sign-in.wrong' });
    json(response, 200, { session: secret, expiresAt: expiresAt(), actor: { name: '苏日娜' } });
  });
});
/** Each test has a session of its own: what one has cached is nothing to the next. */
function newSession(seconds = 300): string {
  const own = `own-session-${system.sessions.size}-${String(process.hrtime.bigint())}`;
  system.sessions.set(own, { token: `token of ${own}`, sessionId: `id of ${own}`, account: 'a', seconds });
  return own;
}

test('a page gets a cookie that its scripts cannot read, and never the secret itself', async () => {
  const answer = await system.call('POST', '/api/programme/sign-in', { headers: page, body: credentials });
  expect(answer.status).toBe(200);
  expect(answer.json()).toEqual({ actor: { name: '苏日娜' } });
  const [set = ''] = answer.headers['set-cookie'] ?? [];
  expect(set).toMatch(new RegExp(`^xibu=${secret}; Path=/; Max-Age=3(600|59\\d); HttpOnly; SameSite=Lax$`));
  expect(system.seen[0]?.headers['x-xibu-gateway-key']).toBe(internalKey);
});

test('over https the cookie is bound to the host', async () => {
  const own = await startFakeSystem({ XIBU_PUBLIC_URL: 'https://xibu.example.cn' });
  try {
    own.behaviours.set('programme POST /api/programme/sign-in', (_request, response, _body) => {
      json(response, 200, { session: secret, expiresAt: expiresAt(), actor: {} });
    });
    const answer = await own.call('POST', '/api/programme/sign-in', { headers: page, body: credentials });
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^__Host-xibu=.*; Secure$/);
    expect(answer.headers['strict-transport-security']).toContain('max-age=31536000');
  } finally {
    await own.stop();
  }
});

test('a machine that says so gets the secret and no cookie', async () => {
  const headers = { ...page, 'x-xibu': 'machine' };
  const answer = await system.call('POST', '/api/programme/sign-in', { headers, body: credentials });
  expect(answer.json()).toMatchObject({ session: secret });
  expect(answer.headers).not.toHaveProperty('set-cookie');
});

test('a wrong password sets nothing', async () => {
  const answer = await system.call('POST', '/api/programme/sign-in', { headers: page, body: '{"name":"x"}' });
  expect(answer).toMatchObject({ status: 401 });
  expect(answer.headers).not.toHaveProperty('set-cookie');
});

test.each([
  ['without the header of our pages', { 'content-type': 'application/json' }],
  ['from another origin', { ...page, origin: 'https://evil.example' }],
])('nobody is signed in by a page %s', async (_, headers) => {
  const answer = await system.call('POST', '/api/programme/sign-in', { headers, body: credentials });
  expect(answer.json()).toMatchObject({ status: 403, code: 'session.foreign-origin' });
  expect(system.seen).toEqual([]);
});

test('the exchange between gateway and programme is not reached from outside', async () => {
  const body = JSON.stringify({ session: secret });
  await system.call('POST', '/api/programme/sessions/exchange', { headers: page, body });
  expect(system.exchanges[0]?.headers).not.toHaveProperty('x-xibu-gateway-key');
});

test.each([
  ['by cookie', (own: string) => ({ cookie: `xibu=${own}` })],
  ['by header', (own: string) => ({ authorization: `Session ${own}` })],
])('a session %s is exchanged once for the token that services read', async (_, headersOf) => {
  const own = newSession();
  const headers = headersOf(own);
  await Promise.all(Array.from({ length: 5 }, () => system.call('GET', '/api/finance/things', { headers })));
  await system.call('GET', '/api/placement/things', { headers });
  expect(system.exchanges).toHaveLength(1);
  expect(system.seen).toHaveLength(6);
  for (const { headers: sent } of system.seen) {
    expect(sent).toMatchObject({ authorization: `Bearer token of ${own}`, 'x-xibu-session-id': `id of ${own}` });
    expect(sent).not.toHaveProperty('cookie');
  }
});

test('a token that is about to end is not handed on: another is asked for', async () => {
  const headers = { authorization: `Session ${newSession(15)}` };
  await system.call('GET', '/api/finance/things', { headers });
  await system.call('GET', '/api/finance/things', { headers });
  expect(system.exchanges).toHaveLength(2);
});

test('whoever comes back after the session is over is a visitor, and the cookie goes', async () => {
  const headers = { cookie: 'xibu=over-and-out-over-and-out' };
  const answer = await system.call('GET', '/api/programme/seasons', { headers });
  expect(answer.status).toBe(200);
  expect(system.seen[0]?.headers).not.toHaveProperty('authorization');
  expect(answer.headers['set-cookie']?.[0]).toMatch(/^xibu=; Path=\/; Max-Age=0/);
});

test('a machine whose session is over is told so', async () => {
  const answer = await system.call('GET', '/api/finance/things', {
    headers: { authorization: `Session ${'x'.repeat(43)}` },
  });
  expect(answer.json()).toMatchObject({ status: 401, code: 'session.expired' });
  expect(system.seen).toEqual([]);
});

test('a change by cookie from a foreign page reaches no service; by our page it does', async () => {
  const own = { cookie: `xibu=${newSession()}` };
  const foreign = { ...own, origin: 'https://evil.example', 'x-xibu': 'portal' };
  for (const headers of [own, foreign]) {
    expect((await system.call('POST', '/api/finance/things', { headers, body: '{}' })).json()).toMatchObject({
      ...{ status: 403, code: 'session.foreign-origin' },
    });
  }
  expect(system.seen).toEqual([]);
  const origin = system.gateway.url.replace('[::1]', 'localhost');
  const headers = { ...own, 'x-xibu': 'portal', origin };
  expect((await system.call('POST', '/api/finance/things', { headers, body: '{}' })).status).toBe(200);
});

test('signing out ends the session, forgets its token and clears the cookie', async () => {
  const own = newSession();
  const headers = { cookie: `xibu=${own}`, 'x-xibu': 'portal' };
  await system.call('GET', '/api/finance/things', { headers });
  system.behaviours.set('programme POST /api/programme/sign-out', (_request, response, _body) => {
    system.sessions.delete(own);
    response.writeHead(204).end();
  });
  const out = await system.call('POST', '/api/programme/sign-out', { headers });
  expect(out).toMatchObject({ status: 204, text: '' });
  expect(out.headers['set-cookie']?.[0]).toMatch(/Max-Age=0/);
  expect(system.seen.at(-1)?.headers).toMatchObject({ 'x-xibu-session-id': `id of ${own}` });
  await system.call('GET', '/api/finance/things', { headers });
  expect(system.exchanges).toHaveLength(2);
  expect(system.seen.at(-1)?.headers).not.toHaveProperty('authorization');
});

test('a foreign page signs nobody out', async () => {
  const answer = await system.call('POST', '/api/programme/sign-out', { headers: { cookie } });
  expect(answer.json()).toMatchObject({ code: 'session.foreign-origin' });
  expect(answer.headers).not.toHaveProperty('set-cookie');
});

test('no service sets a cookie', async () => {
  system.behaviours.set('finance GET /api/finance/things', (_request, response, _body) => {
    response.writeHead(200, { 'set-cookie': 'xibu=stolen', 'content-type': 'text/plain' }).end('x');
  });
  expect((await system.call('GET', '/api/finance/things')).headers).not.toHaveProperty('set-cookie');
});

test('while programme is away sessions are a 503, visitors and machines go on', async () => {
  const own = await startFakeSystem();
  try {
    await own.stopService('programme');
    const bySession = await own.call('GET', '/api/finance/things', { headers: { cookie } });
    expect(bySession).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
    expect((await own.call('GET', '/api/finance/things')).status).toBe(200);
    expect((await own.call('GET', '/api/finance/things', { headers: { authorization: 'Bearer x' } })).status).toBe(200);
    expect((await own.call('GET', '/health/ready')).status).toBe(503);
    expect((await own.call('GET', '/health/live')).status).toBe(200);
  } finally {
    await own.stop();
  }
});
