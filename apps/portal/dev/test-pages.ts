import { type Page, startTestBrowser, type TestBrowser } from '@xibu/testing';
import { builtPortal } from './built-portal.js';
import { FixtureServer } from './fixture-server.js';

interface Visit {
  readonly at: string;
  readonly width?: number;
  readonly language?: 'zh' | 'en';
  /** Login name of a fixture account. */
  readonly as?: string;
}

/** The built portal, the fixtures and a browser, for one spec file. */
export class TestPages {
  readonly server = new FixtureServer();
  /** What pages wrote to the console as an error, except that nobody is signed in, which is an answer. */
  readonly complaints: string[] = [];
  private browser: TestBrowser | null = null;
  private origin = '';

  async start(): Promise<void> {
    const [folder, browser] = await Promise.all([builtPortal(), startTestBrowser()]);
    this.browser = browser;
    this.origin = await this.server.listen(folder);
  }

  async stop(): Promise<void> {
    await this.browser?.stop();
    await this.server.close();
  }

  /** A window of its own, with its own cookies, at an address. */
  async open({ at, width, language, as }: Visit): Promise<Page> {
    const page = await this.enter({ width, language, as });
    await page.goto(at);
    await page.locator('h1').first().waitFor();
    return page;
  }

  /** An empty window of somebody who is signed in, or of nobody. */
  async enter({ width = 1440, language = 'zh', as }: Omit<Visit, 'at'>): Promise<Page> {
    if (!this.browser) throw new Error('start() first');
    const context = await this.browser.browser.newContext({
      viewport: { width, height: width < 600 ? 844 : 900 },
      baseURL: this.origin,
      reducedMotion: 'reduce',
    });
    if (language === 'en') {
      await context.addInitScript("localStorage.setItem('xibu.language', 'en')");
      await context.addCookies([{ name: 'xibu-language', value: 'en', url: this.origin }]);
    }
    if (as) {
      await context.request.post('/api/programme/sign-in', {
        data: { name: as, password: 'xibu-demo-2023' },
        headers: { 'idempotency-key': 'test', 'x-xibu': 'portal' },
      });
    }
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('console', (message) => {
      const expected = /status of 401/.test(message.text());
      if (message.type() === 'error' && !expected) this.complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${error.message}`));
    return page;
  }
}

/**
 * Chinese outside elements that are marked as Chinese: texts, and names of controls that say nothing else (a name of a
 * person inside an English label is right).
 */
export function untranslated(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const chinese = /\p{Script=Han}/u;
    const isEnglish = (element: Element | null) => element?.closest('[lang]')?.getAttribute('lang') === 'en';
    const found: string[] =
      chinese.test(document.title) && isEnglish(document.querySelector('h1')) ? [document.title] : [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const text = node.textContent ?? '';
      if (
        chinese.test(text) &&
        isEnglish(node.parentElement) &&
        !node.parentElement?.closest('script, style, noscript, textarea')
      )
        found.push(text);
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const text = element.getAttribute(name);
        if (text && chinese.test(text) && !/[a-z]/i.test(text) && isEnglish(element)) found.push(`${name}: ${text}`);
      }
    }
    return found;
  });
}
