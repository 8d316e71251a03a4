/**
 * A list read along the pages in which it was read before, to tell which of its rows have changed since. The pages begin
 * behind the same rows as then, so that a row that is gone moves none but those of its own page.
 */

import type { KeygenClient } from './client.js';
import { askPage, countRows, type ListPage, pageOf } from './crawl.js';
import {
  createTally,
  digestOf,
  expiryOf,
  factsOf,
  type ListMemory,
  type PageMemory,
  type RowFact,
  rememberPage,
} from './list-memory.js';

export interface Recrawled {
  readonly memory: ListMemory;
  /** What is told of rows that are new, others than before, or gone: as they were, and as they are. */
  readonly touched: readonly RowFact[];
  /** The rows among them that are there. */
  readonly rows: readonly unknown[];
}

export interface RecrawlOptions {
  readonly client: KeygenClient;
  /** Segments below the account. */
  readonly path: readonly string[];
  readonly memory: ListMemory;
  readonly readAt: Date;
  readonly signal: AbortSignal;
  /** More rows than this are not looked for. */
  readonly most: number;
}

/** Null: more has changed than is worth it, or the list has to be read from its beginning to be had whole. */
export async function recrawl({
  client,
  path,
  memory,
  readAt,
  signal,
  most,
}: RecrawlOptions): Promise<Recrawled | null> {
  const request = { client, path, signal };
  const pages: PageMemory[] = [];
  const tally = createTally(memory);
  const touched: RowFact[] = [];
  const rows: unknown[] = [];
  let more = false;
  for (const [at, before] of memory.pages.entries()) {
    const isLast = at === memory.pages.length - 1;
    const response = await askPage(request, before.cursor);
    if (digestOf(response.body) === before.digest && readAt.getTime() <= before.expires) {
      pages.push(before);
      continue;
    }
    const page = pageOf(path, before.cursor, response, true);
    if (!take(page, before, isLast)) return null;
    more = isLast && page.more;
  }
  for (let from = pages.at(-1)?.last ?? ''; more || memory.pages.length === 0; ) {
    const page = pageOf(path, from, await askPage(request, from), true);
    if (page.rows.length === 0) {
      // Behind a row that is gone meanwhile it looks the same: only of a list that had none is it believed.
      if (from === '') break;
      return null;
    }
    if (!take(page, null, true)) return null;
    from = pages.at(-1)?.last ?? '';
    more = page.more;
    if (!more) break;
  }
  const count = await countRows(request);
  const now = tally.result();
  return count === null || count === now.size ? { memory: { pages, ...now }, touched, rows } : null;

  /** Of a page in the middle, the rows behind its last one are the next page's. */
  function take(page: ListPage, before: PageMemory | null, isLast: boolean): boolean {
    const whole = rememberPage(page, page.rows.length, readAt);
    if (whole === null) return false;
    const all = factsOf(whole);
    const end = isLast ? all.length : all.findIndex(([, id]) => id === before?.last) + 1;
    // The row behind which the next page begins is gone.
    if (end === 0) return false;
    const now = rememberPage(page, end, readAt);
    if (now === null) return false;
    const old = new Map((before === null ? [] : factsOf(before)).map((fact) => [fact[1], fact]));
    for (const [i, fact] of all.slice(0, end).entries()) {
      const was = old.get(fact[1]);
      old.delete(fact[1]);
      if (was?.[0] === fact[0] && !hasExpired(page.rows[i], before)) continue;
      touched.push(...(was === undefined ? [fact] : [was, fact]));
      if (was !== undefined) tally.count([was], -1);
      tally.count([fact], 1);
      rows.push(page.rows[i]);
    }
    touched.push(...old.values());
    tally.count([...old.values()], -1);
    pages.push(now);
    return touched.length <= most;
  }

  function hasExpired(row: unknown, before: PageMemory | null): boolean {
    const expiry = expiryOf(row);
    return before !== null && expiry >= before.expires && expiry < readAt.getTime();
  }
}
