import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_NOTE, enterKey, hasChromium, openBrowser, type TestBrowser } from '../../support/browser.js';
import { type DemoWorld, startDemoWorld } from '../../support/demo-world.js';
import { keys } from '../../support/gateway.js';

describe.skipIf(!hasChromium)(`the what-if view in Chromium ${CHROMIUM_NOTE}`, { timeout: 90_000 }, () => {
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

  it('says what would be over, beside each field what is wrong, and shares it by its address', async () => {
    const opened = await browser.open(`${world.gateway.url}/what-if`);
    const { page } = opened;
    await enterKey(opened, keys.VIEWER);
    await page.getByRole('combobox', { name: 'Source' }).click();
    await page.getByRole('option', { name: 'splunk' }).click();
    await page.getByRole('combobox', { name: 'Change the quota of' }).click();
    await page.getByRole('option', { name: 'web' }).click();
    await page.getByRole('textbox', { name: 'web' }).fill('many');
    await page.getByRole('textbox', { name: 'web', description: /MAX/ }).waitFor();
    await page.getByText('This cannot be tried').waitFor();
    expect(await page.getByRole('textbox', { name: 'web' }).getAttribute('aria-invalid')).toBe('true');

    await page.getByRole('textbox', { name: 'web' }).fill('1 GB');
    const over = page.getByRole('region', { name: /^Would be over/ });
    await over.getByRole('listitem').filter({ hasText: 'web' }).filter({ hasText: 'not over now' }).first().waitFor();
    await page
      .getByRole('region', { name: /^Messages/ })
      .getByText(/web/)
      .first()
      .waitFor();
    await opened.picture('what-if');
    expect(await opened.barriers()).toEqual([]);

    const other = await browser.open(page.url(), { colorScheme: 'dark', viewport: { width: 390, height: 844 } });
    await enterKey(other, keys.VIEWER);
    await other.page
      .getByRole('region', { name: /^Would be over/ })
      .getByText('(not over now)')
      .first()
      .waitFor();
    expect(await other.page.getByRole('textbox', { name: 'web' }).inputValue()).toBe('1 GB');
    await other.picture('what-if-phone-dark');
    expect(await other.barriers()).toEqual([]);
    expect(await other.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect([...opened.wrongs, ...other.wrongs]).toEqual([]);
    await other.close();
    await opened.close();
  });
});
