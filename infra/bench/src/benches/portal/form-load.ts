import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { type Browser, type BrowserContext, type Page, startTestBrowser } from '@xibu/testing';
import { type Bench, CannotRunHere } from '../../bench.js';
import { openSignUpGround } from '../../sign-up-ground.js';

const address = '/mine/sign-up/person';
/** A mid-range phone: a processor four times slower than this one, on a network of 1.6 Mbit/s and 150 ms. */
const slowness = 4;
const network = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

const signedInAs = { name: 'bench-phone', password: 'a long phrase for one phone' };

/** Somebody with an account and an empty form. */
async function startForm(url: string, season: string): Promise<void> {
  const ask = async (path: string, body: object, session?: string): Promise<unknown> => {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'x-xibu': 'machine' },
        ...(session ? { authorization: `Session ${session}` } : {}),
      },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const { name, password } = signedInAs;
  const person = { name: '苏日娜', email: 'phone@example.org', mobile: '13900000000' };
  await ask('/api/programme/accounts/register', { ...person, loginName: name, password });
  const { session } = (await ask('/api/programme/sign-in', { name, password })) as { session: string };
  await ask('/api/recruitment/applications', { season }, session);
}

/** A window with an empty cache. */
async function windowOf(browser: Browser, origin: string): Promise<BrowserContext> {
  return browser.newContext({ ...phone, baseURL: origin });
}

async function signIn(context: BrowserContext): Promise<void> {
  const headers = { 'idempotency-key': randomUUID(), 'x-xibu': 'portal' };
  const answer = await context.request.post('/api/programme/sign-in', { data: signedInAs, headers });
  if (!answer.ok()) throw new Error(`the phone cannot sign in: ${answer.status()}`);
}

/** Keeps every largest paint with its text, because a part that gives way to another is not known afterwards. */
const watchPaints = `globalThis.paints = [];
  new PerformanceObserver((list) => {
    for (const { startTime, element } of list.getEntries()) paints.push({ startTime, text: element?.textContent ?? '' });
  }).observe({ type: 'largest-contentful-paint', buffered: true });`;

/** The last of them, and whether those very words are what somebody reads in the end. */
const lastPaint = `(() => {
  const { startTime, text } = paints.at(-1);
  const reads = (element) => element.textContent === text && element.checkVisibility();
  return { startTime, text, stands: text !== '' && [...document.querySelectorAll('main *')].some(reads) };
})()`;

/** Milliseconds until the largest part of the page was painted, on a phone. */
async function paintTime(context: BrowserContext, path: string): Promise<number> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', network);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  await page.addInitScript(watchPaints);
  await page.goto(path, { timeout: 60_000 });
  await drawn(page);
  const paint: { startTime: number; text: string; stands: boolean } = await page.evaluate(lastPaint);
  if (!paint.stands) throw new Error(`the largest paint is not what stands there in the end: “${paint.text}”`);
  await page.close();
  return paint.startTime;
}

/** The form stands, and its fields can be written in: before that an outline of it is there, which is no form. */
async function drawn(page: Page): Promise<void> {
  await page.locator('form input').first().waitFor({ timeout: 60_000 });
  await page.waitForTimeout(500);
}

/** The very page that somebody sees, as one file with its styles and without any script. */
async function stillOf(page: Page): Promise<string> {
  return page.evaluate(`(async () => {
    const styles = [...document.styleSheets].map((sheet) => [...sheet.cssRules].map((rule) => rule.cssText).join('\\n'));
    const copy = document.documentElement.cloneNode(true);
    for (const part of copy.querySelectorAll('script, link, style, noscript')) part.remove();
    const style = document.createElement('style');
    style.textContent = styles.join('\\n');
    copy.querySelector('head').append(style);
    return '<!doctype html>' + copy.outerHTML;
  })()`);
}

async function serve(page: string): Promise<{ readonly server: Server; readonly origin: string }> {
  const content = gzipSync(page);
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' });
    response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

export const formLoad: Bench = {
  name: 'form-load',
  goal: 'G8.3',
  what: 'first load of the applicant’s form on a mid-range phone, largest contentful paint',
  floor: 'the same page as one file without script',
  unit: 'ms',
  target: { most: 1.5 },
  async prepare() {
    const ground = await openSignUpGround(16, 4_700);
    const { browser, stop } = await startTestBrowser().catch((error: unknown) => {
      throw new CannotRunHere(error instanceof Error ? error.message : String(error));
    });
    const { url } = ground.stack;
    await startForm(url, '2023-2024');
    const first = await windowOf(browser, url);
    await signIn(first);
    const page = await first.newPage();
    await page.goto(address);
    await drawn(page);
    const still = await serve(await stillOf(page));
    await first.close();
    const measure = async (origin: string, isPortal: boolean): Promise<number> => {
      const context = await windowOf(browser, origin);
      if (isPortal) await signIn(context);
      const time = await paintTime(context, isPortal ? address : '/');
      await context.close();
      return time;
    };
    return {
      round: async () => ({ ours: await measure(url, true), floor: await measure(still.origin, false) }),
      async end() {
        still.server.closeAllConnections();
        still.server.close();
        await stop();
        await ground.end();
      },
    };
  },
};
