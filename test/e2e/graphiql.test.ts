import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KEY, OTHER_KEY, startTinyServer, type TinyServer } from '../support/tiny-server.js';

const CHROMIUM = '/usr/bin/chromium';
/** Where to leave pictures for a person to look at; none when it is not set. */
const PICTURES = process.env.GRAPHIQL_PICTURES;

describe.skipIf(!existsSync(CHROMIUM))('GraphiQL in Chromium (skipped where /usr/bin/chromium is missing)', () => {
  let shared: TinyServer;
  let server: TinyServer;
  let browser: Browser;
  let page: Page;
  let wrongs: string[];

  beforeAll(async () => {
    shared = await startTinyServer();
    server = shared;
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await shared.close();
  });

  beforeEach(async () => {
    const context = await browser.newContext({ viewport: { width: 1400, height: 850 } });
    page = await context.newPage();
    wrongs = [];
    await context.route('**/*', (route) => {
      const url = route.request().url();
      if (url.startsWith(`${server.url}/`) || url.startsWith('data:')) return route.continue();
      wrongs.push(`request to another host: ${url}`);
      return route.abort();
    });
    page.on('pageerror', (error) => wrongs.push(`page error: ${error.message}`));
    page.on('console', (message) => {
      // The browser's own line about what must be refused: a wrong key, and a look at a schema that is not shown.
      const isRefusal = /status of (401|400) /.test(message.text());
      if (message.type() === 'error' && !isRefusal) wrongs.push(`console: ${message.text()}`);
    });
  });
  afterEach(async () => {
    await page.context().close();
    expect(wrongs).toEqual([]);
  });

  const picture = async (name: string) => {
    if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/${name}.png` });
  };
  const open = (query: string) => page.goto(`${server.url}/graphiql?query=${encodeURIComponent(query)}`);
  const enter = async (key: string) => {
    await page.getByLabel('API key').fill(key);
    await page.getByRole('button', { name: 'Open GraphiQL' }).click();
  };
  const run = async () => {
    await page.getByRole('button', { name: /execute query/i }).click();
    return page.locator('.graphiql-response');
  };

  it('asks for the key, takes it, and runs a query', async () => {
    await open('{ hello viewer }');
    await picture('1-gate');
    await enter(KEY);
    const response = await run();
    await response.getByText('"there"').waitFor();
    await response.getByText('"ops"').waitFor();
    await picture('2-answered');
  });

  it('says plainly that a key is wrong, and takes the right one after', async () => {
    await open('{ hello }');
    await enter('wrong-key-0123456789');
    await page.getByText('The gateway does not know this key. Check it and try again.').waitFor();
    await picture('3-wrong-key');
    await enter('not a key');
    await page.getByText('consists of printable characters without spaces').waitFor();
    await enter(KEY);
    await (await run()).getByText('"there"').waitFor();
  });

  it('opens with an example of each thing, each in a tab that a click leads to', async () => {
    await page.goto(`${server.url}/graphiql`);
    await enter(KEY);
    const shown = page.locator('.graphiql-tab-active');
    await shown.getByText('Overview').waitFor();
    for (const name of ['PageOfLicenses', 'NewMessages', 'GoesWrongNext']) {
      await page.getByTitle(name, { exact: true }).click();
      await shown.getByText(name).waitFor();
    }
    await picture('6-examples');
  });

  it('keeps the key for this tab only, and forgets it when told to', async () => {
    await open('{ hello }');
    await enter(KEY);
    await page.getByRole('button', { name: 'Change API key' }).waitFor();
    await page.reload();
    await (await run()).getByText('"there"').waitFor();
    const stored = () => page.evaluate('JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie])');
    expect(await stored()).toContain(KEY);
    expect(await page.evaluate('JSON.stringify({ ...localStorage }) + document.cookie + location.href')).not.toContain(
      KEY,
    );
    await page.getByRole('button', { name: 'Change API key' }).click();
    await page.getByLabel('API key').waitFor();
    expect(await stored()).not.toContain(KEY);
  });

  it('knows the schema: the documentation explorer shows its descriptions, and a wrong field is marked', async () => {
    await open('{ hello nothing }');
    await enter(KEY);
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.locator('.graphiql-doc-explorer').getByText('Query', { exact: true }).click();
    await page.locator('.graphiql-doc-explorer').getByText('Says hello.').waitFor();
    await page.locator('.graphiql-query-editor .squiggly-error').first().waitFor();
    await picture('4-documentation');
  });

  describe('for a key that may not look at the schema', () => {
    let closed: TinyServer;
    beforeAll(async () => {
      closed = await startTinyServer({}, { introspection: false });
      server = closed;
    });
    // When the page has gone, which goes on loading in the background.
    afterAll(async () => {
      server = shared;
      await closed?.close();
    });

    it('says so plainly, and runs what it may do', async () => {
      await open('{ hello viewer }');
      await enter(OTHER_KEY);
      await page.getByText('This key may not look at the schema').waitFor();
      await (await run()).getByText('"other"').waitFor();
      await picture('5-no-schema');
    });
  });
});
