/**
 * The table of licenses in Chromium: when its first rows are there at 100,000 licenses against 1,000, and what memory the page
 * takes after fifty pages of scrolling against ten.
 */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { KEY, startGateway } from '../lib/gateway.mjs';
import { manyLicenses } from '../lib/many-licenses.mjs';
import { median } from '../lib/statistics.mjs';

const CHROMIUM = '/usr/bin/chromium';
const SIZES = [1_000, 100_000];
const ROUNDS = 10;
const WARM_UP = 2;
/** A busy machine is waited for: what counts is the ratio. */
const PATIENCE_MS = 300_000;
const PAGE = 100;
const ROW_HEIGHT = 42;

export const about = 'the table of licenses in Chromium, as the number of licenses grows';

export async function run() {
  if (!existsSync(CHROMIUM)) {
    console.log(`The dashboard's table is not measured: ${CHROMIUM} is missing.`);
    return [];
  }
  const gateways = [];
  for (const size of SIZES) gateways.push(await startGateway(() => manyLicenses(size)));
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const pages = [];
    for (const { url } of gateways) pages.push(await openPage(browser, url));
    return [...(await firstRows(pages)), ...(await scrolling(pages.at(-1)))];
  } finally {
    await browser.close();
    for (const gateway of gateways) await gateway.close();
  }
}

async function openPage(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' });
  await context.addInitScript((key) => {
    sessionStorage.setItem('license-gateway.api-key', key);
    // When the first row of this document stood there, told by the page itself.
    globalThis.firstRow = new Promise((done) => {
      const observer = new MutationObserver(() => {
        if (document.querySelector('tbody th[scope=row]') === null) return;
        observer.disconnect();
        requestAnimationFrame(() => done(performance.now()));
      });
      observer.observe(document, { childList: true, subtree: true });
    });
  }, KEY);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  return { page, url: `${url}/licenses` };
}

async function firstRows(pages) {
  const steps = { 'first rows from the address on': open, 'first rows from another order on': turn };
  const times = Object.keys(steps).map(() => pages.map(() => []));
  // Interleaved, so that a slow moment of the machine meets both.
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    for (const [i, each] of pages.entries()) {
      for (const [n, step] of Object.values(steps).entries()) {
        const took = await step(each);
        if (round >= WARM_UP) times[n][i].push(took);
      }
    }
  }
  return Object.keys(steps).map((name, n) => {
    const [small, large] = times[n].map(median);
    return {
      name: `dashboard: ${name}, ${SIZES[1]} / ${SIZES[0]} licenses`,
      ratio: large / small,
      goal: '<=1.5',
      detail: `${large.toFixed(0)} ms / ${small.toFixed(0)} ms`,
    };
  });
}

async function open({ page, url }) {
  await page.goto(url);
  return page.evaluate(() => globalThis.firstRow);
}

function turn({ page }) {
  return page.evaluate(async () => {
    const first = () => document.querySelector('tbody th[scope=row]')?.textContent;
    const before = first();
    const started = performance.now();
    [...document.querySelectorAll('thead button')].find(({ textContent }) => textContent === 'Expires').click();
    while ([before, undefined].includes(first())) await new Promise(requestAnimationFrame);
    return performance.now() - started;
  });
}

async function scrolling({ page, url }) {
  await page.goto(url);
  const debug = await page.context().newCDPSession(page);
  await debug.send('Performance.enable');
  const heap = async () => {
    await debug.send('HeapProfiler.collectGarbage');
    const { metrics } = await debug.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'JSHeapUsedSize').value;
  };
  const scrollTo = async (number) => {
    const row = page.locator(`tr[aria-rowindex="${number * PAGE + 2}"]`);
    await page.locator('.table-box').evaluate((box, top) => box.scrollTo({ top }), number * PAGE * ROW_HEIGHT);
    await row.waitFor();
  };
  const heaps = new Map();
  for (let number = 0; number <= 50; number++) {
    await scrollTo(number);
    if (number === 10 || number === 50) heaps.set(number, await heap());
  }
  for (let number = 49; number >= 0; number--) await scrollTo(number);
  heaps.set(0, await heap());
  const row = (name, of) => ({
    name: `dashboard: memory ${name}`,
    ratio: heaps.get(of) / heaps.get(10),
    goal: '<=1.25',
    detail: `${megabytes(heaps.get(of))} / ${megabytes(heaps.get(10))}`,
  });
  return [row('after scrolling 50 pages, against 10', 50), row('back at the first row, against page 10', 0)];
}

function megabytes(bytes) {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
