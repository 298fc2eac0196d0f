import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findAccessibilityFaults, type Page, sidewaysOverflow } from '@xibu/testing';
import { TestPages, untranslated } from '../../dev/test-pages.js';

const pages = new TestPages();
beforeAll(() => pages.start());
afterAll(() => pages.stop());

const own = 'applicant-returned';
const places: readonly { readonly at: string; readonly as?: string }[] = [
  { at: '/' },
  { at: '/sign-in' },
  { at: '/register' },
  { at: '/nowhere' },
  { at: '/mine', as: 'applicant-long' },
  { at: '/mine', as: own },
  { at: '/mine', as: 'applicant-confirm' },
  { at: '/mine/sign-up/person', as: own },
  { at: '/mine/sign-up/study', as: own },
  { at: '/mine/sign-up/experience', as: own },
  { at: '/mine/sign-up/wishes', as: own },
  { at: '/mine/sign-up/review', as: own },
  { at: '/mine/receipt', as: own },
  { at: '/mine/confirm', as: 'applicant-confirm' },
  { at: '/mine/confirm', as: own },
  { at: '/office', as: 'university' },
  { at: '/office/university-review', as: 'university' },
  { at: '/office/university-review/one/app-100', as: 'university' },
  { at: '/office/faculty-review', as: 'faculty' },
  { at: '/office/faculty-review/one', as: 'faculty' },
  { at: '/office/faculty-review/one/app-0', as: 'faculty' },
  { at: '/office/applications', as: 'university' },
  { at: '/office/applications?q=nobody', as: 'university' },
  { at: '/office/applications/app-300', as: 'university' },
  { at: '/office/applications/unknown', as: 'university' },
  { at: '/office/faculty-review', as: 'county' },
  { at: '/office', as: 'applicant' },
  { at: '/dev/gallery.html' },
];

/** The gallery shows what loading looks like, and never stops. */
async function settle(page: Page): Promise<void> {
  if (!page.url().includes('gallery')) await page.locator('.bones').first().waitFor({ state: 'detached' });
}

test.each(places)(
  '$at ($as) is usable by everybody, fits every window and is complete in English',
  async ({ at, as }) => {
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
  },
);

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
