import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cookieName } from '../sessions/session-cookie.js';
import { type FakeSystem, startFakeSystem } from '../upstreams/fake-services-for-specs.js';

let system: FakeSystem;
let folder: string;
const page =
  '<!doctype html><html lang="zh"><title>西部计划</title><script type="module" src="/assets/index-a1.js"></script></html>';

const outline = (language: string) => `<!doctype html><html lang="${language}"><title>form</title></html>`;
const outlineFile = (language: string) => join(folder, 'outlines', 'mine', `form.${language}.html`);

beforeAll(async () => {
  const outer = mkdtempSync(join(tmpdir(), 'xibu-portal-'));
  writeFileSync(join(outer, 'secret.txt'), 'not for anybody');
  folder = join(outer, 'dist');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  mkdirSync(join(folder, '.git'));
  writeFileSync(join(folder, '.git', 'config'), 'not for anybody either');
  writeFileSync(join(folder, 'index.html'), page);
  writeFileSync(join(folder, 'assets', 'index-a1.js'), `export const text = '${'x'.repeat(5000)}';`);
  writeFileSync(join(folder, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  mkdirSync(join(folder, 'outlines', 'mine'), { recursive: true });
  for (const language of ['zh', 'en']) writeFileSync(outlineFile(language), outline(language));
  system = await startFakeSystem({ XIBU_PORTAL_FOLDER: folder });
});
afterAll(async () => {
  await system.stop();
  rmSync(join(folder, '..'), { recursive: true });
});

const get = (path: string, headers = {}) => system.call('GET', path, { headers });

test.each([
  '/',
  '/mine',
  '/office/applications/123?tab=2',
  '/certificates/内蒙古'.replace('内蒙古', encodeURIComponent('内蒙古')),
])('%s is the portal’s first page, which is asked for anew each time', async (path) => {
  const answer = await get(path);
  expect(answer).toMatchObject({ status: 200, text: page });
  expect(answer.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
});

test.each([
  ['in Chinese', 'a=b; SESSION', outline('zh')],
  ['in the language chosen in the browser', 'xibu-language=en; SESSION', outline('en')],
  ['in Chinese where the choice is no language', 'xibu-language=../en; SESSION', outline('zh')],
  ['not at all for a visitor', 'xibu-language=en', page],
])('who is signed in sees the outline of the page at once, %s', async (_, cookies, text) => {
  const cookie = cookies.replace('SESSION', `${cookieName(false)}=${'s'.repeat(43)}`);
  const answer = await get('/mine/form?then=1', { cookie });
  expect(answer).toMatchObject({ status: 200, text });
  expect(answer.headers).toMatchObject({ 'cache-control': 'no-cache', vary: 'accept-encoding, cookie' });
  expect(await get('/mine/other', { cookie })).toMatchObject({ status: 200, text: page });
});

test('an outline is no address of its own', async () => {
  expect((await get('/outlines/mine/form.zh.html')).status).toBe(404);
});

test('a file named by its content is kept for ever, others are asked about', async () => {
  const asset = await get('/assets/index-a1.js');
  expect(asset.headers).toMatchObject({
    ...{ 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' },
  });
  const mark = await get('/mark.svg');
  expect(mark.headers).toMatchObject({ 'content-type': 'image/svg+xml', 'cache-control': 'no-cache' });
  const again = await get('/mark.svg', { 'if-none-match': String(mark.headers.etag) });
  expect(again).toMatchObject({ status: 304, text: '' });
});

test('a script travels compressed', async () => {
  const [br, gzip] = [
    await get('/assets/index-a1.js', { 'accept-encoding': 'br' }),
    await get('/assets/index-a1.js', { 'accept-encoding': 'gzip' }),
  ];
  expect([br.headers['content-encoding'], gzip.headers['content-encoding']]).toEqual(['br', 'gzip']);
  expect(Number(br.headers['content-length'])).toBeLessThan(500);
});

test('a new build is served without a restart', async () => {
  writeFileSync(join(folder, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"><path/></svg>');
  expect((await get('/mark.svg')).text).toContain('<path/>');
});

test.each([
  '/assets/gone-b2.js',
  '/favicon.ico',
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
  '/.git/config',
])('%s is not there', async (path) => {
  const answer = await get(path);
  expect(answer.text).not.toContain('not for anybody');
  if (answer.status !== 404) expect(answer.text).toBe(page);
});

test.each([
  '/check/confirmation-notice/QR-2023-000001/eyJhbGciOiJFZERTQSJ9.eyJuIjoxfQ.c2lnbmF0dXJl',
  `/certificates/ZS-2024-000123/${'token.'.repeat(60)}end`,
])('the address of a QR code is a page: %s', async (path) => {
  expect(await get(path)).toMatchObject({ status: 200, text: page });
});

test('a file that is missing is a 404, not a page that a script tag would choke on', async () => {
  expect(await get('/assets/gone-b2.js')).toMatchObject({ status: 404 });
  expect((await system.call('POST', '/mine')).status).toBe(404);
});

test.each(['/', '/assets/index-a1.js', '/api/finance/things', '/api/nothing', '/api/docs', '/health/live'])(
  '%s comes with the headers that keep other origins and inline scripts out',
  async (path) => {
    const { headers } = await get(path);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("script-src 'self'");
    expect(policy.match(/script-src[^;]*/)?.[0]).toBe("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/https?:|\*/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
    expect(headers).not.toHaveProperty('server');
  },
);

test('what a service says about security to browsers gives way to what the gateway says', async () => {
  system.behaviours.set('finance GET /api/finance/loose', (_request, response, _body) => {
    const loose = { 'content-security-policy': 'default-src *', 'access-control-allow-origin': '*' };
    response.writeHead(200, { 'content-type': 'text/plain', ...loose }).end('x');
  });
  const { headers } = await get('/api/finance/loose');
  expect(headers['content-security-policy']).toContain("default-src 'self'");
  expect(headers).not.toHaveProperty('access-control-allow-origin');
});

test('the description of every service is found from one page', async () => {
  const answer = await get('/api/docs');
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(answer.text).toContain('href="/api/placement/docs"');
  expect(answer.text).not.toContain('<script');
});

test('without a portal the API is there alone', async () => {
  const own = await startFakeSystem();
  try {
    expect((await own.call('GET', '/')).json()).toMatchObject({ status: 404, code: 'request.unknown-route' });
  } finally {
    await own.stop();
  }
});
