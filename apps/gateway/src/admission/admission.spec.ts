import { request as httpRequest, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import {
  type Answer,
  eventually,
  type FakeSystem,
  json,
  startFakeSystem,
} from '../upstreams/fake-services-for-specs.js';

let system: FakeSystem;
/** Requests that the recruitment service has and does not answer before it is told to. */
let held: ServerResponse[];
const submission = '/api/recruitment/applications/1/submit';
const draft = '/api/recruitment/applications/1/draft';
const english = { 'accept-language': 'en' };

beforeEach(async () => {
  held = [];
  system = await startFakeSystem({
    ...{ XIBU_IN_FLIGHT_MAX: '10', XIBU_QUEUE_MAX: '10', XIBU_WAITING_ROOM: 'off', XIBU_PATIENCE_MS: '10000' },
  });
  system.behaviours.set(`recruitment POST ${submission}`, (_request, response, _body) => void held.push(response));
});
afterEach(async () => {
  letGo();
  await system.stop();
});

function letGo(count = held.length): void {
  for (const response of held.splice(0, count)) json(response, 200, { done: true });
}

/** Fills the service with submissions that take their time. */
async function fill(count = 10): Promise<{ readonly answers: readonly Promise<Answer>[] }> {
  const answers = Array.from({ length: count }, () => system.call('POST', submission, { body: '{}' }));
  await eventually(() => {
    expect(held.length).toBe(Math.min(10, count));
  });
  return { answers };
}

test('a full service refuses with when to try again, in words, and in the language asked for', async () => {
  await fill();
  const answer = await system.call('GET', '/api/recruitment/applications?format=csv', { headers: english });
  expect(answer).toMatchObject({
    status: 503,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  });
  expect(Number(answer.headers['retry-after'])).toBeGreaterThanOrEqual(15);
  expect(answer.json()).toMatchObject({
    ...{ code: 'service.busy', status: 503, trace: answer.headers['x-correlation-id'] },
    detail: expect.stringContaining(`try again in ${answer.headers['retry-after']} s`),
  });
  const chinese = await system.call('GET', '/api/recruitment/applications?format=csv');
  expect(chinese.json()).toMatchObject({ detail: expect.stringContaining('秒后再试') });
});

test('a refusal costs neither a look at the session nor one at the body', async () => {
  await fill();
  const headers = { authorization: `Session ${'s'.repeat(43)}`, 'x-xibu': 'machine' };
  const before = system.seen.length;
  // Not all of it is ever sent: the answer comes all the same.
  const answer = await system.call('POST', '/api/recruitment/x/preview', {
    headers: { ...headers, 'content-length': '2' },
    body: '{}',
  });
  const next = Array.from({ length: 3 }, () => system.call('GET', '/api/recruitment/applications', { headers }));
  const statuses = (await Promise.all(next)).map(({ status }) => status);
  expect([answer.status, ...statuses]).toContain(503);
  expect(system.exchanges).toEqual([]);
  expect(system.seen).toHaveLength(before);
});

test('a submission that finds the service full waits for its turn; another service does not notice', async () => {
  const { answers } = await fill();
  const late = system.call('POST', submission, { body: '{}' });
  expect((await system.call('GET', '/api/finance/things')).status).toBe(200);
  expect(held.length).toBe(10);
  letGo();
  await eventually(() => {
    expect(held.length).toBe(1);
  });
  letGo();
  expect((await late).status).toBe(200);
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
});

test('a request that has waited goes on as itself: its own id, trace and language', async () => {
  await fill();
  const given = { ...english, 'x-correlation-id': 'one-that-has-waited' };
  const late = system.call('PUT', draft, { body: '{"a":1}', headers: given });
  letGo(5);
  expect((await late).headers['x-correlation-id']).toBe('one-that-has-waited');
  const saved = system.seen.find(({ method }) => method === 'PUT');
  expect(saved).toMatchObject({ body: '{"a":1}', headers: { 'x-correlation-id': 'one-that-has-waited' } });
});

test('as many as a season brings at once are never refused, whatever they ask for', async () => {
  const usual = await startFakeSystem();
  try {
    const paths = [
      '/api/finance/things',
      '/api/finance/things?format=csv',
      '/api/finance/x.pdf',
      '/api/finance/x/mine',
    ];
    usual.behaviours.set('finance GET /api/finance/things', (_request, response, _body) => {
      setTimeout(() => json(response, 200, {}), 20);
    });
    const calls = Array.from({ length: 120 }, (_, at) => usual.call('GET', paths[at % 4] ?? ''));
    expect(new Set((await Promise.all(calls)).map(({ status }) => status))).toEqual(new Set([200]));
  } finally {
    await usual.stop();
  }
});

test('whoever leaves while they wait takes nobody’s place, and the service never hears of them', async () => {
  await fill();
  const leaving = httpRequest(`${system.gateway.url}${draft}`, { method: 'PUT', agent: false });
  leaving.on('error', () => undefined);
  leaving.end('{}');
  await eventually(async () => {
    expect((await system.call('GET', '/metrics')).text).toMatch(/xibu_gateway_queue_length\{.*priority="save".*\} 1/);
  });
  leaving.destroy();
  await new Promise((resolve) => leaving.once('close', resolve));
  await system.call('GET', '/health/live');
  letGo();
  await eventually(async () => {
    const { text } = await system.call('GET', '/metrics');
    expect(text).toMatch(/xibu_gateway_in_flight\{.*upstream="recruitment".*\} 0/);
    expect(text).not.toMatch(/xibu_gateway_queue_length\{.*\} 1/);
  });
  expect(system.seen.filter(({ method }) => method === 'PUT')).toEqual([]);
});

test('a place is free again when its caller has gone, whatever became of the answer', async () => {
  await fill();
  letGo();
  await eventually(async () => {
    const { text } = await system.call('GET', '/metrics');
    expect(text).toMatch(/xibu_gateway_in_flight\{.*upstream="recruitment".*\} 0/);
  });
});

test('what waits and what was refused is counted by priority', async () => {
  await fill();
  const waiting = system.call('PUT', draft, { body: '{}' });
  await system.call('GET', '/api/recruitment/applications?format=csv');
  await eventually(async () => {
    const { text } = await system.call('GET', '/metrics');
    const line = (name: string, priority: string) =>
      text.match(
        new RegExp(`^${name}\\{(?=.*upstream="recruitment")(?=.*priority="${priority}").*\\} (\\d+)$`, 'm'),
      )?.[1];
    expect(line('xibu_gateway_queue_length', 'save')).toBe('1');
    expect(Number(line('xibu_gateway_refusals_total', 'export'))).toBe(1);
    expect(line('xibu_gateway_refusals_total', 'submit')).toBe('0');
  });
  letGo();
  await waiting;
});
