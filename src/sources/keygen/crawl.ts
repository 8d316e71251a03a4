/**
 * A whole list by cursor paging, proven complete.
 *
 * Keygen answers a cursor whose row was deleted meanwhile with 200, no rows and `next: null`: what the end of a list looks
 * like. So an empty page proves nothing: it is asked for again from an earlier row, until a page that holds rows ends the
 * list; then the rows are counted against the vendor's own total.
 */
import { SourceFailure } from '../../domain/failure.js';
import { createPace } from '../../domain/pace.js';
import { parseJsonResponse, parseRowsResponse } from '../body.js';
import type { HttpResponse } from '../http-response.js';
import type { KeygenClient } from './client.js';
import {
  createTally,
  digestOf,
  factsOf,
  type ListMemory,
  type PageMemory,
  type ReadPage,
  rememberPage,
} from './list-memory.js';
import { countDocument, listDocument, type RowReader, type Rows, rowId, rowReader, type Shape } from './wire.js';

const PAGE_SIZE = 100;
/** Far above any real account; ends a server that never stops. */
const MOST_ROWS = 1_000_000;

export interface CrawlOptions<S extends Shape> {
  readonly client: KeygenClient;
  /** Segments below the account. */
  readonly path: readonly string[];
  readonly shape: S;
  /** The vendor's own filters. */
  readonly filter?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** False spares a short list the call for the vendor's own count. */
  readonly isCounted?: boolean;
  /** The time of the read, where the list is to be remembered for the next one. */
  readonly rememberAt?: Date;
  /** Of all lists that are read side by side: their pages may come at once. */
  readonly pace?: () => Promise<void>;
}

export interface Crawled<S extends Shape> extends Rows<S> {
  /** Null where it was not asked for, or the list came in such a way that it cannot be compared with what comes next. */
  readonly memory: ListMemory | null;
}

/**
 * Every row of `path`, oldest first, so that what is created during the crawl comes last. Throws SourceFailure; INCOMPLETE_CRAWL when the list cannot be had whole.
 */
export async function crawl<S extends Shape>({
  client,
  path,
  shape,
  filter = {},
  signal,
  isCounted = true,
  rememberAt,
  pace = createPace(),
}: CrawlOptions<S>): Promise<Crawled<S>> {
  const request = { client, path, filter, signal };
  let missing = 0;
  for (let round = 1; round <= 2; round++) {
    const list: List<S> = {
      reader: rowReader(shape),
      size: 0,
      ids: [],
      known: new Set(),
      pages: [],
      tally: createTally(),
    };
    await walk(list, '');
    if ((await missingFrom(list)) <= 0) return whole(list);
    // Fewer than the vendor counts: created after our last page, or lost. Both are looked for after our last row.
    list.pages = null;
    await walk(list, list.ids.at(-1) ?? '');
    missing = await missingFrom(list);
    if (missing <= 0) return whole(list);
  }
  throw new SourceFailure(
    'BAD_RESPONSE',
    'INCOMPLETE_CRAWL',
    `the list ${path.join('/')} came ${missing} rows short of the vendor's own count, twice; what was read before stays`,
  );

  function whole({ reader, pages, tally }: List<S>): Crawled<S> {
    const read = reader.done();
    // What was told of its rows would have to be told again.
    const isClean =
      read.dropped.length + read.repeated.length === 0 && read.rows.every(({ unreadable }) => unreadable.length === 0);
    return {
      ...read,
      memory: rememberAt !== undefined && isClean && pages !== null ? { pages, ...tally.result() } : null,
    };
  }

  /** Takes page after page behind `cursor`, until the end of the list is proven. */
  async function walk(list: List<S>, cursor: string): Promise<void> {
    let from = cursor;
    let back = 1;
    let emptyAfter: string | null = null;
    let again = false;
    for (let idle = 0; idle <= list.size / PAGE_SIZE + 40; ) {
      const page = await pageAfter(from);
      await pace();
      remember(list, page);
      if (page.rows.length === 0) {
        if (from === '') return;
        emptyAfter = from;
        from = list.ids.at(-1 - back) ?? '';
        back *= 2;
        again = true;
        list.pages = null;
        idle++;
        continue;
      }
      const last = page.rows.map(rowId).findLast((id) => id !== null) ?? null;
      const fresh: number = await add(list, page.rows, again, pace);
      // The row behind which nothing came is still there: nothing comes behind it, whatever `next` promises.
      if (!page.more || (last !== null && last === emptyAfter)) return;
      if (last === null) throw broken('NO_ROW_ID', 'a page of it has no row with an id to go on from');
      if (fresh === 0 && !again) break;
      if (list.size > MOST_ROWS) throw broken('TOO_MANY_ROWS', `it has more than ${MOST_ROWS} rows`);
      from = last;
      back = 1;
      // After a step back known rows come again, until the first one that is new.
      again = again && fresh === 0;
      idle = fresh === 0 ? idle + 1 : 0;
    }
    throw broken('PAGING_LOOP', 'its pages bring the same rows again and again');
  }

  async function pageAfter(cursor: string): Promise<ListPage> {
    const response = await askPage(request, cursor);
    await pace();
    return pageOf(path, cursor, response, rememberAt !== undefined);
  }

  function remember(list: List<S>, page: ListPage): void {
    if (rememberAt === undefined || list.pages === null || page.rows.length === 0) return;
    const remembered = rememberPage(page, page.rows.length, rememberAt);
    if (remembered === null) list.pages = null;
    else {
      list.pages.push(remembered);
      list.tally.count(factsOf(remembered), 1);
    }
  }

  /** How many rows the vendor counts beyond ours; not above 0 when it is fewer (deleted meanwhile) or not told. */
  async function missingFrom(list: List<S>): Promise<number> {
    const count = isCounted ? await countRows(request) : null;
    return count === null ? 0 : count - list.size;
  }

  function broken(code: string, why: string): SourceFailure {
    return brokenList(path, code, why);
  }
}

/** A page as it was read; without texts and digest where they were not asked for. */
export interface ListPage extends ReadPage {
  readonly more: boolean;
}

type ListRequest = Pick<CrawlOptions<Shape>, 'client' | 'path' | 'filter' | 'signal'>;

/** The answer to be read, of the page behind `cursor`. */
export function askPage({ client, path, filter = {}, signal }: ListRequest, cursor: string): Promise<HttpResponse> {
  return client.ask(path, { ...filter, 'page[cursor]': cursor, 'page[size]': String(PAGE_SIZE), order: 'asc' }, signal);
}

export function pageOf(path: readonly string[], cursor: string, response: HttpResponse, withTexts: boolean): ListPage {
  const { value, rows: texts } = withTexts
    ? parseRowsResponse(response)
    : { value: parseJsonResponse(response), rows: [] };
  const parsed = listDocument.safeParse(value);
  if (!parsed.success) throw brokenList(path, 'NOT_JSON_API', 'the answer is no JSON:API list');
  const { data: rows, links } = parsed.data;
  const more = links === undefined ? rows.length >= PAGE_SIZE : typeof links.next === 'string';
  return { cursor, digest: withTexts ? digestOf(response.body) : '', rows, texts, more };
}

/** How many rows the vendor counts; null when it does not tell. */
export async function countRows({ client, path, filter = {}, signal }: ListRequest): Promise<number | null> {
  const answer = await client.get(path, { ...filter, 'page[number]': '1', 'page[size]': '1' }, signal);
  const parsed = countDocument.safeParse(answer);
  return parsed.success ? parsed.data.links.meta.count : null;
}

function brokenList(path: readonly string[], code: string, why: string): SourceFailure {
  return new SourceFailure('BAD_RESPONSE', code, `the list ${path.join('/')} cannot be read: ${why}`);
}

interface List<S extends Shape> {
  readonly reader: RowReader<S>;
  /** Rows taken so far; what the vendor itself sent twice counts twice, as its own count may do. */
  size: number;
  /** Distinct ids in the order they came. */
  readonly ids: string[];
  readonly known: Set<string>;
  /** Null once they are no longer one behind the other. */
  pages: PageMemory[] | null;
  readonly tally: ReturnType<typeof createTally>;
}

/**
 * Adds a page; of a page that was asked for again only what is new (a row without an id is taken for known).
 * Answers how many rows are new.
 */
async function add<S extends Shape>(
  list: List<S>,
  rows: readonly unknown[],
  again: boolean,
  pace: () => Promise<void>,
): Promise<number> {
  let fresh = 0;
  for (const row of rows) {
    const id = rowId(row);
    const isKnown = id === null ? again : list.known.has(id);
    if (!isKnown) {
      fresh++;
      if (id !== null) {
        list.known.add(id);
        list.ids.push(id);
      }
    }
    if (again && isKnown) continue;
    list.reader.add(row);
    list.size++;
    await pace();
  }
  return fresh;
}
