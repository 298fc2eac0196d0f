import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { findAccessibilityFaults } from '@xibu/testing';
import { TestPages } from '../../dev/test-pages.js';

const pages = new TestPages();
beforeAll(() => pages.start());
afterAll(() => pages.stop());
afterEach(() => pages.server.mend());

test('a fault shows what to do next and the reference for support, and one click tries again', async () => {
  const body = { status: 500, code: 'fault', detail: '系统内部出错，您的数据没有改变', trace: 'abc-123' };
  pages.server.breakNext('/api/recruitment/applications/mine', { status: 500, body });
  const page = await pages.open({ at: '/mine', as: 'applicant-returned', width: 390 });
  await page.getByText('系统内部出错，您的数据没有改变').waitFor();
  await page.getByText('编号：abc-123').waitFor();
  expect(await findAccessibilityFaults(page)).toEqual([]);
  pages.server.mend();
  await page.getByRole('button', { name: '再试一次' }).click();
  await page.getByText('按意见补正后重新提交').waitFor();
  await page.context().close();
});

test('a crowd is told how long to wait and gets in by itself', async () => {
  const answer = { status: 503, headers: { 'retry-after': '1' }, body: { code: 'service.unavailable', detail: '' } };
  pages.server.breakNext('/api/recruitment/applications/mine', answer, 2);
  const page = await pages.open({ at: '/mine', as: 'applicant-returned', width: 390 });
  await page.getByText('现在人多，请稍候').waitFor();
  await page.getByText('按意见补正后重新提交').waitFor();
  await page.context().close();
});

test('no answer at all is said as such', async () => {
  pages.server.breakNext('/api/recruitment/applications?', 'no-answer');
  pages.server.breakNext('/api/recruitment/applications', 'no-answer');
  const page = await pages.open({ at: '/office/applications', as: 'university' });
  await page.getByText('网络没有连上').waitFor();
  await page.context().close();
});

test('whoever is not signed in is asked to, and then comes to where they wanted to go', async () => {
  const page = await pages.open({ at: '/mine/confirm' });
  await page.waitForURL(/\/sign-in\?then=/);
  await page.getByLabel('账号').fill('applicant-confirm');
  await page.getByLabel('密码').fill('xibu-demo-2023');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { level: 1, name: '确认意向服务地' }).waitFor();
  await page.context().close();
});

test('a link cannot send somebody to another site after signing in', async () => {
  const page = await pages.open({ at: '/sign-in?then=//evil.example/x' });
  await page.getByRole('button', { name: '以 university 进入' }).click();
  await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
  await page.context().close();
});

test('a desk page that the role may not open says so and shows ways out', async () => {
  pages.server.requests.length = 0;
  const page = await pages.open({ at: '/office/university-review', as: 'faculty' });
  await page.getByRole('heading', { level: 1, name: '您的岗位看不到这里' }).waitFor();
  expect(pages.server.requests.some(({ query }) => query.get('status') === 'faculty-passed')).toBe(false);
  await page.context().close();
});

test('after signing out nothing of the person is left on the page or a step back', async () => {
  const page = await pages.open({ at: '/mine', as: 'applicant-returned' });
  await page.getByRole('button', { name: /白音那/ }).click();
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.getByRole('link', { name: '登录' }).first().waitFor();
  await page.goBack();
  await page.waitForURL(/sign-in/);
  expect(await page.getByText('白音那').count()).toBe(0);
  await page.context().close();
});

test('on a narrow desk the rail opens as a dialog, by keyboard, and gives focus back', async () => {
  const page = await pages.open({ at: '/office', as: 'university', width: 390 });
  const button = page.getByRole('button', { name: '菜单', exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  await page
    .getByRole('dialog', { name: '菜单' })
    .getByRole('link', { name: /学校审核/ })
    .waitFor();
  await page.keyboard.press('Escape');
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.context().close();
});
