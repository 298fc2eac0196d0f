import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeIdentityNumber } from '@xibu/domain/identity-number';
import type { Page } from '@xibu/testing';
import { TestPages } from '../../dev/test-pages.js';

const pages = new TestPages();
beforeAll(() => pages.start());
afterAll(() => pages.stop());

const phone = 390;

async function choose(page: Page, label: string, typed: string, name: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(typed);
  await page.getByRole('option', { name }).click();
}

async function fillPerson(page: Page): Promise<void> {
  await page.getByLabel('公民身份号码').fill(makeIdentityNumber('152221', '2001-03-12', 42).toLowerCase());
  await choose(page, '民族', '蒙古', '蒙古族');
  await choose(page, '政治面貌', '团员', '共青团员');
  await choose(page, '籍贯', '突泉', '突泉县');
  await page.getByLabel('手机号码').fill('139 0000 4821');
  await page.getByLabel('电子邮箱').fill('someone@example.com');
  await page.getByLabel('紧急联系人姓名').fill('巴图•苏和');
  await page.getByLabel('紧急联系人手机').fill('13900004822');
}

async function fillStudies(page: Page): Promise<void> {
  await choose(page, '学校', '师范', '内蒙古师范大学');
  await page.getByLabel('院系').fill('文学院');
  await choose(page, '专业', '汉语', '汉语言文学');
  await page.getByRole('group', { name: '是否师范类专业' }).getByText('是', { exact: true }).click();
  await choose(page, '学历', '本科', '大学本科毕业');
  await page.getByText('应届毕业生').click();
  await page.getByLabel('毕业时间').fill('2023-06-30');
}

const goOn = (page: Page) => page.getByRole('button', { name: '保存并继续' }).click();
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const state = (page: Page, kind: string) => page.locator(`[data-save="${kind}"]`).waitFor();

test('somebody on a phone registers, fills in the form, submits it and gets a receipt', async () => {
  const page = await pages.open({ at: '/', width: phone });
  await page.getByRole('link', { name: '我要报名' }).click();
  await page.getByRole('link', { name: '注册账号' }).click();
  await page.getByLabel('姓名').fill('苏日娜.巴图');
  await page.getByLabel('手机号码').fill('13900004821');
  await page.getByLabel('电子邮箱').fill('someone@example.com');
  await page.getByLabel('登录名').fill('surina2023');
  await page.getByLabel('密码').fill('caoyuan-2023');
  await page.getByRole('button', { name: '注册并登录' }).click();
  await page.getByRole('button', { name: '开始报名' }).click();
  await heading(page, '个人信息');
  expect(await page.getByLabel('姓名', { exact: true }).inputValue()).toBe('苏日娜·巴图');
  await fillPerson(page);
  await goOn(page);
  await heading(page, '学业信息');
  await fillStudies(page);
  expect(await page.getByLabel('毕业证书上的专业名称').inputValue()).toBe('汉语言文学');
  await goOn(page);
  await heading(page, '经历与特长');
  await page.getByRole('group', { name: '是否有工作经历' }).getByText('否', { exact: true }).click();
  await goOn(page);
  await heading(page, '服务意向');
  await page.getByLabel('内蒙古').check();
  await page.getByLabel('乡村教育').check();
  await page.getByLabel('1 年').check();
  await page.getByRole('group', { name: '服从调剂' }).getByText('是', { exact: true }).click();
  await goOn(page);
  await heading(page, '检查并提交');
  await page.getByLabel('我承诺', { exact: false }).check();
  await page.getByRole('button', { name: '提交报名表' }).click();
  await heading(page, '报名回执');
  await page.getByText('2023-15-004217').waitFor();
  const saved = Object.assign(
    {},
    ...pages.server.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body),
  );
  expect(saved).toMatchObject({
    mobile: '13900004821',
    emergencyName: '巴图·苏和',
    nativePlace: 152224,
    university: '10135',
  });
  await page.getByRole('link', { name: '返回我的报名' }).click();
  await page.getByText('等待院系团委审核').waitFor();
  await page.context().close();
});

test('submitting an unfinished form names every gap, and each leads to its field', async () => {
  const page = await pages.open({ at: '/mine', as: 'applicant', width: phone });
  await page.getByRole('button', { name: '开始报名' }).click();
  await heading(page, '个人信息');
  await page.goto('/mine/sign-up/review');
  await page.getByRole('button', { name: '提交报名表' }).click();
  const summary = page.getByRole('alert');
  await summary.getByRole('heading', { name: /有 \d+ 处需要更正/ }).waitFor();
  expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true);
  await summary.getByRole('link', { name: '请选择“学校”' }).click();
  await heading(page, '学业信息');
  await page.locator('#draft-university:focus').waitFor();
  expect(pages.server.requests.some(({ path }) => path.endsWith('/submit') && path.includes('own-p1'))).toBe(false);
  await page.context().close();
});

test('what is malformed is said at its field, stays in the page and is not sent', async () => {
  const page = await pages.open({ at: '/mine/sign-up/person', as: 'applicant-returned', width: phone });
  await page.getByLabel('电子邮箱').fill('someone@');
  await goOn(page);
  await page
    .getByRole('alert')
    .getByRole('link', { name: /电子邮箱格式不正确/ })
    .click();
  const field = page.getByLabel('电子邮箱');
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  const described = await field.getAttribute('aria-describedby');
  expect(await page.locator(`#${described}`).textContent()).toMatch(/格式不正确/);
  await page.getByRole('link', { name: '西部计划' }).click();
  const dialog = page.getByRole('dialog', { name: '有内容还没有保存' });
  await dialog.getByText('电子邮箱').waitFor();
  await page.keyboard.press('Escape');
  expect(await field.inputValue()).toBe('someone@');
  await field.fill('someone@example.com');
  await page.getByRole('link', { name: '西部计划' }).click();
  await heading(page, '大学生志愿服务西部计划');
  await page.context().close();
});

test('without a connection nothing is lost, it is said in words, and saved once it is back', async () => {
  const page = await pages.open({ at: '/mine/sign-up/experience', as: 'applicant-returned', width: phone });
  await page.context().setOffline(true);
  await page.getByText('网络没有连上').waitFor();
  await page.getByLabel('特长').fill('马头琴、摔跤');
  await state(page, 'waiting');
  await page.context().setOffline(false);
  await state(page, 'saved');
  const last = pages.server.requests.findLast(({ method }) => method === 'PUT');
  expect(last?.body).toEqual({ skills: '马头琴、摔跤' });
  await page.context().close();
});

test('a session that ends while somebody writes asks to sign in again and loses nothing', async () => {
  const page = await pages.open({ at: '/mine/sign-up/experience', as: 'applicant-returned', width: phone });
  await page.getByLabel('奖励').waitFor();
  pages.server.api.endSessions();
  await page.getByLabel('奖励').fill('优秀毕业生');
  const dialog = page.getByRole('dialog', { name: '登录已过期，请重新登录' });
  await dialog.getByLabel('账号').fill('applicant-returned');
  await dialog.getByLabel('密码').fill('wrong');
  await dialog.getByRole('button', { name: '登录', exact: true }).click();
  await dialog.getByRole('link', { name: '账号或密码不正确' }).waitFor();
  await dialog.getByLabel('密码').fill('xibu-demo-2023');
  await dialog.getByRole('button', { name: '登录', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await page.getByLabel('奖励').inputValue()).toBe('优秀毕业生');
  await state(page, 'saved');
  await page.context().close();
});

test('places are ranked with buttons and confirmed', async () => {
  const page = await pages.open({ at: '/mine/confirm', as: 'applicant-confirm', width: phone });
  await page.getByRole('button', { name: '确认', exact: true }).click();
  await page.getByRole('alert').getByRole('link', { name: '请至少选择一个旗县' }).waitFor();
  for (const county of ['扎赉特旗', '突泉县']) await choose(page, '添加旗县', county, county);
  await page.getByRole('button', { name: '突泉县上移' }).click();
  await page.getByRole('button', { name: '确认', exact: true }).click();
  await page.getByText('已确认，等待招募考试').waitFor();
  const sent = pages.server.requests.findLast(({ path }) => path.endsWith('/confirm'));
  expect(sent?.body).toMatchObject({ counties: [152224, 152223] });
  expect(sent?.headers['idempotency-key']).toMatch(/^[0-9a-f]{32}$/);
  await page.context().close();
});
