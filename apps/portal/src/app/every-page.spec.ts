import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findAccessibilityFaults, type Page, sidewaysOverflow } from '@xibu/testing';
import { TestPages, untranslated } from '../../dev/test-pages.js';

const pages = new TestPages();

const own = 'applicant-returned';
interface Place {
  readonly at: string;
  /** Login name of a fixture account. */
  readonly as?: string;
}

const places: readonly Place[] = [
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

/** What is wrong with a page, by the window and language it was looked at in. */
type Faults = Readonly<Record<string, unknown>>;

const atOnce = 3;
const seen = new Map<Place, Faults | Error>();

/** Browsers work in processes of their own: several pages at once use the whole machine. */
beforeAll(async () => {
  await pages.start();
  const waiting = [...places];
  const visitor = async () => {
    for (let place = waiting.shift(); place; place = waiting.shift()) seen.set(place, await visit(place));
  };
  await Promise.all(Array.from({ length: atOnce }, visitor));
}, 240_000);
afterAll(() => pages.stop());

async function visit({ at, as }: Place): Promise<Faults | Error> {
  try {
    const page = await pages.open({ at, as, width: 1440 });
    await settle(page);
    const faults: Record<string, unknown> = { 'desk, WCAG': await findAccessibilityFaults(page) };
    for (const width of [1024, 390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      faults[`${width} px, too wide by`] = await sidewaysOverflow(page);
      if (width === 390) faults['phone, WCAG'] = await findAccessibilityFaults(page);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole('button', { name: /English|language/ }).click();
    await page.locator('html[lang="en"]').waitFor();
    faults['English, not translated'] = await untranslated(page);
    await page.context().close();
    return faults;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The gallery shows what loading looks like, and never stops. */
async function settle(page: Page): Promise<void> {
  if (!page.url().includes('gallery')) await page.locator('.bones').first().waitFor({ state: 'detached' });
}

test.each(places)('$at ($as) is usable by everybody, fits every window and is complete in English', (place) => {
  expect(seen.get(place)).toEqual({
    ...{ 'desk, WCAG': [], 'phone, WCAG': [], 'English, not translated': [] },
    ...{ '1024 px, too wide by': 0, '390 px, too wide by': 0, '320 px, too wide by': 0 },
  });
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
