import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_NOTE, enterKey, hasChromium, openBrowser, type TestBrowser } from '../../support/browser.js';
import { type DemoWorld, startDemoWorld } from '../../support/demo-world.js';
import { keys } from '../../support/gateway.js';

describe.skipIf(!hasChromium)(`the overview in Chromium ${CHROMIUM_NOTE}`, () => {
  let world: DemoWorld;
  let browser: TestBrowser;
  beforeAll(async () => {
    world = await startDemoWorld({ past: true });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  it('says whether anything is wrong, what will go wrong next, and how that is known', async () => {
    const opened = await browser.open(`${world.gateway.url}/`);
    const { page } = opened;
    await enterKey(opened, keys.VIEWER);
    await page.getByText(/^Something is wrong: 1 peer cannot search, \d+ quotas are over their limit/).waitFor();
    await page.getByRole('region', { name: 'Sources' }).getByRole('link', { name: 'recon' }).waitFor();

    const worst = page.getByRole('region', { name: 'Quotas to worry about most' });
    await worst.getByRole('progressbar').first().waitFor();
    expect(await worst.getByRole('listitem').count()).toBe(6);
    await worst.getByRole('button', { name: 'Forecast: sandbox: indexed bytes per day' }).click();
    await page.getByText(/In 8 of 10 cases it is between/).waitFor();
    await page.getByText(/^Rests on: \d+ days/).waitFor();
    await page.keyboard.press('Escape');

    const expiries = page.getByRole('region', { name: 'Expiring in the next 90 days' });
    await expiries.getByRole('link', { name: 'Hooli Trial' }).waitFor();
    await expiries.getByRole('button', { name: /^Show all/ }).click();
    await expiries.getByRole('link', { name: 'Soylent Team' }).waitFor();

    const blocked = page.getByRole('region', { name: 'Blocked searches' });
    await blocked.getByText('Search is blocked on 1 peer.').waitFor();
    await blocked.getByRole('link', { name: 'idx-dev-01' }).waitFor();
    await blocked.getByText('2 warnings left').waitFor();
    const messages = page.getByRole('region', { name: 'Active messages' });
    expect(await messages.getByRole('link', { name: /\d+ Error/ }).getAttribute('href')).toBe(
      '/messages?active=true&severities=ERROR',
    );
    await opened.picture('overview');
    expect(await opened.barriers()).toEqual([]);

    await page
      .getByRole('region', { name: 'Quotas by state' })
      .getByRole('link', { name: /Exceeded/ })
      .click();
    await page.waitForURL('**/quotas?states=EXCEEDED');
    expect(opened.wrongs).toEqual([]);
    await opened.close();
  });

  it('is legible in the dark, and on a phone', async () => {
    const opened = await browser.open(`${world.gateway.url}/`, {
      colorScheme: 'dark',
      viewport: { width: 390, height: 844 },
    });
    const { page } = opened;
    await enterKey(opened, keys.VIEWER);
    await page.getByText(/^Something is wrong/).waitFor();
    await page.getByRole('progressbar').first().waitFor();
    expect(await opened.barriers()).toEqual([]);
    await opened.picture('overview-phone-dark');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await page.setViewportSize({ width: 1400, height: 900 });
    await opened.picture('overview-dark');
    expect(opened.wrongs).toEqual([]);
    await opened.close();
  });
});
