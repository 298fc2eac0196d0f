import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { roles } from '@xibu/domain/roles';
import { addresses, pathOf } from '../../dev/addresses.js';
import { accounts } from '../../dev/fixture-data.js';
import { workAccounts } from '../../dev/fixtures/offices.js';
import { TestPages, untranslated } from '../../dev/test-pages.js';
import { type Visit, visits } from '../../dev/visits.js';
import { type Faults, Walk } from '../../dev/walk.js';

const pages = new TestPages();
let walk: Walk;

beforeAll(async () => {
  await pages.start();
  walk = new Walk(pages);
  await walk.all(visits);
}, 900_000);
afterAll(() => pages.stop());

test.each(visits.map((visit) => [visit.at, visit.as || 'nobody', visit] as const))(
  '%s (%s) shows its content, is usable by everybody, fits every window and is complete in English',
  (_at, _as, visit: Visit) => {
    const none: Faults = { 'stands at': visit.at, 'says no': visit.isNo ?? false, 'desk, WCAG': [], 'phone, WCAG': [] };
    const nothing = { 'English, not translated': [], 'too wide at': [], 'stand out in the rail besides': [] };
    expect(walk.found(visit)).toEqual({ ...none, ...nothing });
  },
);

test('every address is visited by somebody who may see it', () => {
  const open = visits.filter(({ isNo }) => !isNo);
  const visited = new Set(open.map(({ at }) => pathOf(at)));
  expect(addresses.map(({ path }) => path).filter((path) => !visited.has(path))).toEqual([]);
});

test('every role visits the pages of its work', () => {
  const roleOf = new Map([...accounts, ...workAccounts].map(({ loginName, actor }) => [loginName, actor.roles[0]]));
  const atWork = new Set(visits.map(({ as }) => roleOf.get(as)));
  expect(roles.filter((role) => !atWork.has(role))).toEqual([]);
});

test('a visit is of the page that the router opens', () => {
  expect(pathOf('/office/rounds/r-1')).toBe('/office/rounds/:id');
  expect(pathOf('/office/rounds/r-1/placements')).toBe('/office/rounds/:id/placements');
  expect(pathOf('/office/faculty-review/one')).toBe('/office/faculty-review/one/:id?');
  expect(pathOf('/office/rounds?status=open')).toBe('/office/rounds');
  expect(pathOf('/office/notices/overdue')).toBe('/office/notices/overdue');
  expect(pathOf('/office/rounds/r-1/nothing')).toBeUndefined();
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
