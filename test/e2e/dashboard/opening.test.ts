import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pagePaths } from '../../../src/http/dashboard/page-paths.js';
import { CHROMIUM_NOTE, enterKey, hasChromium, openBrowser, type TestBrowser } from '../../support/browser.js';
import { keys, startGateway, type TestGateway } from '../../support/gateway.js';
import { staticSource } from '../../support/static-source.js';

describe.skipIf(!hasChromium)(`the dashboard's door in Chromium ${CHROMIUM_NOTE}`, () => {
  let gateway: TestGateway;
  let browser: TestBrowser;
  beforeAll(async () => {
    const { source, module } = staticSource('splunk', {});
    gateway = await startGateway([source], { overrides: { modules: [module] } });
    await gateway.refresh();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await gateway?.close();
  });

  it('asks for a key, once, and opens with it', async () => {
    const opened = await browser.open(`${gateway.url}/`);
    const { page, wrongs } = opened;
    expect(await opened.barriers()).toEqual([]);
    await opened.picture('gate');
    await enterKey(opened, keys.VIEWER);
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await opened.picture('empty-overview');
    expect(await opened.barriers()).toEqual([]);
    expect(wrongs).toEqual([]);
    await opened.close();
  });

  it('refuses a key that the gateway does not know', async () => {
    const opened = await browser.open(`${gateway.url}/licenses`);
    const { page } = opened;
    await page.getByRole('textbox', { name: 'API key' }).fill('no-such-key');
    await page.getByRole('button', { name: 'Open the dashboard' }).click();
    await page.getByRole('alert').getByText('The gateway does not know this key').waitFor();
    expect(opened.wrongs).toEqual([expect.stringContaining('401')]);
    await opened.close();
  });

  it('opens where nothing runs but persisted operations', async () => {
    const persisted = { documents: new Map([['mine', '{ viewer { name } }']]), only: true };
    const { source, module } = staticSource('splunk', {});
    const strict = await startGateway([source], { overrides: { modules: [module] }, graphql: { persisted } });
    const refused = await strict.ask('{ viewer { role } }');
    expect(refused.errors?.[0]?.extensions.code).toBe('PERSISTED_QUERY_REQUIRED');
    const opened = await browser.open(`${strict.url}/`);
    await enterKey(opened, keys.VIEWER);
    await opened.page.getByText('Live', { exact: true }).waitFor();
    expect(opened.wrongs).toEqual([]);
    await opened.close();
    await strict.close();
  });

  it('opens at each of its addresses', async () => {
    const opened = await browser.open(`${gateway.url}/`);
    await enterKey(opened, keys.ADMIN);
    for (const path of pagePaths.filter((each) => !each.includes('*'))) {
      await opened.page.goto(`${gateway.url}${path}`);
      await opened.page.getByRole('heading', { level: 1 }).waitFor();
      expect(await opened.page.getByText('No view has this address').count(), path).toBe(0);
    }
    expect(opened.wrongs).toEqual([]);
    await opened.close();
  });
});
