/**
 * The pages of a Keygen account of any size, as bytes: rows of the emulator's fleet, and from ten thousand licenses on
 * copies of those under other ids. Written to a file once, so that whoever serves them holds none of it in memory.
 */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { product } from '../../lib/product.mjs';

const { startKeygenEmulator } = await product('emulators/keygen/index.js');

const LISTS = ['licenses', 'policies', 'groups', 'machines', 'entitlements', 'processes', 'users'];
const PAGE_SIZE = 100;
const LARGEST_FLEET = 10_000;
/** Every id is a UUID of version 4; of a copy the version says which it is. Fingerprints have no such form. */
const VERSION = /(?<=[0-9a-f]{8}-[0-9a-f]{4}-)4(?=[0-9a-f]{3}-)/g;
const COPIES = [...'4123567890abcdef'];
/** Keygen's own paths, without what differs between accounts. */
export const ROOT = '/v1/accounts/demo';

/** Where the pages are: `{ pages, index }`, the paths of the bytes and of where each page lies in them. */
export async function estateOf(size, dir) {
  const day = new Date().toISOString().slice(0, 10);
  const pages = join(dir, `keygen-${size}-${day}.bytes`);
  const index = join(dir, `keygen-${size}-${day}.json`);
  if (!existsSync(index)) await write(size, dir, pages, index);
  return { pages, index };
}

async function write(size, dir, pages, index) {
  mkdirSync(dir, { recursive: true });
  const copies = COPIES.flatMap((first) => (size <= 160_000 ? [first] : COPIES.map((second) => first + second)));
  const wanted = Math.ceil(size / LARGEST_FLEET);
  if (wanted > copies.length) throw new Error(`at most ${copies.length * LARGEST_FLEET} licenses can be made`);
  const rows = await fleetRows(Math.min(size, LARGEST_FLEET));
  const file = openSync(pages, 'w');
  const found = {};
  let at = 0;
  const put = (text) => {
    const bytes = Buffer.from(text);
    writeSync(file, bytes);
    at += bytes.length;
    return [at - bytes.length, bytes.length];
  };
  for (const list of LISTS) {
    found[list] = { count: rows[list].length * wanted, pages: [] };
    let page = [];
    let cursor = '';
    const flush = (isLast) => {
      const last = isLast ? null : JSON.parse(page.at(-1)).id;
      const link = (to) => `${ROOT}/${list}?order=asc&page[cursor]=${to}&page[size]=${PAGE_SIZE}`;
      const links = JSON.stringify({ self: link(cursor), next: isLast ? null : link(last) });
      found[list].pages.push([cursor, ...put(`{"data":[${page.join(',')}],"links":${links}}`)]);
      cursor = last;
      page = [];
    };
    for (const copy of copies.slice(0, wanted)) {
      for (const row of rows[list]) {
        if (page.length === PAGE_SIZE) flush(false);
        page.push(copy === '4' ? row : renamed(row, copy));
      }
    }
    flush(true);
  }
  closeSync(file);
  // Last, so that a file that was broken off is never taken for whole.
  writeFileSync(`${index}.new`, JSON.stringify(found));
  renameSync(`${index}.new`, index);
}

/** A copy's ids: the version of each, and of the second hundred thousands its last digit, too. */
function renamed(row, [first, second]) {
  const text = row.replace(VERSION, first);
  return second === undefined ? text : text.replace(/(?<=[0-9a-f]{8}-[0-9a-f]{4}-.[0-9a-f]{2})[0-9a-f](?=-)/g, second);
}

/** List → its rows as JSON, oldest first, as the emulator answers them. */
async function fleetRows(licenses) {
  const emulator = await startKeygenEmulator({ scenario: 'fleet', licenses });
  try {
    const rows = {};
    for (const list of LISTS) rows[list] = await rowsOf(emulator.url, list);
    return rows;
  } finally {
    await emulator.close();
  }
}

async function rowsOf(url, list) {
  const rows = [];
  for (let cursor = ''; cursor !== null; ) {
    const response = await fetch(`${url}${ROOT}/${list}?page[cursor]=${cursor}&page[size]=${PAGE_SIZE}&order=asc`, {
      headers: { authorization: 'Bearer admin-demo', 'keygen-version': '1.8' },
    });
    const { data, links } = await response.json();
    for (const row of data) rows.push(JSON.stringify(row));
    cursor = typeof links.next === 'string' ? data.at(-1).id : null;
  }
  return rows;
}

/** What was written: `pageOf(list, cursor)` is where its bytes begin and how many there are. */
export function readIndex(path) {
  const lists = JSON.parse(readFileSync(path, 'utf8'));
  const places = new Map();
  for (const [list, { pages }] of Object.entries(lists)) {
    for (const [cursor, start, length] of pages) places.set(`${list} ${cursor}`, { start, length });
  }
  return { lists, placeOf: (list, cursor) => places.get(`${list} ${cursor}`) };
}
