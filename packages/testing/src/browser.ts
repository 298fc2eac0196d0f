import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

export type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

/** `--no-sandbox`: tests run as root in containers. None of these lets a page do what it may not do elsewhere. */
const flags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

export interface TestBrowser {
  readonly browser: Browser;
  /** Ends the browser and removes what was written for it. */
  stop(): Promise<void>;
}

/**
 * A Chromium for page tests: the one that `CHROMIUM_PATH` names, else the one inside the npm package. Chinese is drawn
 * with Noto Sans SC from npm, so that no font of the machine is needed. Where no browser starts the test fails with a
 * sentence that says what to install; it never skips.
 */
export async function startTestBrowser(): Promise<TestBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'xibu-browser-'));
  const named = process.env['CHROMIUM_PATH'];
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, where there is no file`);
  try {
    // Loaded here, so that the many specs that need no browser do not pay for it.
    const [{ chromium }, packed] = await Promise.all([import('playwright-core'), import('@sparticuz/chromium')]);
    const browser = await chromium.launch({
      executablePath: named ?? (await packed.default.executablePath()),
      args: flags,
      env: { ...process.env, FONTCONFIG_FILE: writeFontConfiguration(folder) },
    });
    return {
      browser,
      async stop() {
        await browser.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error('No browser starts here: install Chromium and name its file in CHROMIUM_PATH', { cause: error });
  }
}

/** Fontconfig that knows two weights of Noto Sans SC and nothing else; every generic family falls to it. */
function writeFontConfiguration(folder: string): string {
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const cache = join(folder, 'fonts');
  mkdirSync(cache);
  const file = join(folder, 'fonts.conf');
  const weights = ['400Regular', '700Bold'].map((weight) => `<dir>${join(fonts, weight)}</dir>`);
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>${weights.join('')}<cachedir>${cache}</cachedir>
<match target="pattern"><edit name="family" mode="append"><string>Noto Sans SC</string></edit></match></fontconfig>`,
  );
  return file;
}

interface AxeNode {
  readonly target: readonly unknown[];
  readonly failureSummary?: string;
}

interface AxeViolation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly AxeNode[];
}

const axeOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

/**
 * Breaches of WCAG 2.0 to 2.2, levels A and AA, and of good practice on a page as it stands: one line each, empty when
 * there is none. axe is put into the page itself: its own runner opens a second page for each result, which takes
 * several times as long.
 */
export async function findAccessibilityFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(readAxe());
  const run = `axe.run(document, ${JSON.stringify(axeOptions)}).then(({ violations }) => violations)`;
  const violations: readonly AxeViolation[] = await page.evaluate(run);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}

let axeSource: string | undefined;

function readAxe(): string {
  const playwrightAxe = createRequire(import.meta.url).resolve('@axe-core/playwright');
  axeSource ??= readFileSync(createRequire(playwrightAxe).resolve('axe-core/axe.min.js'), 'utf8');
  return axeSource;
}

/** How many pixels a page is wider than its window: 0 when nothing has to be scrolled sideways. */
export async function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
