import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_NOTE, hasChromium, openBrowser, type TestBrowser, type TestPage } from '../../support/browser.js';
import { type DemoWorld, startDemoWorld } from '../../support/demo-world.js';
import { keys } from '../../support/gateway.js';

describe.skipIf(!hasChromium)(
  `the dashboard by the keyboard alone, in Chromium ${CHROMIUM_NOTE}`,
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

    it('leads from the key to a view and into where a figure comes from, with the focus always to be seen', async () => {
      const opened = await browser.open(`${world.gateway.url}/messages`);
      const { page } = opened;
      await page.getByRole('textbox', { name: 'API key' }).waitFor();
      expect(await focused(opened)).toContain('API key');
      await page.keyboard.type(keys.VIEWER);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Messages' }).waitFor();

      await tabTo(opened, 'Skip to the view');
      await tabTo(opened, 'Overview');
      await page.keyboard.press('Enter');
      const heading = page.getByRole('heading', { level: 1, name: 'Overview' });
      await heading.waitFor();
      await expect.poll(() => focused(opened), { timeout: 15_000 }).toBe('Overview');

      await page.getByText(/^Something is wrong/).waitFor();
      await page.getByRole('region', { name: 'Quotas to worry about most' }).getByRole('progressbar').first().waitFor();
      await tabTo(opened, 'Where does this come from');
      await page.keyboard.press('Enter');
      await page.getByText(/^From keygen, observed/).waitFor();
      await expect.poll(() => focused(opened), { timeout: 15_000 }).toContain('keygen');
      await page.keyboard.press('Escape');
      await expect.poll(() => focused(opened), { timeout: 15_000 }).toContain('Where does this come from');

      await page.goBack();
      await page.getByRole('heading', { level: 1, name: 'Messages' }).waitFor();
      await expect.poll(() => focused(opened), { timeout: 15_000 }).toBe('Messages');
      expect(opened.wrongs).toEqual([]);
      await opened.close();
    });

    it('opens and closes the navigation of a phone, which is not in the way while it is closed', async () => {
      const opened = await browser.open(`${world.gateway.url}/`, { viewport: { width: 390, height: 844 } });
      const { page } = opened;
      await page.getByRole('textbox', { name: 'API key' }).fill(keys.VIEWER);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
      const isInert = () => page.evaluate<boolean>("document.getElementById('navigation').inert");
      expect(await isInert()).toBe(true);
      await tabTo(opened, 'Navigation');
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: 'What if' }).waitFor();
      await opened.picture('navigation-phone');
      await tabTo(opened, 'Sources');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor();
      await expect.poll(isInert, { timeout: 15_000 }).toBe(true);
      expect(opened.wrongs).toEqual([]);
      await opened.close();
    });
  },
);

/** In the page: what is read of the element that has the focus. */
const NAME_OF_FOCUSED = `(() => {
  const element = document.activeElement;
  if (element === null || element === document.body) return '';
  const label = element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? '') : '';
  return label || element.getAttribute('aria-label') || element.textContent || '';
})()`;

/** In the page: the element that has the focus without showing it; null when it shows it. */
const UNSEEN = `(() => {
  const element = document.activeElement;
  if (element === null || element === document.body || element instanceof HTMLInputElement) return null;
  const { outlineStyle, boxShadow } = getComputedStyle(element);
  return outlineStyle === 'none' && boxShadow === 'none' ? element.outerHTML.slice(0, 200) : null;
})()`;

function focused({ page }: TestPage): Promise<string> {
  return page.evaluate<string>(NAME_OF_FOCUSED);
}

/** Presses Tab until something of this name has the focus, and sees that each stop on the way can be seen. */
async function tabTo(opened: TestPage, name: string): Promise<void> {
  for (let stops = 0; stops < 60; stops += 1) {
    await opened.page.keyboard.press('Tab');
    expect(await opened.page.evaluate(UNSEEN), 'has the focus without showing it').toBeNull();
    if ((await focused(opened)).includes(name)) return;
  }
  throw new Error(`Tab does not lead to ${name}`);
}
