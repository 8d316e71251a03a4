import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hashKey } from '../../../src/auth/api-key.js';
import { CHROMIUM_NOTE, enterKey, hasChromium, openBrowser, type TestBrowser } from '../../support/browser.js';
import { type DemoWorld, startDemoWorld } from '../../support/demo-world.js';
import { keys } from '../../support/gateway.js';

const operator = { name: 'operator', role: 'OPERATOR', sha256: hashKey(keys.OPERATOR), sources: null } as const;
const admin = { name: 'admin', role: 'ADMIN', sha256: hashKey(keys.ADMIN), sources: null } as const;

describe.skipIf(!hasChromium)(
  `what goes wrong under an open form, in Chromium ${CHROMIUM_NOTE}`,
  { timeout: 90_000 },
  () => {
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

    // Whatever a test before took away.
    beforeEach(() => world.gateway.reload({ apiKeys: [operator, admin] }));

    it('a key revoked: another one is asked for above the form, which is as it was afterwards', async () => {
      const opened = await browser.open(`${world.gateway.url}/splunk`);
      const { page } = opened;
      await enterKey(opened, keys.OPERATOR);
      await page.getByRole('button', { name: 'Edit sandbox' }).click();
      const form = page.getByRole('dialog', { name: 'Edit the pool “sandbox”' });
      await form.getByLabel('Quota a day').fill('7GB');
      world.gateway.reload({ apiKeys: [admin] });

      const gate = page.getByRole('dialog', { name: 'The key is not taken any more' });
      // A click tells when something lies above what is clicked.
      await gate.getByRole('textbox', { name: 'API key' }).click();
      await page.keyboard.type(keys.ADMIN);
      await gate.getByRole('button', { name: 'Go on' }).click();
      await gate.waitFor({ state: 'detached' });
      expect(await form.getByLabel('Quota a day').inputValue()).toBe('7GB');
      await form.getByRole('button', { name: 'Show what would change' }).click();
      await form.getByRole('button', { name: 'Change the pool' }).waitFor();
      expect(opened.wrongs.filter((wrong) => !wrong.includes('401') && !wrong.includes('WebSocket'))).toEqual([]);
      await opened.close();
    });

    it('a connection lost on the way of a change: it is said that nobody knows how it ended', async () => {
      const opened = await browser.open(`${world.gateway.url}/messages`);
      const { page } = opened;
      await enterKey(opened, keys.OPERATOR);
      const acknowledge = page.getByRole('button', { name: /^Acknowledge / }).first();
      await acknowledge.waitFor();
      await page.context().setOffline(true);
      await acknowledge.click();
      await page.getByText('it is not known whether this was done').first().waitFor();
      await page.getByText('The gateway is away').waitFor();
      await page.context().setOffline(false);
      await page.getByText('The gateway is away').waitFor({ state: 'detached' });
      await opened.close();
    });
  },
);
