/**
 * The vendor's three ways to page (facts 3, "Pagination"): none (newest ten, no links), offset (links and counts, at most
 * 10,000 rows), cursor (self and next only; a cursor whose row is gone answers an empty page that looks like the end).
 */
import { badParameter, isRefusal, type Refusal } from './errors.js';
import type { Query } from './query.js';
import { positionOf, type Row } from './table.js';

const DEFAULT_SIZE = 10;
/** Of `limit`, `page[size]` and `page[number]`: 100 pages of 100 are the hard ceiling of 10,000 rows. */
const MAX = 100;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (text: string): boolean => UUID.test(text);

export type PageRequest =
  | { readonly kind: 'limit'; readonly size: number }
  | { readonly kind: 'offset'; readonly number: number; readonly size: number }
  | { readonly kind: 'cursor'; readonly after: string | null; readonly size: number };

export interface PageLinks {
  readonly self: string;
  readonly next: string | null;
  readonly prev?: string | null;
  readonly first?: string;
  readonly last?: string;
  readonly meta?: { readonly pages: number; readonly count: number };
}

export interface Page<T> {
  readonly rows: readonly T[];
  readonly links?: PageLinks;
}

export interface Listing<T extends Row> {
  /** Oldest first. */
  readonly rows: readonly T[];
  /** Null: all of them. */
  readonly keep: ((row: T) => boolean) | null;
  get(id: string): T | undefined;
}

export function parsePage(query: Query): PageRequest | Refusal {
  const page = query.nested('page');
  if (page === undefined) {
    if (query.has('page')) return badParameter('page', 'type mismatch (received string expected object)');
    const size = bounded(query.get('limit') ?? String(DEFAULT_SIZE), 'limit');
    return typeof size === 'number' ? { kind: 'limit', size } : size;
  }
  const size = bounded(page.get('size') ?? String(DEFAULT_SIZE), 'page[size]');
  if (typeof size !== 'number') return size;
  const cursor = page.get('cursor');
  if (cursor !== undefined) {
    if (cursor !== '' && !isUuid(cursor)) return badParameter('page[cursor]', 'cursor is invalid');
    return { kind: 'cursor', after: cursor === '' ? null : cursor, size };
  }
  const text = page.get('number');
  if (text === undefined) return badParameter('page', 'must have a page number or a page cursor');
  const number = bounded(text, 'page[number]');
  return typeof number === 'number' ? { kind: 'offset', number, size } : number;
}

/** `path` is the request's own, so that links keep the form of the URL that was asked. */
export function takePage<T extends Row>(listing: Listing<T>, query: Query, path: string): Page<T> | Refusal {
  const request = parsePage(query);
  if (isRefusal(request)) return request;
  const newestFirst = query.get('order')?.toLowerCase() !== 'asc';
  const link = (page: Record<string, string>): string => `${path}?${query.withPage(page)}`;
  if (request.kind === 'limit') return { rows: scan(listing, newestFirst, 0, request.size) };
  return request.kind === 'offset'
    ? offsetPage(listing, newestFirst, request, link)
    : cursorPage(listing, newestFirst, request, link);
}

type Link = (page: Record<string, string>) => string;

function offsetPage<T extends Row>(
  listing: Listing<T>,
  newestFirst: boolean,
  request: { readonly number: number; readonly size: number },
  link: Link,
): Page<T> {
  const { number, size } = request;
  const matching = listing.keep === null ? listing.rows : listing.rows.filter(listing.keep);
  const count = matching.length;
  const pages = Math.min(Math.ceil(count / size), MAX);
  const to = (page: number): string => link({ number: String(page), size: String(size) });
  return {
    rows: scan({ ...listing, rows: matching, keep: null }, newestFirst, (number - 1) * size, size),
    links: {
      self: to(number),
      prev: number > 1 ? to(number - 1) : null,
      next: number < pages ? to(number + 1) : null,
      first: to(1),
      last: to(Math.max(pages, 1)),
      meta: { pages, count },
    },
  };
}

function cursorPage<T extends Row>(
  listing: Listing<T>,
  newestFirst: boolean,
  request: { readonly after: string | null; readonly size: number },
  link: Link,
): Page<T> {
  const { after, size } = request;
  const to = (cursor: string): string => link({ cursor, size: String(size) });
  const self = to(after ?? '');
  const last = after === null ? undefined : listing.get(after);
  // The truncation hazard: a row deleted meanwhile ends the crawl as if it were complete (index.feature:249).
  if (after !== null && last === undefined) return { rows: [], links: { self, next: null } };
  const start = last === undefined ? 0 : stepsTo(listing.rows, last, newestFirst);
  const found = scan(listing, newestFirst, start, size + 1);
  const rows = found.slice(0, size);
  const tail = rows.at(-1);
  return { rows, links: { self, next: found.length > size && tail !== undefined ? to(tail.id) : null } };
}

/** How many rows come before or at this one in the order of the answer. */
function stepsTo<T extends Row>(rows: readonly T[], row: T, newestFirst: boolean): number {
  const position = positionOf(rows, row);
  const included = rows[position] === row ? 1 : 0;
  return newestFirst ? rows.length - position : position + included;
}

/** Up to `size` matching rows, from the `start`th row on in the order of the answer. */
function scan<T extends Row>(listing: Listing<T>, newestFirst: boolean, start: number, size: number): readonly T[] {
  const { rows, keep } = listing;
  const found: T[] = [];
  for (let step = start; step < rows.length && found.length < size; step += 1) {
    const row = rows[newestFirst ? rows.length - 1 - step : step];
    if (row !== undefined && (keep === null || keep(row))) found.push(row);
  }
  return found;
}

function bounded(text: string, parameter: string): number | Refusal {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= 1 && value <= MAX) return value;
  return badParameter(parameter, `must be a number between 1 and ${MAX} (got ${JSON.stringify(text.slice(0, 40))})`);
}
