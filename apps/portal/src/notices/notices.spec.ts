import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TestPages } from '../../dev/test-pages.js';

const pages = new TestPages();
beforeAll(() => pages.start());
afterAll(() => pages.stop());

test('the office that issued a notice goes from its own list to the notice and its receipts', async () => {
  const page = await pages.open({ at: '/office/notices/issued', as: 'region' });
  await page.getByRole('link', { name: '关于做好2023年西部计划的通知' }).click();
  await page.getByRole('link', { name: '查看回执' }).click();
  await page.getByRole('heading', { name: '回执' }).waitFor();
  await page.getByText('科尔沁右翼前旗项目办').first().waitFor();
  expect(new URL(page.url()).pathname).toBe('/office/notices/no-1/receipts');
  const boxes = pages.server.requests.map(({ path, query }) => path === '/api/programme/notices' && query.get('box'));
  expect(boxes).toContain('issued');
  await page.context().close();
});

test.each(['county', 'university'])(
  '%s, which may issue but only received this one, is led to no receipts',
  async (as) => {
    const page = await pages.open({ at: '/office/notices/no-1', as });
    await page.getByText('请按时做好各项工作。').waitFor();
    expect(await page.getByRole('link', { name: '查看回执' }).count()).toBe(0);
    await page.context().close();
  },
);
