import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TestPages } from '../../dev/test-pages.js';

const pages = new TestPages();
beforeAll(() => pages.start());
afterAll(() => pages.stop());

/** What a page loads as script, compressed as the gateway sends it. */
async function scriptsOf(at: string, as?: string): Promise<{ bytes: number; text: string }> {
  const page = await pages.open({ at: '/sign-in', as });
  const texts: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) texts.push(response.text());
  });
  await page.goto(at);
  await page.locator('h1').waitFor();
  await page.locator('.bones, .outline').first().waitFor({ state: 'detached' });
  const scripts = await Promise.all(texts);
  await page.context().close();
  return { bytes: scripts.reduce((sum, script) => sum + gzipSync(script).length, 0), text: scripts.join('') };
}

/** Ant Design's own words, and the one component here that uses its table. */
function holdsTables(text: string): boolean {
  return text.includes('anticon') || text.includes('data-table');
}

test.each([{ at: '/' }, { at: '/mine/sign-up/study', as: 'applicant-returned' }])(
  'a phone that opens $at loads at most 200 kB of script, and nothing of the desk',
  async ({ at, as }) => {
    const { bytes, text } = await scriptsOf(at, as);
    expect(bytes).toBeLessThanOrEqual(200_000);
    expect(bytes).toBeGreaterThan(50_000);
    expect(holdsTables(text)).toBe(false);
  },
);

test('the desk does load its tables, so that the rule above can fail', async () => {
  const { text } = await scriptsOf('/office/applications', 'university');
  expect(holdsTables(text)).toBe(true);
});

test('the page holds no script of its own and names no other origin', async () => {
  const page = await pages.open({ at: '/' });
  const html = await (await page.context().request.get('/')).text();
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
  expect(html.match(/(?:src|href)="([^"]+)"/g)?.every((link) => /="\//.test(link))).toBe(true);
  await page.context().close();
});
