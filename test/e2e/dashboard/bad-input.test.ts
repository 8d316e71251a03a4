import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../../src/app.js';
import { hashKey } from '../../../src/auth/api-key.js';
import { CHROMIUM_NOTE, enterKey, hasChromium, openBrowser, type TestBrowser } from '../../support/browser.js';
import { configOf, keys, startGateway, type TestGateway } from '../../support/gateway.js';
import { silentPino } from '../../support/silent-pino.js';
import { staticSource } from '../../support/static-source.js';
import { embedded } from '../../support/stores.js';

const apiKey = (role: 'VIEWER' | 'OPERATOR' | 'ADMIN', key: string) => ({
  name: role.toLowerCase(),
  role,
  sha256: hashKey(key),
  sources: null,
});

describe.skipIf(!hasChromium)(
  `what goes wrong under an open page, in Chromium ${CHROMIUM_NOTE}`,
  { timeout: 90_000 },
  () => {
    const still = staticSource('still', {});
    let slow: Awaited<ReturnType<typeof startSlowServer>>;
    let gateway: TestGateway;
    let browser: TestBrowser;
    beforeAll(async () => {
      slow = await startSlowServer();
      const crawling = {
        name: 'crawling',
        kind: 'enterprise-recon',
        url: slow.url,
        auth: { username: 'a', password: 'b' },
      };
      gateway = await startGateway([still.source, { ...crawling, timeoutMs: 6_000 }], {
        overrides: { modules: [still.module, ...(await import('../../../src/sources/index.js')).sourceModules] },
      });
      await gateway.refresh('still');
      browser = await openBrowser();
    });
    afterAll(async () => {
      await browser?.close();
      slow?.close();
      await gateway?.close();
    });

    // Whatever a test before took away.
    beforeEach(() => {
      gateway.reload({
        apiKeys: [apiKey('ADMIN', keys.ADMIN), apiKey('OPERATOR', keys.OPERATOR), apiKey('VIEWER', keys.VIEWER)],
      });
    });

    it('a key revoked while something is half filled in: another one is asked for, and nothing is lost', async () => {
      const opened = await browser.open(`${gateway.url}/what-if`);
      const { page } = opened;
      await enterKey(opened, keys.OPERATOR);
      await page.goto(`${gateway.url}/licenses`);
      const search = page.getByLabel(/search/i).first();
      await search.fill('half a wor');
      gateway.reload({ apiKeys: [apiKey('ADMIN', keys.ADMIN)] });
      await page.getByRole('dialog', { name: 'The key is not taken any more' }).waitFor({ timeout: 25_000 });
      expect(await opened.barriers()).toEqual([]);
      await opened.picture('key-revoked');
      await page.getByRole('textbox', { name: 'API key' }).fill('not this one either');
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByText('An API key consists of printable characters without spaces').waitFor();
      await page.getByRole('textbox', { name: 'API key' }).fill(keys.ADMIN);
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await search.inputValue()).toBe('half a wor');
      await page.getByText('Live', { exact: true }).waitFor();
      await expect.poll(() => page.getByText('does not know this key').count(), { timeout: 15_000 }).toBe(0);
      expect(opened.wrongs.filter((wrong) => !wrong.includes('401') && !wrong.includes('WebSocket'))).toEqual([]);
      await opened.close();
    });

    it('a view for admins, opened by its address: it says what role it needs', async () => {
      const opened = await browser.open(`${gateway.url}/audit`);
      const { page } = opened;
      await enterKey(opened, keys.VIEWER);
      await page.getByText('This view needs a key with the role admin.').waitFor();
      expect(await page.getByRole('link', { name: 'Audit' }).count()).toBe(0);
      expect(await opened.barriers()).toEqual([]);
      await opened.close();
    });

    it('a slow source: it is said that it takes long, and it ends with what was wrong and what to do', async () => {
      const opened = await browser.open(`${gateway.url}/sources`);
      const { page } = opened;
      await enterKey(opened, keys.OPERATOR);
      const card = page.getByRole('article', { name: 'crawling' });
      await card.getByRole('button', { name: 'Read crawling now' }).click();
      await card.getByText('crawling takes long to answer.').waitFor();
      await card.getByRole('alert').getByText('crawling could not be read').waitFor({ timeout: 25_000 });
      await card.getByText('It did not answer completely in time.').waitFor();
      await page.getByText('What is shown of crawling may be out of date').waitFor();
      expect(await page.getByRole('article', { name: 'still' }).getByText('Its last read went well.').count()).toBe(1);
      expect(await opened.barriers()).toEqual([]);
      await opened.picture('source-slow');
      expect(opened.wrongs).toEqual([]);
      await opened.close();
    });

    it('too much asked at once: it says so, keeps what it shows, and goes on by itself', async () => {
      const opened = await browser.open(`${gateway.url}/sources`);
      const { page } = opened;
      await enterKey(opened, keys.VIEWER);
      await page.getByRole('article', { name: 'still' }).waitFor();
      const limited = {
        errors: [{ message: 'too much was asked for in this minute', extensions: { code: 'RATE_LIMITED' } }],
      };
      await page.route('**/graphql', (route) => route.fulfill({ status: 429, json: limited }));
      await gateway.refresh('still');
      await page.getByText('The gateway cannot answer right now: too much was asked for in this minute.').waitFor();
      expect(await page.getByRole('article', { name: 'still' }).count()).toBe(1);
      await page.unroute('**/graphql');
      await page.getByText('The gateway is busy').waitFor({ state: 'detached', timeout: 25_000 });
      await opened.close();
    });

    it('an address of no view says so, with a way back', async () => {
      const opened = await browser.open(`${gateway.url}/`);
      const { page } = opened;
      await enterKey(opened, keys.VIEWER);
      await page.evaluate("history.pushState(null, '', '/no-such-view')");
      await page.getByRole('heading', { level: 1, name: 'Nothing here' }).waitFor();
      await page.getByRole('link', { name: 'To the overview' }).click();
      await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
      await opened.close();
    });

    it('a gateway that restarts: the page says that it is away, keeps what it shows, and is live again by itself', async () => {
      const store = await embedded();
      const own = staticSource('own', {});
      const start = async (port: number) => {
        const config = configOf([own.source], store, {});
        const overrides = { logger: silentPino, onProgress: () => {}, modules: [own.module] };
        return createApp({ ...config, server: { ...config.server, port } }, overrides);
      };
      let app = await start(0);
      await app.refresh('own');
      const port = Number(new URL(app.url).port);
      const opened = await browser.open(`${app.url}/`);
      const { page } = opened;
      await enterKey(opened, keys.VIEWER);
      await page.getByText('Live', { exact: true }).waitFor();
      await page.getByRole('region', { name: 'Sources' }).getByRole('link', { name: 'own' }).waitFor();
      await page.evaluate('window.stays = true');

      await app.close();
      await page.getByText('The gateway is away').waitFor({ timeout: 25_000 });
      await page.getByRole('region', { name: 'Sources' }).getByRole('link', { name: 'own' }).waitFor();
      expect(await opened.barriers()).toEqual([]);
      await opened.picture('gateway-away');
      // A view that was not loaded before cannot be shown now, and says why.
      await page.getByRole('link', { name: 'What if' }).click();
      await page.getByText('It could not be loaded: the gateway does not answer, or is a newer one by now.').waitFor();
      await page.getByRole('link', { name: 'Overview' }).click();
      await page.getByRole('region', { name: 'Sources' }).getByRole('link', { name: 'own' }).waitFor();

      app = await start(port);
      await page.getByText('The gateway is away').waitFor({ state: 'detached', timeout: 25_000 });
      await page.getByText('Live', { exact: true }).waitFor({ timeout: 25_000 });
      expect(await page.evaluate('window.stays')).toBe(true);
      await opened.close();
      await app.close();
      await store.remove();
    });
  },
);

/** Accepts everything, and answers nothing. */
async function startSlowServer(): Promise<{ readonly url: string; close(): void }> {
  const waiting = new Set<ServerResponse>();
  const server: Server = createServer((_request, response) => {
    waiting.add(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      for (const response of waiting) response.destroy();
      server.close();
    },
  };
}
