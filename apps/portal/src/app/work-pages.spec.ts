import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findAccessibilityFaults, sidewaysOverflow } from '@xibu/testing';
import { TestPages, untranslated } from '../../dev/test-pages.js';

const pages = new TestPages();
beforeAll(() => pages.start());
afterAll(() => pages.stop());

/** Pages of the later steps of the year, each as somebody who works there. */
const places: readonly (readonly [as: string, ...paths: string[]])[] = [
  ['', 'posts', 'results', 'public-notices', 'public-notices/n-1', 'official-notices', 'official-notices/no-1'],
  ['', 'contacts', 'certificates', 'certificates?number=ZS-2024-000123', 'certificates/ZS-2024-000123'],
  ['', 'certificates?number=ZS-unknown'],
  ['volunteer', 'mine/exam', 'mine/ranking', 'mine/result', 'mine/service', 'mine/registration', 'mine/leaves'],
  ['volunteer', 'mine/agreements/ag-1', 'mine/tickets', 'mine/grades', 'mine/messages', 'mine/pay', 'mine/pay/2023-09'],
  ['region', 'office', 'office/season', 'office/exam-sessions', 'office/exam-sessions/ex-1', 'office/qualified-lists'],
  ['region', 'office/qualified-lists/q-1', 'office/rounds', 'office/rounds/r-1', 'office/rounds/r-1/placements'],
  ['region', 'office/quotas', 'office/quotas/plans', 'office/quotas/transfers'],
];
const visits = places.flatMap(([as, ...paths]) => paths.map((path) => ({ at: `/${path}`, as: as || undefined })));

test.each(visits)(
  '$at ($as) shows its content, is usable by everybody, fits a phone and a desk, and is complete in English',
  async ({ at, as }) => {
    const page = await pages.open({ at, as, width: 1440, language: 'en' });
    await page.locator('.bones').first().waitFor({ state: 'detached' });
    expect(await page.locator('.state.bad').count()).toBe(0);
    expect(await untranslated(page)).toEqual([]);
    expect([1440, await sidewaysOverflow(page)]).toEqual([1440, 0]);
    expect(await findAccessibilityFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect([390, await sidewaysOverflow(page)]).toEqual([390, 0]);
    expect(await findAccessibilityFaults(page)).toEqual([]);
    await page.context().close();
  },
);
