import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from '@xibu/testing';
import { TestPages } from '../../dev/test-pages.js';

const pages = new TestPages();
beforeAll(() => pages.start());
afterAll(() => pages.stop());

const name = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();
const sent = (end: string) =>
  pages.server.requests.findLast(({ method, path }) => method === 'POST' && path.endsWith(end));
/** Opens the first of the list, and answers its address once it is the one that is shown. */
async function openFirst(page: Page): Promise<string | null> {
  const link = page.locator('.review-list li a').first();
  await link.click();
  await page.locator('.review-list li:first-child [aria-current]').waitFor();
  return link.getAttribute('href');
}

test('a faculty passes one after the other with the keyboard alone, and only after the talk', async () => {
  const page = await pages.open({ at: '/office/faculty-review/one', as: 'faculty' });
  await page.keyboard.press('j');
  const first = await openFirst(page);
  await page.getByRole('button', { name: /审核通过，下一个/ }).waitFor();
  await page.keyboard.press('a');
  await page.locator('#talked:focus').waitFor();
  expect(await page.getByText('通过前须与报名人谈话').count()).toBe(1);
  expect(sent('faculty-review')).toBeUndefined();
  await page.keyboard.press(' ');
  await page.keyboard.press('a');
  await page.locator(`.review-list [aria-current]:not([href="${first}"])`).waitFor();
  expect(sent('faculty-review')?.body).toEqual({ decision: 'pass', opinion: '', talked: true });
  await page.getByText(/^已通过：/).waitFor();
  await page.locator(`.review-list a[href="${first}"]`).waitFor({ state: 'detached' });
  await page.context().close();
});

test('J and K walk through the list, and letters typed into a reason decide nothing', async () => {
  const page = await pages.open({ at: '/office/university-review/one/app-100', as: 'university' });
  const first = await openFirst(page);
  await page.getByRole('button', { name: /退回补正/ }).waitFor();
  await page.keyboard.press('j');
  await page.locator(`.review-list [aria-current]:not([href="${first}"])`).waitFor();
  await page.getByRole('button', { name: /退回补正/ }).waitFor();
  await page.keyboard.press('k');
  await page.locator(`.review-list [aria-current][href="${first}"]`).waitFor();
  await page.getByRole('button', { name: /退回补正/ }).waitFor();
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: '退回给报名人补正' });
  await dialog.getByRole('button', { name: '退回补正' }).click();
  await dialog.getByRole('alert').getByRole('link', { name: '请填写“理由”' }).click();
  await page.keyboard.type('ajkx');
  expect(sent('university-review')).toBeUndefined();
  expect(await dialog.getByLabel('理由').inputValue()).toBe('ajkx');
  await dialog.getByRole('button', { name: '退回补正' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(sent('university-review')?.body).toEqual({ decision: 'return', opinion: 'ajkx' });
  await page.context().close();
});

test('shortcuts can be turned off, and stay off', async () => {
  const page = await pages.open({ at: '/office/university-review/one/app-120', as: 'university' });
  await page.getByLabel('快捷键').uncheck();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('x');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.reload();
  expect(await page.getByLabel('快捷键').isChecked()).toBe(false);
  await page.context().close();
});

test('a refusal keeps the record in sight and is said', async () => {
  const page = await pages.open({ at: '/office/university-review/one/app-130', as: 'university' });
  await page.getByRole('button', { name: /审核通过/ }).waitFor();
  const detail = '报名目前处于“已撤回”，不能进行这一步';
  pages.server.breakNext(
    '/api/recruitment/applications/app-130/university-review',
    { status: 409, body: { code: 'application.wrong-step', detail } },
    1,
  );
  const before = await name(page);
  await page.keyboard.press('a');
  await page.getByText(detail).waitFor();
  expect(await name(page)).toBe(before);
  await page.context().close();
});

test('many are passed at once, each row answers, and only those not done are tried again', async () => {
  const page = await pages.open({ at: '/office/university-review', as: 'university' });
  const total = Number((await page.getByText(/^共 \d+ 条$/).textContent())?.match(/\d+/)?.[0]);
  const ticks = page.getByRole('checkbox', { name: /^选择 / });
  for (const index of [0, 1, 2, 3, 4]) await ticks.nth(index).check();
  await page.getByText('已选 5 条').waitFor();
  await page.getByRole('button', { name: '全部通过…' }).click();
  await page.getByRole('dialog', { name: '5 份报名表全部通过？' }).getByRole('button', { name: '全部通过' }).click();
  await page.getByRole('rowheader').first().waitFor();
  await page.getByText('4 条完成，1 条未完成').first().waitFor();
  await page.getByText('院系审核通过前须与报名人谈话并记录').waitFor();
  await page.getByText(`共 ${total - 4} 条`, { exact: true }).waitFor();
  expect(await page.locator('.rail .active .count').textContent()).toBe(String(total - 4));
  const first = sent('bulk-review');
  await page.getByRole('button', { name: '只重试未完成的' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '全部通过' }).click();
  await page.getByText('1 条全部完成').first().waitFor();
  expect((sent('bulk-review')?.body as { ids: unknown[] }).ids).toHaveLength(1);
  expect(sent('bulk-review')?.headers['idempotency-key']).not.toBe(first?.headers['idempotency-key']);
  await page.context().close();
});

test('a register keeps its filters, order and page in the address, and exports the same question', async () => {
  const page = await pages.open({ at: '/office/applications', as: 'university' });
  await page.getByLabel('状态').selectOption('faculty-passed');
  await page.waitForURL(/status=faculty-passed/);
  await page.getByRole('columnheader', { name: '姓名' }).getByRole('button').click();
  await page.waitForURL(/sort=name/);
  await page.getByRole('button', { name: '下一页' }).click();
  await page.waitForURL(/after=/);
  await page.getByText('第 2 页').waitFor();
  const href = await page.getByRole('link', { name: '导出 Excel' }).getAttribute('href');
  expect(href).toBe('/api/recruitment/applications?status=faculty-passed&sort=name&format=xlsx');
  await page.getByRole('button', { name: '上一页' }).click();
  await page.waitForURL((url) => !url.search.includes('after='));
  await page.reload();
  expect(await page.getByLabel('状态').inputValue()).toBe('faculty-passed');
  await page.getByRole('button', { name: '清除筛选' }).click();
  await page.waitForURL((url) => !url.search.includes('status'));
  await page.context().close();
});

test('columns that are turned off stay off on this device', async () => {
  const page = await pages.open({ at: '/office/applications', as: 'university' });
  await page.getByRole('button', { name: '显示的列' }).click();
  await page.getByLabel('学校', { exact: true }).uncheck();
  await page.getByRole('columnheader', { name: '学校' }).waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('columnheader', { name: '院系' }).waitFor();
  expect(await page.getByRole('columnheader', { name: '学校' }).count()).toBe(0);
  await page.context().close();
});

test('the search of the header finds by name inside the register', async () => {
  const page = await pages.open({ at: '/office', as: 'university' });
  await page.getByPlaceholder('姓名、编号').fill('刘晓彤');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/office\/applications\?q=/);
  await page.getByRole('link', { name: '刘晓彤' }).first().click();
  await page.getByRole('heading', { level: 1, name: '刘晓彤' }).waitFor();
  await page.context().close();
});
