import { createServer, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type FakeSystem, json, startFakeSystem } from '../upstreams/fake-services-for-specs.js';
import { services } from '../upstreams/services.js';

let system: FakeSystem;
beforeAll(async () => {
  system = await startFakeSystem({ XIBU_PATIENCE_MS: '300', XIBU_BODY_LIMIT: '1000000' });
});
afterAll(() => system.stop());
beforeEach(() => {
  system.seen.length = 0;
  system.behaviours.clear();
});

/** Headers of the first request that reached a service. */
function headersSeen(): IncomingHttpHeaders {
  const [first] = system.seen;
  if (!first) throw new Error('nothing reached a service');
  return first.headers;
}

test.each(services)('what is asked of %s reaches it as it was asked', async (service) => {
  const path = `/api/${service}/things/1?q=%E9%98%BF&limit=2`;
  const answer = await system.call('POST', path, { body: '{"a":1}', headers: { 'content-type': 'application/json' } });
  expect(answer.status).toBe(200);
  expect(answer.json()).toEqual({ service, method: 'POST', url: path, body: '{"a":1}' });
});

test.each(['GET', 'PUT', 'PATCH', 'DELETE'])('%s goes through', async (method) => {
  await system.call(method, '/api/finance/things');
  expect(system.seen).toMatchObject([{ method, service: 'finance' }]);
});

test('an answer comes back with its status, its type and its version', async () => {
  system.behaviours.set('placement GET /api/placement/posts', (_request, response, _body) => {
    response.writeHead(412, {
      etag: '"7"',
      'content-type': 'application/problem+json',
      'content-disposition': 'attachment',
    });
    response.end('{"code":"version.stale"}');
  });
  const answer = await system.call('GET', '/api/placement/posts');
  expect(answer).toMatchObject({
    status: 412,
    headers: { etag: '"7"', 'content-type': 'application/problem+json', 'content-disposition': 'attachment' },
    text: '{"code":"version.stale"}',
  });
});

test('nobody but the gateway says who asks, from where and through which door', async () => {
  await system.call('GET', '/api/recruitment/things', {
    headers: {
      ...{ 'x-xibu-gateway-key': 'guessed', 'x-xibu-session-id': 'x', 'X-Xibu-Actor': 'operator', cookie: 'a=b' },
      ...{
        'x-forwarded-for': '10.9.9.9',
        'x-forwarded-host': 'evil.example',
        forwarded: 'for=1.2.3.4',
        'x-real-ip': '1',
      },
      ...{ connection: 'keep-alive, x-secret', 'x-secret': 'hop', 'accept-language': 'en' },
    },
  });
  const headers = headersSeen();
  for (const name of [
    'x-xibu-gateway-key',
    'x-xibu-session-id',
    'x-xibu-actor',
    'cookie',
    'authorization',
    'forwarded',
  ]) {
    expect(headers).not.toHaveProperty(name);
  }
  expect(headers).not.toHaveProperty('x-secret');
  expect(headers).toMatchObject({ 'x-forwarded-for': '127.0.0.1', 'accept-language': 'en' });
  expect(headers['x-forwarded-host']).not.toBe('evil.example');
});

test('a machine’s own token goes through untouched', async () => {
  await system.call('POST', '/api/finance/runs', { headers: { authorization: 'Bearer abc.def.ghi' } });
  expect(system.seen[0]?.headers.authorization).toBe('Bearer abc.def.ghi');
  expect(system.exchanges).toEqual([]);
});

test('everything that follows from one request has one id and one trace', async () => {
  const answer = await system.call('GET', '/api/finance/things');
  const headers = headersSeen();
  expect(headers['x-correlation-id']).toBe(answer.headers['x-correlation-id']);
  expect(headers.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  const given = { 'x-correlation-id': 'given-by-caller', traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` };
  await system.call('GET', '/api/finance/things', { headers: given });
  expect(system.seen[1]?.headers).toMatchObject(given);
  await system.call('GET', '/api/finance/things', { headers: { traceparent: `00-${'0'.repeat(32)}-x` } });
  expect(system.seen[2]?.headers.traceparent).toMatch(/^00-(?!0{32})/);
});

test('an address of nothing is a problem, not a page', async () => {
  for (const path of ['/api', '/api/nothing', '/api/nothing/things', '/api/financex/things']) {
    const answer = await system.call('GET', path);
    expect(answer).toMatchObject({
      status: 404,
      headers: { 'content-type': 'application/problem+json; charset=utf-8' },
    });
    expect(answer.json()).toMatchObject({ code: 'request.unknown-route', trace: answer.headers['x-correlation-id'] });
  }
});

test('a body is handed on while it still comes, and so is an answer', async () => {
  const events: string[] = [];
  system.behaviours.set('assessment POST /api/assessment/upload', (request, response) => {
    request.once('data', () => {
      events.push('service has the first part');
      response.writeHead(200, { 'content-type': 'application/octet-stream' });
      response.write('first');
    });
    request.on('end', () => {
      events.push('service has the whole');
      response.end('last');
    });
  });
  const text = await new Promise<string>((resolve, reject) => {
    const outgoing = httpRequest(`${system.gateway.url}/api/assessment/upload`, { method: 'POST' }, (response) => {
      let all = '';
      response.on('data', (part) => {
        all += String(part);
        if (all !== 'first') return;
        events.push('caller has the first part');
        outgoing.end('the rest');
      });
      response.on('end', () => resolve(all));
    });
    outgoing.once('error', reject);
    outgoing.write('the first part');
  });
  expect(text).toBe('firstlast');
  expect(events).toEqual(['service has the first part', 'caller has the first part', 'service has the whole']);
});

test('a body beyond the limit is refused, said in advance or found out on the way', async () => {
  const body = 'x'.repeat(1_000_001);
  const said = await system.call('POST', '/api/finance/things', {
    body,
    headers: { 'content-length': String(body.length) },
  });
  expect(said.json()).toMatchObject({ status: 400, code: 'request.too-large' });
  const found = await system.call('POST', '/api/finance/things', { body, headers: { 'transfer-encoding': 'chunked' } });
  expect(found.json()).toMatchObject({ status: 400, code: 'request.too-large' });
  expect(system.seen).toEqual([]);
});

test('a slow sign of the session and a silent service have one patience together', async () => {
  const own = await startFakeSystem({ XIBU_PATIENCE_MS: '1000' });
  try {
    own.sessions.set('s'.repeat(43), { token: 't', sessionId: 'i', account: 'a', seconds: 300 });
    own.behaviours.set('programme POST /api/programme/sessions/exchange', (_request, response) => {
      const expiresAt = '2099-01-01T00:00:00Z';
      const body = { token: 't', sessionId: 'i', actor: { account: 'a' }, expiresAt };
      setTimeout(() => json(response, 200, body), 700);
    });
    own.behaviours.set('finance GET /api/finance/silent', () => undefined);
    const began = performance.now();
    const answer = await own.call('GET', '/api/finance/silent', {
      headers: { authorization: `Session ${'s'.repeat(43)}` },
    });
    expect(answer.status).toBe(503);
    expect(performance.now() - began).toBeLessThan(1_600);
  } finally {
    await own.stop();
  }
});

test('a service that is silent is a 503 that says when to try again, in the language asked for', async () => {
  system.behaviours.set('finance GET /api/finance/slow', (_request, _response) => undefined);
  const answer = await system.call('GET', '/api/finance/slow', { headers: { 'accept-language': 'en' } });
  expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
  expect(answer.json()).toMatchObject({ code: 'service.unavailable', detail: expect.stringContaining('try again') });
});

test('an answer that stops in the middle breaks off for the caller too, within the patience', async () => {
  system.behaviours.set('finance GET /api/finance/half', (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '4000' });
    response.write('{"half":');
  });
  await expect(system.call('GET', '/api/finance/half')).rejects.toThrow();
  const headers = { 'accept-encoding': 'gzip' };
  await expect(system.call('GET', '/api/finance/half', { headers })).rejects.toThrow();
  expect((await system.call('GET', '/api/finance/things')).status).toBe(200);
});

test('when the caller goes away the service is told', async () => {
  let tellGone: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => {
    tellGone = resolve;
  });
  system.behaviours.set('finance GET /api/finance/long', (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' });
    response.write('begins');
    response.once('close', tellGone);
  });
  const outgoing = httpRequest(`${system.gateway.url}/api/finance/long`, (response) => {
    response.on('error', () => undefined);
    response.once('data', () => outgoing.destroy());
  });
  outgoing.on('error', () => undefined);
  outgoing.end();
  await gone;
});

test('a long answer is compressed for who takes it; a short or encoded one is not', async () => {
  const long = JSON.stringify({ text: '草原'.repeat(2000) });
  system.behaviours.set('finance GET /api/finance/long-answer', (_request, response, _body) => {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(long);
  });
  const raw = async (accept: string) => {
    const response = await new Promise<{ headers: Record<string, unknown>; bytes: Buffer }>((resolve, reject) => {
      const headers = { 'accept-encoding': accept };
      httpRequest(`${system.gateway.url}/api/finance/long-answer`, { headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => resolve({ headers: answer.headers, bytes: Buffer.concat(parts) }));
      })
        .once('error', reject)
        .end();
    });
    return response;
  };
  const [br, gzip, none] = [await raw('gzip, br'), await raw('gzip;q=0.5, br;q=0'), await raw('identity')];
  expect([br.headers['content-encoding'], gzip.headers['content-encoding'], none.headers['content-encoding']]).toEqual([
    ...['br', 'gzip', undefined],
  ]);
  expect(brotliDecompressSync(br.bytes).toString()).toBe(long);
  expect(gunzipSync(gzip.bytes).toString()).toBe(long);
  expect(none.bytes.toString()).toBe(long);
  const short = await system.call('GET', '/api/finance/things', { headers: { 'accept-encoding': 'br' } });
  system.behaviours.set('finance GET /api/finance/short', (_request, response, _body) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '2' });
    response.end('{}');
  });
  expect((await system.call('GET', '/api/finance/short', { headers: { 'accept-encoding': 'br' } })).text).toBe('{}');
  expect(short.status).toBe(200);
});

test('a connection that was closed while nothing was on it costs nobody an answer', async () => {
  let count = 0;
  system.behaviours.set('finance GET /api/finance/closing', (request, response, _body) => {
    count += 1;
    json(response, 200, { count });
    response.once('finish', () => request.socket.destroy());
  });
  for (let asked = 0; asked < 10; asked += 1) {
    expect((await system.call('GET', '/api/finance/closing')).status).toBe(200);
  }
});

test('a service that is away is a 503 at once, and the others go on', async () => {
  await system.stopService('notifications');
  const answer = await system.call('GET', '/api/notifications/messages');
  expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
  expect((await system.call('POST', '/api/notifications/messages', { body: '{}' })).status).toBe(503);
  expect((await system.call('GET', '/api/finance/things')).status).toBe(200);
});

test('a service that accepts and says nothing at all is not waited for', async () => {
  const mute = createServer();
  mute.on('connection', () => undefined);
  mute.removeAllListeners('request');
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(mute.address() as AddressInfo).port}`;
  const own = await startFakeSystem({ XIBU_PATIENCE_MS: '200', XIBU_FINANCE_URL: url });
  try {
    expect((await own.call('POST', '/api/finance/things', { body: '{}' })).status).toBe(503);
  } finally {
    mute.closeAllConnections();
    await new Promise((resolve) => mute.close(resolve));
    await own.stop();
  }
});
