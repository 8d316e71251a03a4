import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { keys, startGateway } from '../support/gateway.js';
import { staticSource } from '../support/static-source.js';

const CHROMIUM = '/usr/bin/chromium';

describe.skipIf(!existsSync(CHROMIUM))('GraphiQL in Chromium (skipped where /usr/bin/chromium is missing)', () => {
  it('shows the events of a subscription as they come', async () => {
    const { source, module } = staticSource('splunk', {});
    const gateway = await startGateway([source], { overrides: { modules: [module] } });
    await gateway.refresh();
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
    const page = await browser.newPage();
    const query = 'subscription { sourceSynced { name status } }';
    await page.goto(`${gateway.url}/graphiql?query=${encodeURIComponent(query)}`);
    await page.getByLabel('API key').fill(keys.VIEWER);
    await page.getByRole('button', { name: 'Open GraphiQL' }).click();
    const begun = page.waitForResponse(
      async (response) => (await response.headerValue('content-type'))?.startsWith('text/event-stream') ?? false,
    );
    await page.getByRole('button', { name: /execute query/i }).click();
    expect((await begun).status()).toBe(200);
    await gateway.refresh();
    await page.locator('.graphiql-response').getByText('"splunk"').waitFor();
    await browser.close();
    await gateway.close();
  });
});
