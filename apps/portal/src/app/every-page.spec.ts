import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findAccessibilityFaults, type Page, sidewaysOverflow } from '@xibu/testing';
import { TestPages, untranslated } from '../../dev/test-pages.js';

const pages = new TestPages();
beforeAll(() => pages.start());
afterAll(() => pages.stop());

const own = 'applicant-returned';
const places: readonly (readonly [at: string, as?: string])[] = [
  ['/'],
  ['/sign-in'],
  ['/register'],
  ['/nowhere'],
  ['/mine', 'applicant-long'],
  ['/mine', own],
  ['/mine', 'applicant-confirm'],
  ['/mine/sign-up/person', own],
  ['/mine/sign-up/study', own],
  ['/mine/sign-up/experience', own],
  ['/mine/sign-up/wishes', own],
  ['/mine/sign-up/review', own],
  ['/mine/receipt', own],
  ['/mine/confirm', 'applicant-confirm'],
  ['/mine/confirm', own],
  ['/office', 'university'],
  ['/office/university-review', 'university'],
  ['/office/university-review/one/app-100', 'university'],
  ['/office/faculty-review', 'faculty'],
  ['/office/faculty-review/one', 'faculty'],
  ['/office/faculty-review/one/app-0', 'faculty'],
  ['/office/applications', 'university'],
  ['/office/applications?q=nobody', 'university'],
  ['/office/applications/app-300', 'university'],
  ['/office/applications/unknown', 'university'],
  ['/office/faculty-review', 'county'],
  ['/office', 'applicant'],
  ['/dev/gallery.html'],
];

/** The gallery shows what loading looks like, and never stops. */
async function settle(page: Page): Promise<void> {
  if (!page.url().includes('gallery')) await page.locator('.bones').first().waitFor({ state: 'detached' });
}

test.each(places)('%s (%s) is usable by everybody, fits every window and is complete in English', async (at, as) => {
  const page = await pages.open({ at, as, width: 1440 });
  await settle(page);
  expect(await findAccessibilityFaults(page)).toEqual([]);
  for (const width of [1024, 390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    expect([width, await sidewaysOverflow(page)]).toEqual([width, 0]);
    if (width === 390) expect(await findAccessibilityFaults(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: /English|language/ }).click();
  await page.locator('html[lang="en"]').waitFor();
  expect(await untranslated(page)).toEqual([]);
  await page.context().close();
});

test('no page complained to the console', () => {
  const expected = /404 \(Not Found\)/;
  expect(pages.complaints.filter((complaint) => !expected.test(complaint))).toEqual([]);
});

test('the scan for Chinese finds what was not translated', async () => {
  const page = await pages.open({ at: '/sign-in', language: 'en' });
  expect(await untranslated(page)).toEqual([]);
  await page.evaluate("document.querySelector('h1').textContent = '登录'");
  await page.evaluate("document.querySelector('input').setAttribute('aria-label', '账号')");
  expect(await untranslated(page)).toEqual(['登录', 'aria-label: 账号']);
  await page.context().close();
});
