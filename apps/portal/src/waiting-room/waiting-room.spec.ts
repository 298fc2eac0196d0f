import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { findAccessibilityFaults, type Page } from '@xibu/testing';
import { TestPages, untranslated } from '../../dev/test-pages.js';

const pages = new TestPages();
beforeAll(async () => {
  await pages.start();
  const { own } = pages.server.api;
  const filled = own.get('p4');
  if (!filled) throw new Error('nobody has filled in a form');
  for (const person of ['p1', 'p2']) own.set(person, { ...filled, id: `own-${person}`, status: 'draft', reviews: [] });
});
afterAll(() => pages.stop());
afterEach(() => pages.server.mend());

const phone = 390;
const standing = { ahead: 1234, expectedSeconds: 185, cameAt: '2023-05-20T08:00:00+08:00', retrySeconds: 3 };
const wait = {
  status: 503,
  headers: { 'retry-after': '3' },
  body: { status: 503, code: 'waiting-room.wait', detail: '现在人多', ...standing },
};
const busy = {
  status: 503,
  headers: { 'retry-after': '1' },
  body: { code: 'service.busy', detail: '现在办理的人很多' },
};

/** Everybody who looks finds so few people ahead, until things are mended. */
function fewAhead(): void {
  const body = { isIn: false, ...standing, ahead: 56, expectedSeconds: 20, retrySeconds: 1 };
  pages.server.breakNext('/api/waiting-room', { status: 200, body });
}

const submissionOf = (person: string): string => `/api/recruitment/applications/own-${person}/submit`;
const ownInBrowser = "Object.keys(localStorage).filter((name) => name.startsWith('xibu.own.'))";

const keysSentTo = (path: string) =>
  pages.server.requests.filter((request) => request.path === path).map(({ headers }) => headers['idempotency-key']);

async function submit(page: Page): Promise<void> {
  await page.getByLabel('我承诺', { exact: false }).check();
  await page.getByRole('button', { name: '提交报名表' }).click();
}

test('on a phone somebody waits, is let in, submits among many others, and has a receipt', async () => {
  const page = await pages.enter({ as: 'applicant', width: phone });
  pages.server.breakNext('/api/programme/session', wait, 1);
  fewAhead();
  await page.goto('/mine/sign-up/review');
  await page.getByRole('heading', { level: 1, name: '现在人多，请稍候' }).waitFor();
  await page.getByText('1,234 人').waitFor();
  await page.getByText('4 分钟').waitFor();
  expect(await page.getByRole('link', { name: '登录' }).count()).toBe(0);
  await page.getByText('56 人').waitFor();
  pages.server.mend();
  await page.getByRole('heading', { level: 1, name: '检查并提交' }).waitFor();
  pages.server.breakNext(submissionOf('p1'), busy, 2);
  await submit(page);
  await page.getByText('正在提交，请不要关闭页面').waitFor();
  await page.getByRole('heading', { level: 1, name: '报名回执' }).waitFor();
  await page.getByText('报名表已提交').first().waitFor();
  const keys = keysSentTo(submissionOf('p1'));
  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
  expect(await page.evaluate(ownInBrowser)).toEqual([]);
  await page.context().close();
});

test('while one waits every sentence is there in both languages, and everybody can read it', async () => {
  for (const language of ['zh', 'en'] as const) {
    pages.server.breakNext('/api/programme/session', wait, 1);
    fewAhead();
    const page = await pages.enter({ width: phone, language });
    await page.goto('/');
    await page.locator('h1').waitFor();
    expect(await findAccessibilityFaults(page)).toEqual([]);
    if (language === 'en') expect(await untranslated(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(phone);
    await page.getByRole('link', { name: language === 'en' ? 'Official notices' : '通知文件' }).click();
    await page.getByRole('heading', { level: 1, name: language === 'en' ? 'Official notices' : '通知文件' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: language === 'en' ? 'Many people' : '现在人多' }).waitFor();
    await page.context().close();
    pages.server.mend();
  }
});

test('a submission goes on after a reload, under the key that was made when the form was opened', async () => {
  const page = await pages.open({ at: '/mine/sign-up/person', as: 'applicant-long', width: phone });
  const opened = await (
    await page.waitForFunction("JSON.parse(localStorage.getItem('xibu.own.submission.own-p2'))")
  ).jsonValue();
  expect(opened).toEqual({ key: expect.stringMatching(/^[0-9a-f]{32}$/), round: 0, isUnderWay: false });
  await page.goto('/mine/sign-up/review');
  pages.server.breakNext(submissionOf('p2'), 'no-answer');
  await submit(page);
  await page.getByText('正在提交，请不要关闭页面').waitFor();
  await page.reload();
  await page.getByText('正在提交，请不要关闭页面').waitFor();
  pages.server.mend();
  await page.getByRole('heading', { level: 1, name: '报名回执' }).waitFor();
  const { key } = opened as { key: string };
  expect(keysSentTo(submissionOf('p2')).length).toBeGreaterThanOrEqual(3);
  expect(new Set(keysSentTo(submissionOf('p2')))).toEqual(new Set([key]));
  await page.context().close();
});

test('whoever goes back to change something has not submitted, and a form that was returned has another key', async () => {
  const page = await pages.open({ at: '/mine/sign-up/review', as: 'applicant-returned', width: phone });
  // The form is read after its heading is shown, and the key is made when it has come.
  const name = await (await page.waitForFunction(`${ownInBrowser}[0]`)).jsonValue();
  const kept = `JSON.parse(localStorage.getItem('${name}'))`;
  expect(await page.evaluate(kept)).toMatchObject({ round: 1 });
  pages.server.breakNext('/api/recruitment/applications/', busy);
  await submit(page);
  await page.getByText('正在提交，请不要关闭页面').waitFor();
  expect(await page.evaluate(kept)).toMatchObject({ isUnderWay: true });
  await page.getByRole('link', { name: '修改特长' }).click();
  await page.getByRole('heading', { level: 1, name: '经历与特长' }).waitFor();
  expect(await page.evaluate(kept)).toMatchObject({ isUnderWay: false });
  const sent = pages.server.requests.length;
  pages.server.mend();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: '检查并提交' }).waitFor();
  expect(pages.server.requests.slice(sent).some(({ path }) => path.endsWith('/submit'))).toBe(false);
  await page.context().close();
});

test('what could not be saved before the page was closed is there again, and is saved', async () => {
  const page = await pages.open({ at: '/mine/sign-up/experience', as: 'applicant-returned', width: phone });
  pages.server.breakNext('/api/recruitment/applications/', busy);
  await page.getByLabel('特长').fill('长调、安代舞');
  await page.locator('[data-save="waiting"]').waitFor();
  pages.server.mend();
  await page.reload();
  await page.locator('[data-save="saved"]').waitFor();
  expect(await page.getByLabel('特长').inputValue()).toBe('长调、安代舞');
  expect(pages.server.requests.findLast(({ method }) => method === 'PUT')?.body).toEqual({ skills: '长调、安代舞' });
  await page.context().close();
});

test('whoever has to wait while they write keeps their page, and goes on where they were', async () => {
  const page = await pages.open({ at: '/mine/sign-up/experience', as: 'applicant-returned', width: phone });
  const field = page.getByLabel('奖励');
  await field.waitFor();
  pages.server.breakNext('/api/recruitment/applications/', wait, 1);
  fewAhead();
  await field.fill('优秀毕业生');
  const dialog = page.getByRole('dialog', { name: '现在人多，请稍候' });
  await dialog.getByText('56 人').waitFor();
  expect(await findAccessibilityFaults(page)).toEqual([]);
  pages.server.mend();
  await dialog.waitFor({ state: 'detached' });
  expect(await field.inputValue()).toBe('优秀毕业生');
  await page.locator('[data-save="saved"]').waitFor();
  await page.context().close();
});

test('signing out leaves nothing of the person in the browser', async () => {
  const page = await pages.open({ at: '/mine/sign-up/experience', as: 'applicant-returned', width: phone });
  await page.waitForFunction(`${ownInBrowser}.length === 1`);
  await page.getByRole('button', { name: /账号菜单/ }).click();
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.getByRole('link', { name: '登录' }).first().waitFor();
  expect(await page.evaluate(ownInBrowser)).toEqual([]);
  await page.context().close();
});
