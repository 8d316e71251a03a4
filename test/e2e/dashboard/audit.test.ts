import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_NOTE, enterKey, hasChromium, openBrowser, type TestBrowser } from '../../support/browser.js';
import { type DemoWorld, startDemoWorld } from '../../support/demo-world.js';
import { keys } from '../../support/gateway.js';

describe.skipIf(!hasChromium)(`the audit view in Chromium ${CHROMIUM_NOTE}`, { timeout: 90_000 }, () => {
  let world: DemoWorld;
  let browser: TestBrowser;
  beforeAll(async () => {
    world = await startDemoWorld();
    browser = await openBrowser();
    await world.gateway.query(
      'mutation { updatePool(input: { poolId: "Pool:splunk:web", quota: "20GB" }) { errors { message } } }',
    );
    await world.gateway.query(
      'mutation { updatePool(input: { poolId: "Pool:splunk:web", quota: "many" }) { errors { message } } }',
      {},
      'OPERATOR',
    );
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  it('shows an admin who did what, with which outcome, and what it changed', async () => {
    const opened = await browser.open(`${world.gateway.url}/audit`);
    const { page } = opened;
    await enterKey(opened, keys.ADMIN);
    await page.getByRole('cell', { name: 'Applied', exact: true }).waitFor();
    await page.getByRole('cell', { name: 'Refused (INVALID_QUOTA)' }).waitFor();
    await opened.picture('audit');
    expect(await opened.barriers()).toEqual([]);
    await page.getByRole('button', { name: 'Show what updatePool by admin changed' }).focus();
    await page.keyboard.press('Enter');
    await page
      .getByRole('rowheader', { name: /\(changed\)/ })
      .first()
      .waitFor();
    await opened.picture('audit-difference');
    expect(await opened.barriers()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.goto(`${world.gateway.url}/audit?outcomes=REFUSED`);
    await page.getByRole('status').getByText('1 entries').waitFor();
    expect(opened.wrongs).toEqual([]);
    await opened.close();
  });

  it('tells others which role it takes', async () => {
    const opened = await browser.open(`${world.gateway.url}/audit`, { colorScheme: 'dark' });
    await enterKey(opened, keys.OPERATOR);
    await opened.page.getByText('This view needs a key with the role admin.').waitFor();
    expect(await opened.barriers()).toEqual([]);
    expect(opened.wrongs).toEqual([]);
    await opened.close();
  });
});
