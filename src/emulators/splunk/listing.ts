/** Splunk's pagination and filtering parameters: count, offset, search, sort_key, sort_dir, sort_mode and f. */
import type { Row } from './endpoints.js';
import type { Content, Paging, Value } from './feed.js';

export interface ListingRules {
  /** null = all. */
  readonly count: number | null;
  readonly offset: number;
  readonly search: string;
  readonly sortKey: string;
  readonly descending: boolean;
  readonly sortMode: string;
}

export interface Listing {
  readonly rows: readonly Row[];
  readonly paging: Paging;
}

const DEFAULT_COUNT = 30;
/** What splunkd shows as the page size when all rows were asked for. */
const ALL_ROWS_PER_PAGE = 10_000_000;
const SORT_MODES = ['auto', 'alpha', 'alpha_case', 'num'];

/** The rules a query states, or the text of the refusal. `count` 0 and -1 both mean all. */
export function listingRules(query: URLSearchParams): ListingRules | string {
  const count = query.get('count') ?? String(DEFAULT_COUNT);
  const offset = query.get('offset') ?? '0';
  const direction = query.get('sort_dir') ?? 'asc';
  const sortMode = query.get('sort_mode') ?? 'auto';
  if (!/^(-1|\d{1,9})$/.test(count)) return `Invalid value for argument count: ${count}`;
  if (!/^\d{1,9}$/.test(offset)) return `Invalid value for argument offset: ${offset}`;
  if (direction !== 'asc' && direction !== 'desc') return `Invalid value for argument sort_dir: ${direction}`;
  if (!SORT_MODES.includes(sortMode)) return `Invalid value for argument sort_mode: ${sortMode}`;
  return {
    count: Number(count) > 0 ? Number(count) : null,
    offset: Number(offset),
    search: query.get('search') ?? '',
    sortKey: query.get('sort_key') ?? 'name',
    descending: direction === 'desc',
    sortMode,
  };
}

/** One page; the total counts every row that matches the search. */
export function listRows(rows: readonly Row[], rules: ListingRules): Listing {
  const terms = searchTerms(rules.search);
  const found = terms.length === 0 ? [...rows] : rows.filter((row) => terms.every((term) => matches(row, term)));
  const keyed = found.map((row) => ({ row, key: sortText(row, rules.sortKey) }));
  const compare = comparison(
    rules.sortMode,
    keyed.map(({ key }) => key),
  );
  keyed.sort((a, b) => (rules.descending ? compare(b.key, a.key) : compare(a.key, b.key)));
  const end = rules.count === null ? undefined : rules.offset + rules.count;
  return {
    rows: keyed.slice(rules.offset, end).map(({ row }) => row),
    paging: { total: found.length, perPage: rules.count ?? ALL_ROWS_PER_PAGE, offset: rules.offset },
  };
}

/** The fields `f=` asks for, `*` wildcards allowed; all when there is none. */
export function selectFields(content: Content, wanted: readonly string[]): Content {
  if (wanted.length === 0) return content;
  const patterns = wanted.map(wildcard);
  return Object.fromEntries(Object.entries(content).filter(([key]) => patterns.some((pattern) => pattern.test(key))));
}

type Term = { readonly field: string; readonly value: RegExp } | { readonly text: string };

/** Words, quoted or not, that must all be found; `field=value` looks at one field only, with `*` as wildcard. */
function searchTerms(search: string): Term[] {
  return (search.match(/(?:"[^"]*"|[^\s"])+/g) ?? []).map((word) => {
    const plain = word.replaceAll('"', '');
    const equals = plain.indexOf('=');
    if (equals <= 0) return { text: plain.toLowerCase() };
    return { field: plain.slice(0, equals), value: wildcard(plain.slice(equals + 1)) };
  });
}

function matches(row: Row, term: Term): boolean {
  if ('text' in term) {
    return [row.name, ...scalars(row.content())].some((text) => text.toLowerCase().includes(term.text));
  }
  return fieldTexts(row, term.field).some((text) => term.value.test(text));
}

function fieldTexts(row: Row, field: string): string[] {
  if (field === 'name' || field === 'title') return [row.name];
  return scalars(row.content()[field] ?? null);
}

/** Every scalar below a value as Atom would write it; map keys count, since a pool's usage is keyed by peer. */
function scalars(value: Value | Content): string[] {
  if (value === null) return [];
  if (typeof value === 'boolean') return [value ? '1' : '0'];
  if (typeof value !== 'object') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(scalars);
  return Object.entries(value).flatMap(([key, inner]) => [key, ...scalars(inner)]);
}

function sortText(row: Row, key: string): string {
  return fieldTexts(row, key)[0] ?? '';
}

/** `auto` is numeric when every key is a number, else alphabetical. */
function comparison(mode: string, keys: readonly string[]): (a: string, b: string) => number {
  if (mode === 'alpha_case') return plainOrder;
  if (mode === 'num' || (mode === 'auto' && keys.every(isNumber))) return numericOrder;
  return foldedOrder;
}

function plainOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function foldedOrder(a: string, b: string): number {
  return plainOrder(a.toLowerCase(), b.toLowerCase());
}

/** Digits are compared exactly, so quotas past 2^53 keep their order; what is no number comes first. */
function numericOrder(a: string, b: string): number {
  if (!isNumber(a) || !isNumber(b)) return Number(isNumber(a)) - Number(isNumber(b));
  const [left, right] = [BigInt(a), BigInt(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function isNumber(text: string): boolean {
  return /^-?\d+$/.test(text);
}

function wildcard(pattern: string): RegExp {
  const literal = pattern.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  return new RegExp(`^${literal.join('.*')}$`, 'is');
}
