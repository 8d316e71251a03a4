import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_NOTE, enterKey, hasChromium, openBrowser, type TestBrowser } from '../../support/browser.js';
import { type DemoWorld, startDemoWorld } from '../../support/demo-world.js';
import { keys } from '../../support/gateway.js';

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

  it('show the licenses', async () => {
    const opened = await browser.open(`${world.gateway.url}/licenses`);
    const { page, wrongs } = opened;
    await enterKey(opened, keys.VIEWER);
    await page.getByRole('rowheader').first().waitFor();
    await opened.picture('licenses');
    expect(await opened.barriers()).toEqual([]);
    expect(wrongs).toEqual([]);
    await opened.close();
  });
});
