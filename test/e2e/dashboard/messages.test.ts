import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_NOTE, enterKey, hasChromium, openBrowser, type TestBrowser } from '../../support/browser.js';
import { type DemoWorld, startDemoWorld } from '../../support/demo-world.js';
import { keys } from '../../support/gateway.js';

describe.skipIf(!hasChromium)(`the messages view in Chromium ${CHROMIUM_NOTE}`, { timeout: 90_000 }, () => {
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

  async function count(filter: string): Promise<number> {
    const { messages } = await world.gateway.query<{ messages: { totalCount: number } }, object>(
      `{ messages(filter: { ${filter} }) { totalCount } }`,
    );
    return messages.totalCount;
  }

  it('shows what still holds and nobody has acknowledged; what is acknowledged is gone', async () => {
    const opened = await browser.open(`${world.gateway.url}/messages`);
    const { page } = opened;
    await enterKey(opened, keys.OPERATOR);
    const before = await count('active: true, acknowledged: false');
    await page.getByRole('status').getByText(`${before} messages`).waitFor();
    await opened.picture('messages');
    expect(await opened.barriers()).toEqual([]);

    await page
      .getByRole('button', { name: /^Acknowledge / })
      .first()
      .click();
    await page
      .getByRole('status')
      .getByText(`${before - 1} messages`)
      .waitFor();

    const boxes = page.getByRole('checkbox', { name: /^Select / });
    await boxes.nth(0).check();
    await boxes.nth(1).focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Acknowledge 2 selected' }).click();
    await page
      .getByRole('status')
      .getByText(`${before - 3} messages`)
      .waitFor();
    expect(await count('acknowledged: true')).toBe(3);

    await page.goto(`${world.gateway.url}/messages?acknowledged=true`);
    await page
      .getByText(/^Acknowledged by operator/)
      .first()
      .waitFor();
    expect(opened.wrongs).toEqual([]);
    await opened.close();
  });

  it('keeps what was cleared cleared, and comes back to what is new by its name in the navigation', async () => {
    const opened = await browser.open(`${world.gateway.url}/messages`);
    const { page } = opened;
    await enterKey(opened, keys.VIEWER);
    await page.waitForURL('**/messages?active=true&acknowledged=false');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.waitForURL('**/messages');
    await page
      .getByRole('status')
      .getByText(`${await count('')} messages`)
      .waitFor();
    await page.getByRole('navigation').getByRole('link', { name: 'Messages' }).click();
    await page.waitForURL('**/messages?active=true&acknowledged=false');
    expect(opened.wrongs).toEqual([]);
    await opened.close();
  });

  it('offers a viewer no acknowledging, and every text in full, in the dark', async () => {
    const opened = await browser.open(`${world.gateway.url}/messages?severities=ERROR`, { colorScheme: 'dark' });
    const { page } = opened;
    await enterKey(opened, keys.VIEWER);
    await page
      .getByRole('button', { name: /Read all of it: / })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await opened.picture('messages-dark');
    expect(await opened.barriers()).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('button', { name: /^Acknowledge/ }).count()).toBe(0);
    expect(await page.getByRole('checkbox', { name: /^Select / }).count()).toBe(0);
    expect(opened.wrongs).toEqual([]);
    await opened.close();
  });
});
