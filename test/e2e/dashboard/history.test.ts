import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

const SANDBOX = '/history?subject=Pool%3Asplunk%3Asandbox';

describe.skipIf(!hasChromium)(`the history view in Chromium ${CHROMIUM_NOTE}`, { timeout: 90_000 }, () => {
  let world: DemoWorld;
  let browser: TestBrowser;
  beforeAll(async () => {
    world = await startDemoWorld({ past: true });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  async function opened(path: string, options: Parameters<TestBrowser['open']>[1] = {}): Promise<TestPage> {
    const page = await browser.open(`${world.gateway.url}${path}`, options);
    await enterKey(page, keys.VIEWER);
    return page;
  }
  const chart = ({ page }: TestPage) => page.getByRole('img', { name: /^Chart of/ });

  it('begins with what is fullest, and finds anything by its name', async () => {
    const history = await opened('/history');
    const { page } = history;
    await page.getByRole('heading', { name: 'Fullest now' }).waitFor();
    await history.picture('history-start');
    expect(await history.barriers()).toEqual([]);

    await page.getByRole('combobox', { name: 'Whose use' }).click();
    await page.keyboard.type('security');
    // Not that of before the search was answered.
    await page.getByRole('option').first().getByText('security · Indexed bytes per day').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await chart(history).waitFor();
    expect(new URL(page.url()).searchParams.get('subject')).toBe('Pool:splunk:security');
    expect(history.wrongs).toEqual([]);
    await history.close();
  });

  it('draws the use by day, says what is missing and expected, and has the numbers as a table', async () => {
    const history = await opened(SANDBOX);
    const { page } = history;
    await chart(history).waitFor();
    expect(await chart(history).getAttribute('aria-label')).toMatch(/at most 4\.65 GB|at most \d/);
    await page.getByText(/day was not read and is left empty/).waitFor();
    await page.getByText(/^Forecast: /).waitFor();
    await page.getByText(/^Reached by how earlier days/).waitFor();
    await page.getByText(/midnight in UTC/).waitFor();
    // The line is broken where a day is missing: one more stretch than there are gaps.
    const line = page.locator('.recharts-line-curve[stroke="var(--chart-use)"]').first();
    expect((await line.getAttribute('d'))?.match(/M/g)).toHaveLength(2);

    await page.getByRole('switch', { name: 'Numbers as a table' }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('columnheader', { name: 'Largest' }).waitFor();
    await page.getByRole('rowheader', { name: /\(not over\)/ }).waitFor();
    expect(await page.getByRole('cell', { name: '1 day not read' }).count()).toBe(1);
    await history.picture('history-day');
    expect(await history.barriers()).toEqual([]);
    expect(history.wrongs).toEqual([]);
    await history.close();
  });

  it('opens at a shared address: by hour, of another thing measured, between two dates, in the dark', async () => {
    const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
    const history = await opened(`${SANDBOX}&resolution=HOUR&from=${day(3)}&to=${day(2)}`, { colorScheme: 'dark' });
    const { page } = history;
    await chart(history).waitFor();
    await page.getByText(new RegExp(`^From ${day(3)} 00:00 to ${day(2)} 23:00`)).waitFor();
    // What is past is not forecast.
    expect(await page.getByText(/^Forecast: /).count()).toBe(0);
    await page.getByRole('switch', { name: 'Numbers as a table' }).check();
    expect(await page.getByRole('rowheader').count()).toBe(48);
    await history.picture('history-hour-dark');
    expect(await history.barriers()).toEqual([]);

    await page.getByLabel('From (UTC)').fill(day(1));
    await page.getByRole('alert').getByText('The first day comes after the last one.').waitFor();
    await page.getByRole('button', { name: '7 days' }).click();
    await page.getByText(/^Forecast: /).waitFor();
    expect(history.wrongs).toEqual([]);
    await history.close();
  });

  it('fits a phone, and says so of what has vanished', async () => {
    const history = await opened(
      '/history?subject=License:keygen:c1e9c8ef-d5b8-44c1-8421-94a941924384&dimension=USES',
      {
        viewport: { width: 390, height: 844 },
      },
    );
    const { page } = history;
    await chart(history).waitFor();
    await history.picture('history-phone');
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await page.goto(`${world.gateway.url}/history?subject=Pool%3Asplunk%3Agone`);
    await page.getByText(/^Nothing has this id/).waitFor();
    expect(history.wrongs).toEqual([]);
    await history.close();
  });
});
