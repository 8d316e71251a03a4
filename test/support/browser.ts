/** Opens pages in Chromium as a user would: with nothing but this gateway to be reached, and every error of the page told. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';
export const hasChromium = existsSync(CHROMIUM);
/** For the names of tests that need it. */
export const CHROMIUM_NOTE = `(skipped where ${CHROMIUM} is missing)`;

/** Where to leave pictures for a person to look at; none when it is not set. */
const PICTURES = process.env.DASHBOARD_PICTURES;
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export interface TestBrowser {
  /** A page of its own session. `wrongs` must be empty when it is closed: see `closed`. */
  open(url: string, options?: BrowserContextOptions): Promise<TestPage>;
  close(): Promise<void>;
}

export interface TestPage {
  readonly page: Page;
  /** Errors of the page and its console, and requests to other hosts. */
  readonly wrongs: string[];
  /** Leaves a picture, where they are wanted. */
  picture(name: string): Promise<void>;
  /** What axe-core finds against WCAG 2.2 AA, one line each; empty when the page is clean. */
  barriers(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function openBrowser(): Promise<TestBrowser> {
  const browser: Browser = await chromium.launch({
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
  return {
    async open(url, options = {}) {
      const context = await browser.newContext({
        viewport: { width: 1400, height: 900 },
        reducedMotion: 'reduce',
        locale: 'en-GB',
        timezoneId: 'UTC',
        ...options,
      });
      const { origin, host } = new URL(url);
      const wrongs: string[] = [];
      await context.route('**/*', (route) => {
        const asked = route.request().url();
        if (asked.startsWith(`${origin}/`) || asked.startsWith('data:') || asked.startsWith('blob:'))
          return route.continue();
        wrongs.push(`request to another host: ${asked}`);
        return route.abort();
      });
      const page = await context.newPage();
      page.on('websocket', (socket) => {
        if (new URL(socket.url()).host !== host) wrongs.push(`socket to another host: ${socket.url()}`);
      });
      page.on('pageerror', (error) => wrongs.push(`page error: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') wrongs.push(`console: ${message.text()}`);
      });
      await page.goto(url);
      return {
        page,
        wrongs,
        async picture(name) {
          if (PICTURES === undefined) return;
          // What is fixed stands where the page is scrolled to.
          await page.evaluate('scrollTo(0, 0)');
          await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
        },
        async barriers() {
          // Through the debugger, which the page's content policy does not bind.
          if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(readFileSync(axe, 'utf8'));
          const { violations } = await page.evaluate<AxeResults>(
            `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
          );
          return violations.flatMap(({ id, help, nodes }) =>
            nodes.map(
              ({ target, html, failureSummary }) =>
                `${id}: ${help}: ${target.join(' ')}: ${html.slice(0, 200)} ${failureSummary}`,
            ),
          );
        },
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}

/** Gives the key that the dashboard asks for, and waits until it is taken. */
export async function enterKey({ page }: TestPage, key: string): Promise<void> {
  await page.getByRole('textbox', { name: 'API key' }).fill(key);
  await page.getByRole('button', { name: 'Open the dashboard' }).click();
  await page.getByRole('heading', { level: 1 }).and(page.locator('#view h1')).waitFor();
}
