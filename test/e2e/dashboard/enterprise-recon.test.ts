import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StandInLicense, standInLicense } from '../../../src/emulators/enterprise-recon/index.js';
import {
  CHROMIUM_NOTE,
  enterKey,
  hasChromium,
  openBrowser,
  type TestBrowser,
  type TestPage,
} from '../../support/browser.js';
import { type DemoWorld, startDemoWorld } from '../../support/demo-world.js';
import { keys } from '../../support/gateway.js';

const GB = 1_000_000_000;
const LIMITS = [
  { type: 'server', comment: 'Server', total: '20' },
  { type: 'client', comment: 'Client', total: '40' },
  { type: 'server', comment: 'Server Data Allowance', total: String(200 * GB) },
  { type: 'client', comment: 'Client Data Allowance', total: String(200 * GB) },
];

function fileOf(given: Partial<StandInLicense> = {}) {
  const text = standInLicense({
    serial: 'ER-1',
    company: 'New Company Ltd',
    edition: 'PRO',
    expires: new Date(Date.now() + 400 * 86_400_000),
    limits: LIMITS,
    ...given,
  });
  return { name: 'enterprise-recon.lic', mimeType: 'application/octet-stream', buffer: Buffer.from(text) };
}

describe.skipIf(!hasChromium)(
  `Enterprise Recon in the dashboard in Chromium ${CHROMIUM_NOTE}`,
  { timeout: 120_000 },
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

    async function opened(key: string, options = {}): Promise<TestPage> {
      const page = await browser.open(`${world.gateway.url}/enterprise-recon`, options);
      await enterKey(page, key);
      await page.page.getByRole('region', { name: 'Table of data by target' }).getByRole('row').nth(1).waitFor();
      await page.page.getByRole('heading', { name: 'Pools by bytes of data' }).waitFor();
      return page;
    }

    it('shows license, pools, data by target and targets without a license, and offers a viewer nothing', async () => {
      const view = await opened(keys.VIEWER);
      const { page } = view;
      await page.getByText('2347137973 bytes of scanned data').waitFor();
      await page.getByText('2.35 GB').waitFor();
      await page.getByRole('link', { name: 'Client Data Allowance' }).waitFor();
      await page.getByRole('link', { name: 'OLD-KIOSK' }).waitFor();
      const first = page.getByRole('region', { name: 'Table of data by target' }).getByRole('row').nth(1);
      expect(await first.textContent()).toContain('FILESRV-01');
      expect(await page.getByRole('button', { name: 'Upload license' }).count()).toBe(0);
      expect(await view.barriers()).toEqual([]);
      await view.picture('enterprise-recon-light');
      await page.setViewportSize({ width: 390, height: 844 });
      await view.picture('enterprise-recon-phone');
      expect(view.wrongs).toEqual([]);
      await view.close();
    });

    it('uploads a license after the vendor refused others in words, with nothing lost on the way', async () => {
      const view = await opened(keys.ADMIN, { colorScheme: 'dark' });
      const { page } = view;
      expect(await view.barriers()).toEqual([]);
      await view.picture('enterprise-recon-dark');
      await page.getByRole('button', { name: 'Upload license' }).click();
      const form = page.getByRole('dialog', { name: 'Upload a license to recon' });
      const send = form.getByRole('button', { name: 'Upload', exact: true });
      const choose = (file: ReturnType<typeof fileOf>) => form.getByLabel('License file').setInputFiles(file);
      expect(await send.isDisabled()).toBe(true);

      await choose({ ...fileOf(), buffer: Buffer.alloc(1_000_000, 'x') });
      await form.getByText('the gateway takes').waitFor();
      expect(await send.isDisabled()).toBe(true);

      await choose(fileOf({ expires: new Date('2020-01-01T00:00:00Z') }));
      await send.click();
      await form.getByText('License is expired.').waitFor();
      await form.getByText('Ask the vendor for a license that is still in force.').waitFor();
      await form.getByText('To be sent: enterprise-recon.lic').waitFor();
      expect(await view.barriers()).toEqual([]);
      await view.picture('enterprise-recon-refused-dark');

      await form.getByText('Pasted text').click();
      await form.getByLabel('Text of the license').fill('no license at all');
      await send.click();
      await form.getByText('Invalid license file.').waitFor();
      // Closed and opened again, it is as it was left.
      await form.getByRole('button', { name: 'Close' }).last().click();
      await page.getByRole('button', { name: 'Upload license' }).click();
      expect(await form.getByLabel('Text of the license').inputValue()).toBe('no license at all');

      await form.getByText('A file', { exact: true }).click();
      await choose(fileOf());
      await send.dblclick();
      await page.getByText('recon took the license').waitFor();
      await page.getByText('New Company Ltd').waitFor();
      expect([...world.emulators.recon.state.usedSerials]).toEqual(['ER-1']);
      expect(world.emulators.recon.state.licenses.company).toBe('New Company Ltd');

      await page.getByRole('button', { name: 'Upload license' }).click();
      await choose(fileOf());
      await send.click();
      await form.getByText('Each license can only be uploaded once').waitFor();
      await choose(fileOf({ serial: 'ER-2', limits: LIMITS.map((each) => ({ ...each, total: '1' })) }));
      await send.click();
      await form.getByText('Insufficient data allowance for scanned data volume.').waitFor();
      expect(view.wrongs).toEqual([]);
      await view.close();
    });

    it('keeps what is filled in when the gateway cannot be reached', async () => {
      const view = await opened(keys.ADMIN);
      const { page } = view;
      await page.getByRole('button', { name: 'Upload license' }).press('Enter');
      const form = page.getByRole('dialog', { name: 'Upload a license to recon' });
      await form.getByText('Pasted text').click();
      await form.getByLabel('Text of the license').fill('a text that is long to find');
      await page.route('**/graphql', (route) => route.abort());
      await form.getByRole('button', { name: 'Upload', exact: true }).click();
      await form.getByText('it is not known whether this was done').waitFor();
      expect(await form.getByLabel('Text of the license').inputValue()).toBe('a text that is long to find');
      expect(await form.getByRole('button', { name: 'Upload', exact: true }).isEnabled()).toBe(true);
      expect(await view.barriers()).toEqual([]);
      await view.close();
    });
  },
);
