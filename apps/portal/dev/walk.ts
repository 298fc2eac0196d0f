import { findAccessibilityFaults, type Page, sidewaysOverflow } from '@xibu/testing';
import { frameText } from '../src/app/frame.text.js';
import { type TestPages, untranslated } from './test-pages.js';
import type { Visit } from './visits.js';

/** What is wrong with a page, by the window and language it was looked at in. */
export type Faults = Readonly<Record<string, unknown>>;

const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
/** Browsers work in processes of their own: several pages at once use the whole machine. */
const atOnce = 3;

/** Visits addresses, each account in one window that goes from page to page, and notes what is wrong with each. */
export class Walk {
  private readonly seen = new Map<Visit, Faults | Error>();

  constructor(private readonly pages: TestPages) {}

  async all(visits: readonly Visit[]): Promise<void> {
    const people = [...new Set(visits.map(({ as }) => as))];
    const rounds = people.map((as) => visits.filter((visit) => visit.as === as));
    rounds.sort((left, right) => right.length - left.length);
    const visitor = async () => {
      for (let round = rounds.shift(); round; round = rounds.shift()) await this.goRound(round);
    };
    await Promise.all(Array.from({ length: atOnce }, visitor));
  }

  found(visit: Visit): Faults | Error | undefined {
    return this.seen.get(visit);
  }

  private async goRound(visits: readonly Visit[]): Promise<void> {
    const page = await this.pages.enter({ as: visits[0]?.as });
    for (const visit of visits) this.seen.set(visit, await this.look(page, visit));
    await page.context().close();
  }

  private async look(page: Page, { at }: Visit): Promise<Faults | Error> {
    try {
      await page.setViewportSize(desk);
      await (isDesk(page.url()) && isDesk(at) ? goOn(page, at) : page.goto(at));
      await settle(page);
      const faults: Record<string, unknown> = { 'stands at': address(page), 'says no': await saysNo(page) };
      faults['desk, WCAG'] = await findAccessibilityFaults(page);
      faults['stand out in the rail besides'] = (await page.locator('.rail a.active').allTextContents()).slice(1);
      const tooWide = await tooWideAt(page, 'zh');
      await page.setViewportSize(phone);
      faults['phone, WCAG'] = await findAccessibilityFaults(page);
      await page.setViewportSize(desk);
      await speak(page, 'en');
      faults['English, not translated'] = await untranslated(page);
      faults['too wide at'] = [...tooWide, ...(await tooWideAt(page, 'en'))];
      await page.setViewportSize(desk);
      await speak(page, 'zh');
      return faults;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}

function isDesk(at: string): boolean {
  return /\/office(\/|$)/.test(at);
}

/** From one page of the desk to the next as the browser's own buttons do: the desk itself is loaded once. */
async function goOn(page: Page, at: string): Promise<void> {
  await page.evaluate(async (to) => {
    history.pushState({}, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: {} }));
    for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
  }, at);
  await page.locator('main[aria-busy="false"]').waitFor();
}

/** The gallery shows what loading looks like, and never stops. */
async function settle(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  if (!page.url().includes('gallery'))
    await page.waitForFunction(() => document.querySelector('.bones, .outline') === null);
}

function address(page: Page): string {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
}

async function saysNo(page: Page): Promise<boolean> {
  const { unknownTitle, noRightTitle } = frameText.zh;
  const title = await page.locator('h1').first().textContent();
  return title === unknownTitle || title === noRightTitle || (await page.locator('.state.bad').count()) > 0;
}

async function tooWideAt(page: Page, language: 'zh' | 'en'): Promise<string[]> {
  const found: string[] = [];
  for (const width of [1440, 1024, 390, 320]) {
    await page.setViewportSize({ ...(width < 600 ? phone : desk), width });
    const over = await sidewaysOverflow(page);
    if (over > 0) found.push(`${language}, ${width} pixels: by ${over}`);
  }
  return found;
}

async function speak(page: Page, language: 'zh' | 'en'): Promise<void> {
  await page
    .getByRole('button', { name: /English|中文|language/ })
    .first()
    .click();
  await page.locator(`html[lang^="${language}"]`).waitFor();
}
