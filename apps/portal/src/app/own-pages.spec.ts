import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findAccessibilityFaults, sidewaysOverflow } from '@xibu/testing';
import { ownVisits } from '../../dev/own-visits.js';
import { TestPages, untranslated } from '../../dev/test-pages.js';

const pages = new TestPages();
beforeAll(() => pages.start());
afterAll(() => pages.stop());

test.each(ownVisits)(
  '$at ($as) shows its content, is usable by everybody, fits a phone and a desk, and is complete in English',
  async ({ at, as }) => {
    const page = await pages.open({ at, as: as || undefined, width: 1440, language: 'en' });
    await page.waitForFunction(() => document.querySelector('.bones') === null);
    expect(await page.locator('.state.bad').count()).toBe(0);
    expect(await page.locator('main').count()).toBe(1);
    expect(await untranslated(page)).toEqual([]);
    expect([1440, await sidewaysOverflow(page)]).toEqual([1440, 0]);
    expect(await findAccessibilityFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect([390, await sidewaysOverflow(page)]).toEqual([390, 0]);
    expect(await findAccessibilityFaults(page)).toEqual([]);
    await page.context().close();
  },
);
