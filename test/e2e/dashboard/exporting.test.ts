/** What a table shows, saved as a file from the dashboard. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_NOTE, enterKey, hasChromium, openBrowser, type TestBrowser } from '../../support/browser.js';
import { keys, startGateway, type TestGateway } from '../../support/gateway.js';
import { thingsOf } from '../../support/snapshots.js';
import { staticSource } from '../../support/static-source.js';

describe.skipIf(!hasChromium)(`the export button in Chromium ${CHROMIUM_NOTE}`, () => {
  let gateway: TestGateway;
  let browser: TestBrowser;
  beforeAll(async () => {
    const splunk = thingsOf('splunk');
    const { source, module } = staticSource('splunk', {
      licenses: ['Acme', 'Bolt', '=cmd|x'].map((name) => splunk.license(name, { displayName: name, name })),
    });
    gateway = await startGateway([source], { overrides: { modules: [module] } });
    await gateway.refresh();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await gateway?.close();
  });

  it('saves the rows of the table, in its order and with its filter', async () => {
    const opened = await browser.open(`${gateway.url}/licenses?order=NAME.DESC&sources=splunk`);
    const { page, wrongs } = opened;
    await enterKey(opened, keys.VIEWER);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toMatch(/^license-gateway-licenses-\d{4}-\d\d-\d\dT[\d-]+Z\.csv$/);
    await page.getByText(/^Saved license-gateway-licenses-/).waitFor();
    const lines: { name: string }[] = parse(readFileSync(await download.path()), { columns: true });
    expect(lines.map(({ name }) => name)).toEqual(['Bolt', 'Acme', "'=cmd|x"]);
    expect(wrongs).toEqual([]);

    // Nothing comes: it can be given up.
    await page.route('**/export/**', () => {});
    await page.getByRole('button', { name: 'Export CSV' }).click();
    await page
      .getByRole('status')
      .getByText(/^Exporting, /)
      .waitFor();
    await opened.picture('exporting');
    expect(await opened.barriers()).toEqual([]);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Export CSV' }).waitFor();
    await page.unroute('**/export/**');

    // It breaks off: nothing is saved, and that is said.
    await page.route('**/export/**', (route) => route.abort('connectionreset'));
    await page.getByRole('button', { name: 'Export CSV' }).click();
    await page.getByText('Nothing was exported').waitFor();
    await opened.close();
  });
});
