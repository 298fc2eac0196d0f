import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Permission, permissions } from '@xibu/domain/access';
import type { DemoAccount } from '@xibu/domain/programme/api';
import { type Role, roles } from '@xibu/domain/roles';
import { type Browser, type BrowserContext, type Page, startTestBrowser } from '@xibu/testing';
import { pageGroups } from '../src/app/page-groups.js';
import { builtPortal } from './built-portal.js';
import { accounts } from './fixture-data.js';
import { FixtureServer } from './fixture-server.js';
import { workAccounts } from './fixtures/offices.js';

/** One address of the registry, as the router knows it. */
interface Address {
  readonly path: string;
  readonly needs: Permission | 'signed-in' | undefined;
}

interface System {
  readonly origin: string;
  readonly people: readonly DemoAccount[];
  stop(): Promise<void>;
}

const sizes = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
] as const;
/** Larger pictures are told: nobody wants a repository full of them. */
const mostBytes = 150_000;
/** Whoever has most to see comes first; every other role follows in its own order. */
const preferred: readonly Role[] = ['region.officer', 'county.officer', 'university.officer', 'person', ...roles];

/** Every page that there is: what the router walks, so that none is forgotten. */
export const addresses: readonly Address[] = [
  ...pageGroups.flatMap(({ people = [] }) =>
    people.map(({ path, needs }) => ({ path: `/${path.replace(/^\//, '')}`, needs })),
  ),
  { path: '/office', needs: 'signed-in' },
  ...pageGroups.flatMap(({ offices = [] }) => offices.map(({ path, needs }) => ({ path: `/office/${path}`, needs }))),
];

/** Takes a picture of every page at a phone and a desk, signed in as a demonstration account that may see it. */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      origin: { type: 'string', default: 'http://127.0.0.1:8080' },
      fixture: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      to: { type: 'string', default: join(import.meta.dirname, '../../../infra/docs/screenshots') },
    },
  });
  const system = values.fixture ? await fixtureSystem() : await runningSystem(values.origin);
  const { browser, stop } = await startTestBrowser();
  mkdirSync(values.to, { recursive: true });
  try {
    const camera = new Camera(browser, system, values.to);
    for (const address of addresses.filter(({ path }) => path.includes(values.only))) await camera.take(address);
    console.log(`${camera.taken} pictures in ${values.to}`);
    if (camera.left.length > 0) console.log(`Without a picture:\n${camera.left.join('\n')}`);
  } finally {
    await stop();
    await system.stop();
  }
}

async function runningSystem(origin: string): Promise<System> {
  const answer = await fetch(`${origin}/api/programme/welcome`);
  const { demoAccounts = [] } = (await answer.json()) as { demoAccounts?: readonly DemoAccount[] };
  return { origin, people: demoAccounts, stop: async () => undefined };
}

async function fixtureSystem(): Promise<System> {
  const server = new FixtureServer();
  const origin = await server.listen(await builtPortal());
  const people = [...accounts, ...workAccounts].map(({ loginName, password, actor }) => ({
    ...{ name: loginName, password, role: actor.roles[0] ?? 'person', officeName: actor.officeName },
  }));
  return { origin, people, stop: () => server.close() };
}

class Camera {
  taken = 0;
  readonly left: string[] = [];
  private readonly contexts = new Map<string, BrowserContext>();

  constructor(
    private readonly browser: Browser,
    private readonly system: System,
    private readonly folder: string,
  ) {}

  async take({ path, needs }: Address): Promise<void> {
    const people = needs ? this.peopleFor(needs) : [null];
    for (const person of people) {
      const page = await (await this.contextOf(person)).newPage();
      try {
        const at = await this.openable(page, path);
        if (at === null) continue;
        for (const size of sizes) await this.shoot(page, path, at, size);
        return;
      } finally {
        await page.close();
      }
    }
    this.left.push(`${path} (${people.length === 0 ? 'no demonstration account may see it' : 'nothing to open'})`);
  }

  private peopleFor(needs: Permission | 'signed-in'): readonly DemoAccount[] {
    const allowed: readonly Role[] = needs === 'signed-in' ? roles : permissions[needs];
    const mine = this.system.people.filter(({ role }) => allowed.includes(role));
    return [...mine].sort((left, right) => preferred.indexOf(left.role) - preferred.indexOf(right.role));
  }

  /** One window for each person; signed in once. */
  private async contextOf(person: DemoAccount | null): Promise<BrowserContext> {
    const name = person?.name ?? '';
    const known = this.contexts.get(name);
    if (known) return known;
    const context = await this.browser.newContext({ baseURL: this.system.origin, reducedMotion: 'reduce' });
    if (person) {
      await context.request.post('/api/programme/sign-in', {
        data: { name, password: person.password },
        headers: { 'idempotency-key': `screenshots-${name}`, 'x-xibu': 'portal' },
      });
    }
    this.contexts.set(name, context);
    return context;
  }

  /** An address without parameters; for a record, the first that its list links to. Null where a list has none. */
  private async openable(page: Page, path: string): Promise<string | null> {
    const parameter = path.indexOf('/:');
    if (parameter < 0) return path;
    const list = path.slice(0, parameter);
    const from = list.startsWith('/mine') ? ['/mine/service', list] : [list];
    for (const start of from) {
      await page.goto(start);
      await settle(page);
      const link = page.locator(`main a[href^="${list}/"]:not([download])`).first();
      const found = (await link.count()) > 0 ? await link.getAttribute('href') : null;
      if (found) return found.split('?')[0] + path.slice(parameter + 1).replace(/^:\w+\??/, '');
    }
    return path.endsWith('?') ? list : null;
  }

  private async shoot(page: Page, path: string, at: string, size: (typeof sizes)[number]): Promise<void> {
    await page.setViewportSize(size);
    await page.goto(at);
    await settle(page);
    const picture = await page.screenshot({ type: 'png', scale: 'css' });
    const name = path === '/' ? 'home' : path.slice(1).replaceAll(/[/:?]+/g, '-');
    writeFileSync(join(this.folder, `${name}.${size.width}.png`), picture);
    if (picture.length > mostBytes) console.log(`${name}.${size.width}.png has ${picture.length} bytes`);
    this.taken += 1;
  }
}

/** The heading is there, and nothing is being read any more. */
async function settle(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page
    .locator('.bones')
    .first()
    .waitFor({ state: 'detached', timeout: 15_000 })
    .catch((error: unknown) => console.log(`still reading at ${page.url()}: ${String(error).split('\n')[0]}`));
}
