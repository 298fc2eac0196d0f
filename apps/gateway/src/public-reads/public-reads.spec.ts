import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { eventually, type FakeSystem, json, startFakeSystem } from '../upstreams/fake-services-for-specs.js';

let system: FakeSystem;
let text: string;
const notices = '/api/programme/public-notices';
const catalogue = '/api/placement/catalogue/posts?season=2023-2024';
const secret = 's'.repeat(43);

/** Answers are kept long enough for a busy machine, except where a test is about their end. */
async function begin(seconds: number): Promise<void> {
  system = await startFakeSystem({ XIBU_PUBLIC_READ_SECONDS: String(seconds) });
  text = 'first';
  system.behaviours.set(`programme GET ${notices}`, (_request, response, _body) => json(response, 200, { text }));
  system.behaviours.set('placement GET /api/placement/catalogue/posts', (request, response, _body) => {
    const etag = `"${text}"`;
    const isHeld = request.headers['if-none-match'] === etag;
    response.writeHead(isHeld ? 304 : 200, { etag, 'content-type': 'application/json', 'cache-control': 'max-age=60' });
    response.end(isHeld ? undefined : JSON.stringify({ text }));
  });
  for (const name of ['one', 'two']) {
    system.sessions.set(`${name}-${secret}`, { token: name, sessionId: name, account: name, seconds: 300 });
  }
  system.behaviours.set('recruitment GET /api/recruitment/applications/mine', (request, response, _body) => {
    const whose = request.headers.authorization;
    const body = JSON.stringify({ whose });
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
  });
}
beforeEach(() => begin(60));
afterEach(() => system.stop());

const asked = (path: string): number => system.seen.filter(({ url }) => url === path).length;
const cookieOf = (name: string) => ({ cookie: `xibu=${name}-${secret}` });

test('however many read a notice at once, its service is asked once', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => system.call('GET', notices)));
  expect(answers.map((answer) => answer.json())).toEqual(Array.from({ length: 50 }, () => ({ text: 'first' })));
  expect(asked(notices)).toBe(1);
});

test('whoever holds it already gets 304; anybody else its version, to be asked about each time', async () => {
  const { headers } = await system.call('GET', notices);
  expect(headers).toMatchObject({ 'cache-control': 'public, no-cache', vary: 'accept-encoding, accept-language' });
  expect(headers.etag).toMatch(/^"[\w-]{22}"$/);
  for (const tag of [headers.etag, `W/${String(headers.etag)}`, `"x", ${String(headers.etag)}`]) {
    const again = await system.call('GET', notices, { headers: { 'if-none-match': String(tag) } });
    expect(again).toMatchObject({ status: 304, text: '', headers: { etag: headers.etag } });
  }
  expect((await system.call('GET', notices, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  expect(asked(notices)).toBe(1);
});

test('each language and each question is kept for itself', async () => {
  await system.call('GET', notices, { headers: { 'accept-language': 'en' } });
  await system.call('GET', notices);
  await system.call('GET', `${notices}?limit=5`);
  expect(system.seen.map(({ url, headers }) => [url, headers['accept-language']])).toEqual([
    [notices, 'en'],
    [notices, 'zh'],
    [`${notices}?limit=5`, 'zh'],
  ]);
});

test('a change through this gateway shows at once, any other within the seconds of the configuration', async () => {
  await system.stop();
  await begin(1);
  await system.call('GET', notices);
  text = 'second';
  await system.call('POST', '/api/programme/notices', { body: '{}' });
  expect((await system.call('GET', notices)).json()).toEqual({ text: 'second' });
  text = 'third';
  await eventually(async () => {
    expect((await system.call('GET', notices)).json()).toEqual({ text: 'third' });
  });
});

test('what was asked before a change is not kept after it', async () => {
  let answerFirst: () => void = () => undefined;
  system.behaviours.set(`programme GET ${notices}`, (_request, response, _body) => {
    if (text === 'first') answerFirst = () => json(response, 200, { text: 'first' });
    else json(response, 200, { text });
  });
  const early = system.call('GET', notices);
  await eventually(() => expect(asked(notices)).toBe(1));
  text = 'second';
  await system.call('POST', '/api/programme/notices', { body: '{}' });
  const late = system.call('GET', notices);
  expect((await late).json()).toEqual({ text: 'second' });
  const wasAsked = asked(notices);
  answerFirst();
  await early;
  expect((await system.call('GET', notices)).json()).toEqual({ text: 'second' });
  expect(wasAsked).toBe(2);
});

test('a saved draft makes nobody ask for the notices again; moved time makes everybody', async () => {
  const shown = '/api/recruitment/public-notices';
  await system.call('GET', shown);
  await system.call('PUT', '/api/recruitment/applications/1/draft', { body: '{}' });
  await system.call('GET', shown);
  expect(asked(shown)).toBe(1);
  await system.call('PUT', '/api/clock', { body: '{"now":"2023-05-21T00:00:00+08:00"}' });
  await system.call('GET', shown);
  expect(asked(shown)).toBe(2);
});

test('a service that has versions of its own is asked only whether it has changed', async () => {
  await system.stop();
  await begin(1);
  expect((await system.call('GET', catalogue)).headers).toMatchObject({
    ...{ etag: '"first"', 'cache-control': 'public, no-cache' },
  });
  await eventually(async () => {
    expect((await system.call('GET', catalogue)).json()).toEqual({ text: 'first' });
    expect(system.seen.at(-1)?.headers['if-none-match']).toBe('"first"');
  });
  text = 'second';
  await eventually(async () => {
    expect((await system.call('GET', catalogue)).json()).toEqual({ text: 'second' });
  });
});

test('a service that is away leaves the notice of a moment ago; without one the answer is 503', async () => {
  await system.stop();
  await begin(1);
  await system.call('GET', notices);
  await system.stopService('programme');
  for (let tries = 0; tries < 3; tries += 1) {
    expect((await system.call('GET', notices)).json()).toEqual({ text: 'first' });
  }
  expect(await system.call('GET', `${notices}?limit=1`)).toMatchObject({
    status: 503,
    headers: { 'retry-after': '5' },
  });
});

test('a no is passed on and not kept', async () => {
  system.behaviours.set(`programme GET ${notices}/1`, (_request, response, _body) => {
    json(response, text === 'first' ? 404 : 200, { code: 'record.unknown' });
  });
  expect(await system.call('GET', `${notices}/1`)).toMatchObject({
    status: 404,
    headers: { 'cache-control': 'no-store' },
  });
  text = 'there';
  expect((await system.call('GET', `${notices}/1`)).status).toBe(200);
});

test('what everybody may read is asked as nobody: nothing of a person can be in it', async () => {
  const headers = { ...cookieOf('one'), 'x-xibu': 'portal', 'if-modified-since': 'x', range: 'bytes=0-1' };
  await system.call('GET', notices, { headers });
  await system.call('GET', catalogue, { headers: { authorization: 'Bearer a.b.c' } });
  for (const { headers: sent } of system.seen) {
    for (const name of ['cookie', 'authorization', 'x-xibu-session-id', 'range']) expect(sent).not.toHaveProperty(name);
  }
  expect(system.exchanges).toEqual([]);
});

test('what belongs to one person is never kept for another, shared, or left on a disk', async () => {
  const mine = '/api/recruitment/applications/mine';
  for (const name of ['one', 'two', 'one']) {
    const answer = await system.call('GET', mine, { headers: cookieOf(name) });
    expect(answer.json()).toEqual({ whose: `Bearer ${name}` });
    expect(answer.headers['cache-control']).toBe('private, no-store');
  }
  expect((await system.call('GET', mine)).json()).toEqual({});
  expect(asked(mine)).toBe(4);
});

test('one’s own status that has not changed is a 304, and another’s version never is', async () => {
  const mine = '/api/recruitment/applications/mine';
  const [one, two] = [
    await system.call('GET', mine, { headers: cookieOf('one') }),
    await system.call('GET', mine, { headers: cookieOf('two') }),
  ];
  const tag = String(one.headers.etag);
  expect(tag).not.toBe(two.headers.etag);
  const again = await system.call('GET', mine, { headers: { ...cookieOf('one'), 'if-none-match': tag } });
  expect(again).toMatchObject({ status: 304, text: '', headers: { etag: tag, 'cache-control': 'private, no-store' } });
  const other = await system.call('GET', mine, { headers: { ...cookieOf('two'), 'if-none-match': tag } });
  expect(other.json()).toEqual({ whose: 'Bearer two' });
});

test('a long notice travels compressed, and is compressed once', async () => {
  text = '草原'.repeat(2000);
  const answers = [
    await system.call('GET', notices, { headers: { 'accept-encoding': 'br' } }),
    await system.call('GET', notices, { headers: { 'accept-encoding': 'gzip' } }),
    await system.call('GET', notices),
  ];
  expect(answers.map(({ headers }) => headers['content-encoding'])).toEqual(['br', 'gzip', undefined]);
  expect(answers[2]?.json()).toEqual({ text });
  expect(asked(notices)).toBe(1);
});

test('switched off, each question reaches its service', async () => {
  const own = await startFakeSystem({ XIBU_PUBLIC_READ_SECONDS: '0' });
  try {
    await own.call('GET', notices);
    await own.call('GET', notices);
    expect(own.seen).toHaveLength(2);
  } finally {
    await own.stop();
  }
});
