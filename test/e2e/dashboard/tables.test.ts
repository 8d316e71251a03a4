import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CHROMIUM_NOTE,
  enterKey,
  hasChromium,
  openBrowser,
  type TestBrowser,
  type TestPage,
} from '../../support/browser.js';
import { type DemoWorld, startDemoWorld } from '../../support/demo-world.js';
import { keys } from '../../support/gateway.js';

const TABLES = {
  '/licenses': 'Licenses',
  '/quotas': 'Quotas',
  '/groups': 'Groups',
  '/stacks': 'Stacks',
  '/pools': 'Pools',
  '/peers': 'Peers',
  '/targets': 'Targets',
  '/data-usages': 'Data usage',
  '/policies': 'Policies',
};

describe.skipIf(!hasChromium)(`tables in Chromium ${CHROMIUM_NOTE}`, () => {
  let world: DemoWorld;
  let browser: TestBrowser;
  beforeAll(async () => {
    world = await startDemoWorld();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  it.each(['light', 'dark'] as const)(
    'are open to everybody at each of their addresses, in %s colors',
    async (scheme) => {
      const opened = await open('/licenses', { colorScheme: scheme });
      const { page, wrongs } = opened;
      for (const [path, title] of Object.entries(TABLES)) {
        await page.getByRole('link', { name: title, exact: true }).first().click();
        await page.getByRole('heading', { level: 1, name: title }).waitFor();
        await rows(page).first().waitFor();
        await opened.picture(`table${path.replace('/', '-')}-${scheme}`);
        expect(await opened.barriers(), path).toEqual([]);
      }
      expect(wrongs).toEqual([]);
      await opened.close();
    },
    120_000,
  );

  it('fit on a phone', async () => {
    const opened = await open('/licenses', { viewport: { width: 390, height: 844 } });
    await rows(opened.page).first().waitFor();
    await opened.picture('table-licenses-phone');
    expect(await opened.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await opened.close();
  });

  async function open(path: string, options = {}): Promise<TestPage> {
    const opened = await browser.open(`${world.gateway.url}${path}`, options);
    await enterKey(opened, keys.VIEWER);
    return opened;
  }
});

function rows(page: Page) {
  return page.getByRole('rowheader');
}
