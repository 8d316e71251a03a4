import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_NOTE, enterKey, hasChromium, openBrowser, type TestBrowser } from '../../support/browser.js';
import { type DemoWorld, startDemoWorld } from '../../support/demo-world.js';
import { keys } from '../../support/gateway.js';

describe.skipIf(!hasChromium)(
  `a page that is open while things change, in Chromium ${CHROMIUM_NOTE}`,
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

    it('shows a change at the vendor without being reloaded: counts follow, and a new message pops up', async () => {
      const opened = await browser.open(`${world.gateway.url}/`);
      const { page } = opened;
      await enterKey(opened, keys.VIEWER);
      await page.getByText('Live', { exact: true }).waitFor();
      const suspended = page
        .getByRole('region', { name: 'Licenses by status' })
        .getByRole('link', { name: /Suspended/ });
      const over = page.getByRole('region', { name: 'Quotas by state' }).getByRole('link', { name: /Exceeded/ });
      await over.waitFor();
      const before = { suspended: await countOf(suspended), over: await countOf(over) };
      await page.evaluate('window.stays = true');

      // Somebody else, by the vendor's own interface: one license is suspended, and a limit lowered below what is used.
      const { url } = world.emulators.keygen;
      const headers = { authorization: 'Bearer admin-demo', 'content-type': 'application/vnd.api+json' };
      const licenses = `${url}/v1/accounts/demo/licenses`;
      const [globex] = await licenseIds('Globex Studio West');
      const [roomy] = await licenseIds('Umbrella Enterprise');
      expect((await fetch(`${licenses}/${globex}/actions/suspend`, { method: 'POST', headers })).status).toBe(200);
      const attributes = { maxMachines: 1 };
      const lowered = await fetch(`${licenses}/${roomy}`, {
        method: 'PATCH',
        headers,
        body: JSON.stringify({ data: { type: 'licenses', id: roomy, attributes } }),
      });
      expect(lowered.status, await lowered.text()).toBe(200);
      await world.gateway.refresh('keygen');

      await page.getByText('keygen: QUOTA_EXCEEDED').first().waitFor();
      await expect.poll(() => countOf(suspended), { timeout: 15_000 }).toBe(before.suspended + 1);
      await expect.poll(() => countOf(over), { timeout: 15_000 }).toBe(before.over + 1);
      expect(await page.evaluate('window.stays')).toBe(true);
      expect(await opened.barriers()).toEqual([]);
      await opened.picture('overview-live');
      expect(opened.wrongs).toEqual([]);
      await opened.close();
    });

    async function licenseIds(name: string) {
      const { licenses } = await world.gateway.query<{ licenses: { nodes: { vendorId: string }[] } }, unknown>(
        `{ licenses(filter: { search: "${name}" }) { nodes { vendorId } } }`,
      );
      return licenses.nodes.map(({ vendorId }) => vendorId);
    }
  },
);

async function countOf(link: { innerText(): Promise<string> }): Promise<number> {
  return Number.parseInt(await link.innerText(), 10);
}
