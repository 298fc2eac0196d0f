import {
  findAccessibilityFaults,
  type Page,
  sidewaysOverflow,
  startTestBrowser,
  type TestBrowser,
} from '@xibu/testing';

/** Answers that are no fault of a page: nobody is signed in, another window was faster, a service is away. */
const expected = /status of (401|412|503)/;

/** A real browser at the portal that the gateway serves. */
export class PortalWindows {
  /** What pages wrote to the console as an error. */
  readonly complaints: string[] = [];
  private starting: Promise<TestBrowser> | null = null;

  async start(): Promise<void> {
    this.starting = startTestBrowser();
    await this.starting;
  }

  async stop(): Promise<void> {
    await this.starting?.then(
      (browser) => browser.stop(),
      () => undefined,
    );
  }

  /** A window with cookies of its own: 390 pixels is a phone, 1440 a desk. */
  async open(origin: string, width: 390 | 1440): Promise<Page> {
    if (!this.starting) throw new Error('start() first');
    const { browser } = await this.starting;
    const context = await browser.newContext({
      ...{ viewport: { width, height: width === 390 ? 844 : 900 }, baseURL: origin, reducedMotion: 'reduce' },
    });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('console', (message) => {
      if (message.type() === 'error' && !expected.test(message.text()))
        this.complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${error.message}`));
    await page.goto('/');
    return page;
  }
}

/** Everything has been read: a usable page for everybody, not wider than its window. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.locator('.bones, .outline').first().waitFor({ state: 'detached' });
  const faults = await findAccessibilityFaults(page);
  const overflow = await sidewaysOverflow(page);
  return overflow === 0 ? faults : [...faults, `${page.url()} is ${overflow} pixels too wide`];
}

export async function signInByForm(page: Page, name: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('账号', { exact: true }).fill(name);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.locator('form').getByRole('button', { name: '登录' }).click();
}

export const heading = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 1, name }).waitFor();

/** Types into a field that offers rows of a table, and takes the row of that name. */
export async function choose(page: Page, label: string, typed: string, name: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(typed);
  await page.getByRole('option', { name }).first().click();
}

export const answer = (page: Page, question: string, said: '是' | '否'): Promise<void> =>
  page.getByRole('group', { name: question }).getByText(said, { exact: true }).click();
