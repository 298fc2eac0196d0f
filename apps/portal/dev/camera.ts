import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoAccount } from '@xibu/domain/programme/api';
import { roles } from '@xibu/domain/roles';
import type { Browser, BrowserContext, Page } from '@xibu/testing';
import { type Address, pathOf, rolesOf } from './addresses.js';

/** Where the portal runs, and who may sign in there. */
export interface System {
  readonly origin: string;
  readonly people: readonly DemoAccount[];
  stop(): Promise<void>;
}

/** What was taken of one address; the title in words of the page. */
export interface Picture {
  readonly path: string;
  readonly by: string;
  readonly title: string;
  /** By width in pixels. */
  readonly files: Readonly<Record<number, string>>;
}

/** Pictures of a desk are drawn at three quarters: hundreds of them must fit into a repository. */
const sizes = [
  { width: 1440, height: 900, scale: 0.75, bytes: 60_000 },
  { width: 390, height: 844, scale: 1, bytes: 32_000 },
] as const;
export const widths = sizes.map(({ width }) => width);
const mostHigh = 3000;
/** Whoever has most to see comes first; every other role follows in its own order. */
const preferred: readonly string[] = ['region.officer', 'county.officer', 'university.officer', 'person', ...roles];
/** Where no list leads to a record. */
const examples: Readonly<Record<string, string>> = { step: 'person', number: '2023-15-0042', token: 'ZS-2024-000123' };

/** Takes pictures of addresses, each as somebody who has something to see there. */
export class Camera {
  readonly pictures: Picture[] = [];
  readonly left: string[] = [];
  bytes = 0;
  private readonly contexts = new Map<string, BrowserContext>();

  constructor(
    private readonly browser: Browser,
    private readonly system: System,
    private readonly folder: string,
  ) {}

  /** One picture of each width; the desk's first page is taken of every role. */
  async take(address: Address): Promise<void> {
    const people = this.peopleFor(address);
    const rounds = address.path === '/office' ? people.map((person) => [person]) : [people];
    for (const round of rounds) {
      try {
        await this.takeFirst(address, round);
      } catch (error) {
        console.log(`once more: ${address.path} (${String(error).split('\n')[0]})`);
        await this.takeFirst(address, round);
      }
    }
  }

  /** As the first of these who has something to see there; when nobody has, what the first sees. */
  private async takeFirst(address: Address, people: readonly (DemoAccount | null)[]): Promise<void> {
    let fallback: { readonly person: DemoAccount | null; readonly at: string } | null = null;
    for (const person of people.slice(0, 6)) {
      const page = await this.pageOf(person);
      try {
        const at = await this.openable(page, address);
        if (at === null) continue;
        fallback ??= { person, at };
        await page.setViewportSize(sizes[0]);
        await page.goto(at);
        await settle(page);
        if ((await page.locator('main .state').count()) > 0 && people.length > 1) continue;
        await this.shoot(page, address.path, person);
        return;
      } finally {
        await page.close();
      }
    }
    if (fallback) await this.takeAsIs(address, fallback);
    else this.left.push(`${address.path} (${people.length === 0 ? 'no account may see it' : 'nothing to open'})`);
  }

  private async takeAsIs(
    { path }: Address,
    { person, at }: { readonly person: DemoAccount | null; readonly at: string },
  ) {
    const page = await this.pageOf(person);
    await page.setViewportSize(sizes[0]);
    await page.goto(at);
    await settle(page);
    await this.shoot(page, path, person);
    await page.close();
  }

  private peopleFor(address: Address): readonly (DemoAccount | null)[] {
    const allowed = rolesOf(address);
    if (allowed === null) return [null];
    const mine = this.system.people.filter(({ role }) => allowed.includes(role));
    // What is one's own is shown of a person, even where offices have the like.
    const order = address.path.startsWith('/mine') ? ['person', ...preferred] : preferred;
    return [...mine].sort((left, right) => order.indexOf(left.role) - order.indexOf(right.role));
  }

  /** One window for each person; signed in once. */
  private async pageOf(person: DemoAccount | null): Promise<Page> {
    const name = person?.name ?? '';
    let context = this.contexts.get(name);
    if (!context) {
      context = await this.browser.newContext({
        ...{ baseURL: this.system.origin, reducedMotion: 'reduce', locale: 'zh-CN' },
      });
      this.contexts.set(name, context);
      if (person) {
        const answer = await context.request.post('/api/programme/sign-in', {
          data: { name, password: person.password },
          headers: { 'idempotency-key': `screenshots-${name}`, 'x-xibu': 'portal' },
        });
        if (!answer.ok()) console.log(`${name} cannot sign in: ${answer.status()}`);
      }
    }
    return context.newPage();
  }

  /** An address without parameters; for a record, the first that its list links to. Null where a list has none. */
  private async openable(page: Page, { path, listed }: Address): Promise<string | null> {
    const parameter = path.indexOf('/:');
    if (parameter < 0) return path;
    const example = path.replaceAll(/:(\w+)/g, (given, key: string) => examples[key] ?? given);
    if (!example.includes(':')) return example;
    const list = path.slice(0, parameter);
    for (const start of list.startsWith('/mine') ? ['/mine/service', list] : [listed ?? list]) {
      await page.goto(start);
      await settle(page);
      const links = await page.locator(`main a[href^="${list}/"]:not([download])`).all();
      const given = await Promise.all(links.map(async (link) => (await link.getAttribute('href')) ?? ''));
      const found = given.map((link) => recordAt(link, path)).find((at) => pathOf(at) === path);
      if (found) return found;
    }
    return path.endsWith('?') ? list : null;
  }

  private async shoot(page: Page, path: string, person: DemoAccount | null): Promise<void> {
    const by = person?.role.replaceAll('.', '-') ?? 'visitor';
    const title = (await page.locator('h1').first().textContent()) ?? '';
    const files: Record<number, string> = {};
    for (const size of sizes) {
      await page.setViewportSize(size);
      await settle(page);
      const file = `${by}-${nameOf(path)}-${size.width}.jpg`;
      const picture = await draw(page, size);
      writeFileSync(join(this.folder, file), picture);
      this.bytes += picture.length;
      files[size.width] = file;
    }
    this.pictures.push({ path, by, title: title.trim(), files });
  }
}

/** The link of a row may lead further than the page that is wanted: only its parameter is taken. */
function recordAt(link: string, path: string): string {
  const [given = ''] = link.split('?');
  const steps = given.split('/');
  return path
    .split('/')
    .map((step, index) => (step.startsWith(':') ? (steps[index] ?? '') : step))
    .join('/');
}

function nameOf(path: string): string {
  const name = path.replace(/^\/office\//, '/').slice(1);
  return name.replaceAll(/[/:?]+/g, '-').replace(/-$/, '') || 'home';
}

/** The heading is there, nothing is being read any more, and numbers beside lists have come. */
async function settle(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  const late = (error: unknown) => console.log(`still reading at ${page.url()}: ${String(error).split('\n')[0]}`);
  await page.locator('.bones, .outline').first().waitFor({ state: 'detached', timeout: 15_000 }).catch(late);
  await page.waitForLoadState('networkidle', { timeout: 8_000 }).catch(late);
}

/** The page from its top: as much of it, and as sharp, as may stay. */
async function draw(page: Page, { width, height: least, scale, bytes }: (typeof sizes)[number]): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const capture = async (height: number, quality: number) => {
    // As high as the picture, so that what sticks to the window reaches down to its end.
    await page.setViewportSize({ width, height });
    const clip = { x: 0, y: 0, width, height, scale };
    const { data } = await session.send('Page.captureScreenshot', { format: 'jpeg', quality, clip });
    return Buffer.from(data, 'base64');
  };
  const tall: number = await page.evaluate('document.documentElement.scrollHeight');
  const whole = Math.min(Math.max(tall, least), mostHigh);
  const picture = await capture(whole, 70);
  if (picture.length <= bytes) return picture;
  const height = Math.max(least, Math.floor((whole * bytes) / picture.length));
  const shorter = await capture(height, 70);
  return shorter.length <= bytes * 1.2 ? shorter : capture(height, 50);
}
