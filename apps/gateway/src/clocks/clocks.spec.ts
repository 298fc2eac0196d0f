import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type FakeSystem, json, startFakeSystem } from '../upstreams/fake-services-for-specs.js';
import { services } from '../upstreams/services.js';

let system: FakeSystem;
const operator = { authorization: 'Bearer operator', 'content-type': 'application/json' };
const now = '2023-05-21T00:00:00+08:00';
const move = (body: string, headers: Record<string, string> = operator) =>
  system.call('PUT', '/api/clock', { headers, body });

beforeAll(async () => {
  system = await startFakeSystem();
});
afterAll(() => system.stop());
let done: string[];
beforeEach(() => {
  done = [];
  system.seen.length = 0;
  for (const service of services) {
    system.behaviours.set(`${service} PUT /api/${service}/operations/clock`, (_request, response, body) => {
      done.push(`${service} begins`);
      setImmediate(() => {
        done.push(`${service} is there`);
        json(response, 200, JSON.parse(body) as object);
      });
    });
    system.behaviours.set(`${service} GET /api/${service}/operations/state`, (_request, response, _body) => {
      json(response, 200, { now: service === 'finance' ? '2023-05-20T00:00:00+08:00' : now });
    });
  }
});

test('the clocks move in one order, each when the one before is there', async () => {
  const answer = await move(JSON.stringify({ now }));
  expect(answer).toMatchObject({ status: 200 });
  expect(answer.json()).toMatchObject({ now, services: { programme: now, notifications: now } });
  expect(done).toEqual(services.flatMap((service) => [`${service} begins`, `${service} is there`]));
  for (const { headers, body } of system.seen) {
    expect({ authorization: headers.authorization, body }).toEqual({
      ...{ authorization: 'Bearer operator', body: JSON.stringify({ now }) },
    });
  }
});

test('the first service that says no stops the move, and says how far it came', async () => {
  system.behaviours.set('placement PUT /api/placement/operations/clock', (_request, response, _body) => {
    json(response, 422, { code: 'clock.backwards', status: 422 });
  });
  const answer = await move(JSON.stringify({ now }));
  expect(answer).toMatchObject({ status: 422, headers: { 'content-type': 'application/problem+json; charset=utf-8' } });
  expect(answer.json()).toMatchObject({
    ...{ code: 'clock.backwards', service: 'placement', moved: ['programme', 'recruitment'] },
  });
  expect(done.at(-1)).toBe('recruitment is there');
});

test('who may not move it is told by the first service, and nothing has moved', async () => {
  system.behaviours.set('programme PUT /api/programme/operations/clock', (_request, response, _body) => {
    json(response, 403, { code: 'permission.missing', status: 403 });
  });
  expect((await move(JSON.stringify({ now }))).json()).toMatchObject({ code: 'permission.missing', moved: [] });
});

test.each([
  '',
  '{}',
  '{"now":"tomorrow"}',
  '{"now":"2023-05-21T00:00:00+08:00","x":1}',
  `{"now":"${'9'.repeat(2000)}"}`,
])('the body %j moves nothing', async (body) => {
  expect((await move(body)).status).toBe(400);
  expect(done).toEqual([]);
});

test('by cookie it is moved from our own page only', async () => {
  system.sessions.set('s'.repeat(43), { token: 't', sessionId: 'i', account: 'a', seconds: 300 });
  const cookie = { cookie: `xibu=${'s'.repeat(43)}` };
  expect((await move(JSON.stringify({ now }), cookie)).json()).toMatchObject({ code: 'session.foreign-origin' });
  expect((await move(JSON.stringify({ now }), { ...cookie, 'x-xibu': 'portal' })).status).toBe(200);
});

test('the clock of the system is that of its slowest service', async () => {
  const answer = await system.call('GET', '/api/clock', { headers: operator });
  expect(answer.json()).toMatchObject({ now: '2023-05-20T00:00:00+08:00', services: { programme: now } });
});

test('moving may take longer than any other request', async () => {
  const own = await startFakeSystem({ XIBU_PATIENCE_MS: '100', XIBU_CLOCK_PATIENCE_MS: '5000' });
  try {
    for (const service of services) {
      own.behaviours.set(`${service} PUT /api/${service}/operations/clock`, (_request, response, body) => {
        setTimeout(() => json(response, 200, JSON.parse(body) as object), service === 'finance' ? 300 : 0);
      });
    }
    const given = { headers: operator, body: JSON.stringify({ now }) };
    expect((await own.call('PUT', '/api/clock', given)).status).toBe(200);
  } finally {
    await own.stop();
  }
});
