import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { DemoAccount } from '@xibu/domain/programme/api';
import { startTestBrowser } from '@xibu/testing';
import { addresses } from './addresses.js';
import { builtPortal } from './built-portal.js';
import { Camera, type Picture, type System, widths } from './camera.js';
import { accounts } from './fixture-data.js';
import { FixtureServer } from './fixture-server.js';
import { workAccounts } from './fixtures/offices.js';

/** All pictures together; more does not belong into a repository. */
const mostBytes = 15_000_000;

/** Takes a picture of every page at a desk and a phone, signed in as a demonstration account that may see it. */
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
  if (values.only === '') removePictures(values.to);
  const camera = new Camera(browser, system, values.to);
  try {
    for (const address of addresses.filter(({ path }) => path.includes(values.only))) await camera.take(address);
  } finally {
    await stop();
    await system.stop();
  }
  if (values.only === '') writeFileSync(join(values.to, 'README.md'), index(camera.pictures));
  console.log(`${camera.pictures.length} pages, ${(camera.bytes / 1e6).toFixed(1)} MB in ${values.to}`);
  if (camera.left.length > 0) console.log(`Without a picture:\n${camera.left.join('\n')}`);
  if (camera.bytes > mostBytes) throw new Error(`The pictures have ${camera.bytes} bytes, ${mostBytes} are allowed`);
}

/** Pictures of pages that are no more must not stay. */
function removePictures(folder: string): void {
  for (const file of readdirSync(folder)) if (/-\d+\.jpg$/.test(file)) rmSync(join(folder, file));
}

/** Every page with its pictures, by who looks at it. */
function index(pictures: readonly Picture[]): string {
  const groups = [...new Set(pictures.map(({ by }) => by))].sort((left, right) => left.localeCompare(right));
  const tables = groups.map((by) => {
    const rows = pictures
      .filter((picture) => picture.by === by)
      .map(({ title, path, files }) => {
        const links = widths.map((width) => `[${width}](${files[width]})`).join(' · ');
        return `| ${title.replaceAll('|', '\\|')} | \`${path}\` | ${links} |`;
      });
    return [`## ${by}`, '', '| page | address | width in pixels |', '|---|---|---|', ...rows].join('\n');
  });
  return [
    '# Pages of the portal',
    '',
    'Every address of the portal at a desk (1440 pixels) and on a phone (390), from a running system with generated people,',
    'each as a demonstration account that works there. A desk is drawn at three quarters of its size; long pages are cut.',
    'Made by',
    '`npm run screenshots -w @xibu/portal -- --origin <address of a running system>`; do not edit.',
    '',
    `${tables.join('\n\n')}\n`,
  ].join('\n');
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
