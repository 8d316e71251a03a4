import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_NOTE, enterKey, hasChromium, openBrowser, type TestBrowser } from '../../support/browser.js';
import { keys, startGateway, type TestGateway } from '../../support/gateway.js';
import { thingsOf } from '../../support/snapshots.js';
import { type StaticSource, staticSource } from '../../support/static-source.js';

const COUNT = 1_250;
const SLOW = 120_000;

describe.skipIf(!hasChromium)(`a table of ${COUNT} licenses in Chromium ${CHROMIUM_NOTE}`, () => {
  let source: StaticSource;
  let gateway: TestGateway;
  let browser: TestBrowser;
  beforeAll(async () => {
    source = staticSource('many', { licenses: licenses(COUNT) });
    const other = staticSource('other', { licenses: [thingsOf('other').license('o1', { name: 'Zebra' })] });
    gateway = await startGateway([source.source, other.source], {
      overrides: { modules: [source.module, other.module] },
    });
    await gateway.refresh();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await gateway?.close();
  });

  it(
    'is scrolled by pages, forth and back, with the rows told by their numbers',
    async () => {
      const { page, wrongs, close } = await open('/licenses');
      await row(page, 1).getByRole('rowheader', { name: 'License 0000' }).waitFor();
      const table = page.getByRole('table', { name: 'Licenses' });
      expect(await table.getAttribute('aria-rowcount')).toBe(String(COUNT + 2));
      await page.getByText('of 1,251 licenses').waitFor();
      for (let number = 100; number < COUNT; number += 100) {
        await scrollTo(page, number);
        await row(page, number + 1)
          .getByRole('rowheader', { name: nameOf(number) })
          .waitFor();
      }
      await scrollTo(page, COUNT + 1);
      await row(page, COUNT + 1)
        .getByRole('rowheader', { name: 'Zebra' })
        .waitFor();
      // What is not looked at is not there.
      expect(await page.getByRole('rowheader').count()).toBeLessThan(100);
      await page.getByRole('button', { name: 'To the first' }).click();
      await row(page, 1).getByRole('rowheader', { name: 'License 0000' }).waitFor();
      expect(wrongs).toEqual([]);
      await close();
    },
    SLOW,
  );

  it(
    'is narrowed down and ordered, and its address shows somebody else the same',
    async () => {
      const { page, wrongs, close } = await open('/licenses');
      await page.getByRole('combobox', { name: 'Status' }).click();
      await page.getByRole('option', { name: 'Expired' }).click();
      await page.keyboard.press('Escape');
      await count(page, '250 licenses');
      await page.getByRole('searchbox', { name: 'Search' }).fill('l');
      await page.getByText('Two characters or more').waitFor();
      await page.getByRole('searchbox', { name: 'Search' }).fill('license 01');
      await count(page, '20 licenses');
      await page.getByRole('button', { name: 'Name' }).click();
      await page
        .getByRole('columnheader', { name: 'Name', exact: true })
        .and(page.locator('[aria-sort=descending]'))
        .waitFor();
      await row(page, 1).getByRole('rowheader', { name: 'License 0195' }).waitFor();
      const { searchParams } = new URL(page.url());
      expect(Object.fromEntries(searchParams)).toEqual({
        statuses: 'EXPIRED',
        search: 'license 01',
        order: 'NAME.DESC',
      });

      const other = await open(new URL(page.url()).pathname + new URL(page.url()).search);
      await count(other.page, '20 licenses');
      await row(other.page, 1).getByRole('rowheader', { name: 'License 0195' }).waitFor();
      await other.page.getByRole('button', { name: 'Clear filters' }).click();
      await count(other.page, '1,251 licenses');
      expect(new URL(other.page.url()).search).toBe('?order=NAME.DESC');
      expect(wrongs).toEqual([]);
      await other.close();
      await close();
    },
    SLOW,
  );

  it(
    'says why it is empty, and what of an address it does not know',
    async () => {
      const { page, close } = await open('/licenses?search=nothing%20has%20this%20name&statuses=BROKEN');
      await page.getByText('There are no licenses that match all of these filters.').waitFor();
      await page.getByText('The address asks for statuses=BROKEN').waitFor();
      await page.getByRole('region', { name: 'Licenses' }).getByRole('button', { name: 'Clear filters' }).click();
      await count(page, '1,251 licenses');
      await page.getByRole('link', { name: 'Stacks' }).click();
      await page.getByText('No source has stacks. Only Splunk has them.').waitFor();
      await close();
    },
    SLOW,
  );

  it(
    'shows the columns that were chosen, the next time too',
    async () => {
      const { page, close } = await open('/licenses');
      await page.getByRole('button', { name: 'Columns' }).click();
      await page.getByRole('checkbox', { name: 'Group' }).uncheck();
      await page.getByRole('checkbox', { name: 'Created' }).check();
      await page.keyboard.press('Escape');
      await page.getByRole('columnheader', { name: 'Created' }).waitFor();
      await page.reload();
      await page.getByRole('columnheader', { name: 'Created' }).waitFor();
      expect(await page.getByRole('columnheader', { name: 'Group' }).count()).toBe(0);
      await close();
    },
    SLOW,
  );

  it(
    'is used by the keyboard alone',
    async () => {
      const { page, close } = await open('/licenses');
      await row(page, 1).waitFor();
      await page.getByRole('button', { name: 'Columns' }).focus();
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('Licenses, scrolls');
      await page.keyboard.press('PageDown');
      await page.getByRole('button', { name: 'To the first' }).waitFor();
      await page.keyboard.press('Home');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await row(page, 1).getByRole('rowheader', { name: 'Zebra' }).waitFor();
      // Where one was stays where one is.
      expect(await focused(page)).toBe('Name');
      await row(page, 1).getByRole('link', { name: 'Zebra' }).press('Enter');
      await page.waitForURL('**/node/**');
      await close();
    },
    SLOW,
  );

  it(
    'follows what the gateway reads, and goes on when the gateway is back',
    async () => {
      const { page, close } = await open('/licenses?search=fresh');
      await count(page, '0 licenses');
      await page.getByText('Live', { exact: true }).waitFor();
      source.says = { licenses: [...licenses(COUNT), thingsOf('many').license('f1', { name: 'Fresh' })] };
      await gateway.refresh('many');
      await page.getByRole('rowheader', { name: 'Fresh' }).waitFor();

      await page.route('**/graphql', (route) => route.abort());
      await page.getByRole('combobox', { name: 'Source' }).click();
      await page.getByRole('option', { name: 'other' }).click();
      await page.keyboard.press('Escape');
      // It was asked something new meanwhile: that is asked again, by hand or by itself.
      await page.getByRole('button', { name: 'Try again' }).waitFor();
      await page.unroute('**/graphql');
      await page.getByText('There are no licenses that match').waitFor();
      await close();
    },
    SLOW,
  );

  async function open(path: string) {
    const opened = await browser.open(`${gateway.url}${path}`);
    // Less than the test's own, so that what is waited for in vain is named.
    opened.page.setDefaultTimeout(60_000);
    await enterKey(opened, keys.VIEWER);
    return opened;
  }
});

/** By its number among all. */
function row(page: Page, number: number) {
  return page.locator(`tr[aria-rowindex="${number + 1}"]`);
}

function count(page: Page, text: string) {
  return page.getByRole('status').getByText(text, { exact: true }).waitFor({ state: 'attached' });
}

function scrollTo(page: Page, number: number) {
  return page.evaluate(`document.querySelector('.table-box').scrollTo({ top: ${number * 42} })`);
}

function focused(page: Page) {
  return page.evaluate<string>(
    'document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent',
  );
}

function nameOf(number: number): string {
  return `License ${String(number).padStart(4, '0')}`;
}

/** Every fifth one is expired. */
function licenses(count: number) {
  const { license } = thingsOf('many');
  return Array.from({ length: count }, (_, i) =>
    license(`l${i}`, { name: nameOf(i), expiresAt: i % 5 === 0 ? new Date('2020-01-01') : null }),
  );
}
