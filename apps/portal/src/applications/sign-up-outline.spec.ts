import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findAccessibilityFaults, type Page } from '@xibu/testing';
import { TestPages, untranslated } from '../../dev/test-pages.js';

const pages = new TestPages();
beforeAll(() => pages.start());
afterAll(() => pages.stop());

const phone = 390;
const applicant = 'applicant-returned';
const languages = ['zh', 'en'] as const;
const steps = ['person', 'study', 'experience', 'wishes', 'review'];
const pageOf = (step: string) => `/mine/sign-up/${step}`;
const visits = languages.flatMap((language) => steps.map((step) => ({ language, step })));

/** The page as it comes, before any of its scripts. */
async function openStill(language: 'zh' | 'en', step: string, as?: string): Promise<Page> {
  const page = await pages.enter({ width: phone, language, as });
  await page.route('**/*.js', (route) => route.abort());
  await page.goto(pageOf(step));
  return page;
}

/** The page when it has everything. */
async function openWhole(page: Page, step: string): Promise<void> {
  await page.goto(pageOf(step));
  await page
    .locator(step === 'review' ? 'main h2' : 'form h1')
    .first()
    .waitFor();
}

/** Where each word of the step stands: its heading, labels and hints. */
function wordsOf(page: Page): Promise<unknown[]> {
  const read = `[...document.querySelectorAll('main :is(h1, label, legend, .hint)')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [element.textContent, x, y, width, height];
  })`;
  return page.evaluate(read);
}

test.each(visits)('$step in $language is there before any script, complete and usable by everybody', async (visit) => {
  const page = await openStill(visit.language, visit.step, applicant);
  expect(await page.locator('h1').textContent()).toBe(await page.title());
  expect(await findAccessibilityFaults(page)).toEqual([]);
  if (visit.language === 'en') expect(await untranslated(page)).toEqual([]);
  expect(await page.locator('main :is(input, textarea, button):enabled').count()).toBe(0);
  await page.context().close();
});

test.each(visits.filter(({ step }) => ['person', 'study', 'experience'].includes(step)))(
  'what stands on $step in $language before any script stays where it is',
  async ({ language, step }) => {
    const still = await openStill(language, step, applicant);
    const words = await wordsOf(still);
    expect(words.length).toBeGreaterThan(8);
    await still.context().close();
    const page = await pages.enter({ width: phone, language, as: applicant });
    await openWhole(page, step);
    expect(await wordsOf(page)).toEqual(words);
    await page.context().close();
  },
);

test.each(visits)('nothing moves when the form takes the place of its outline: $step, $language', async (visit) => {
  const page = await pages.enter({ width: phone, language: visit.language, as: applicant });
  await page.addInitScript(`globalThis.shifts = [];
    new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value)))
      .observe({ type: 'layout-shift', buffered: true });`);
  await openWhole(page, visit.step);
  const shifts: readonly number[] = await page.evaluate('globalThis.shifts');
  // The name of the reader comes to stand in the head, beside the switch of languages.
  expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.005);
  await page.context().close();
});

test('the form asks who is there and what they have written once, and early', async () => {
  const page = await pages.enter({ width: phone, as: applicant });
  const seen = pages.server.requests.length;
  await openWhole(page, 'person');
  const asked = pages.server.requests.slice(seen).map(({ path }) => path);
  expect(asked.filter((path) => path === '/api/programme/session')).toHaveLength(1);
  expect(asked.filter((path) => path === '/api/recruitment/applications/mine')).toHaveLength(1);
  expect(asked.slice(0, 2).sort()).toEqual(['/api/programme/session', '/api/recruitment/applications/mine']);
  await page.context().close();
});

test('English chosen in this browser holds, also where the page came in Chinese', async () => {
  const page = await pages.enter({ width: phone, as: applicant });
  await page.addInitScript("localStorage.setItem('xibu.language', 'en')");
  await openWhole(page, 'person');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await untranslated(page)).toEqual([]);
  await page.reload();
  await page.locator('form h1').waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  const [choice] = (await page.context().cookies()).filter(({ name }) => name === 'xibu-language');
  expect(choice?.value).toBe('en');
  await page.context().close();
});

test('a visitor gets no outline, and signs in', async () => {
  const still = await openStill('zh', 'person');
  expect(await still.locator('#portal > *').count()).toBe(0);
  await still.context().close();
});

test('whose session has ended is led to sign in, and then sees their own form', async () => {
  const page = await pages.enter({ width: phone, as: applicant });
  const [session] = (await page.context().cookies()).filter(({ name }) => name === 'xibu-session');
  if (!session) throw new Error('nobody is signed in');
  await page.context().addCookies([{ ...session, value: 'ended-long-ago' }]);
  await page.goto(pageOf('person'));
  await page.waitForURL('**/sign-in?then=**');
  await page.getByLabel('账号', { exact: true }).fill(applicant);
  await page.getByLabel('密码', { exact: true }).fill('xibu-demo-2023');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL(`**${pageOf('person')}`);
  await page.locator('form h1').waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.context().close();
});

test('no page complained to the console', () => {
  expect(pages.complaints.filter((complaint) => !/ERR_FAILED/.test(complaint))).toEqual([]);
});
