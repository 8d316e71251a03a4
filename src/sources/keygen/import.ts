/**
 * Keygen's answers from files: pages of lists, as many files as there are pages. Which list a page is of stands in its own
 * links; the vendor's count of a list, where a page has it, proves that none is missing.
 */
import { stringify } from 'lossless-json';
import { z } from 'zod';
import { parseVendorJson } from '../json.js';
import {
  assertGiven,
  type ImportFile,
  ImportRefusedError,
  jsonOrReason,
  type OfflineAnswers,
  offlineHttp,
} from '../offline.js';
import { countDocument, rowId } from './wire.js';

/** As it is read from a server, but that a page by number need not say where the next one is. */
const listPage = z.looseObject({ data: z.array(z.unknown()), links: z.looseObject({}).nullish() });
const createdRow = z.looseObject({ attributes: z.looseObject({ created: z.string() }) });

const LISTS = ['licenses', 'policies', 'groups', 'machines', 'processes', 'users', 'entitlements'];
const ENTITLEMENTS_OF_ONE = /^licenses\/[^/]+\/entitlements$/;

interface Page {
  /** Below the account, e.g. `licenses`. */
  readonly list: string;
  readonly rows: readonly unknown[];
  /** How many rows the vendor says the list has. */
  readonly count: number | null;
}

export function importKeygen(files: readonly ImportFile[]): OfflineAnswers {
  const pages = files.map((file) => ({ file: file.name, page: recognize(file) }));
  const problems = pages.flatMap(({ file, page }) => (typeof page === 'string' ? [{ file, why: page }] : []));
  if (problems.length > 0) throw new ImportRefusedError(problems);
  const lists = new Map<string, { rows: Map<string, unknown>; count: number }>();
  const taken: { file: string; as: string }[] = [];
  for (const { file, page } of pages) {
    if (typeof page === 'string') continue;
    const list = lists.get(page.list) ?? { rows: new Map<string, unknown>(), count: 0 };
    // Of a row that two pages have, since something was created in between, the later page counts.
    for (const [at, row] of page.rows.entries()) list.rows.set(rowId(row) ?? `${file}#${at}`, row);
    list.count = Math.max(list.count, page.count ?? 0);
    lists.set(page.list, list);
    taken.push({ file, as: page.list });
  }
  assertGiven(taken, 'licenses');
  const whole = new Map(
    [...lists].map(([name, { rows, count }]) => {
      return [name, { rows: oldestFirst([...rows.values()]), count: Math.max(count, rows.size) }];
    }),
  );
  const isOfEach = [...lists.keys()].some((key) => ENTITLEMENTS_OF_ONE.test(key));
  return { http: offlineHttp(({ path, query }) => answer(path, query ?? {})), answeredAt: null, taken };

  function answer(path: string, query: Readonly<Record<string, string>>): string | null {
    const name = belowAccount(path);
    const list = whole.get(name);
    if (list === undefined) return null;
    const { rows, count } = list;
    // Without those of each license, those of the account say nothing of who has them, unless there are none at all.
    if (name === 'entitlements' && !isOfEach && rows.length > 0) return null;
    if ('page[number]' in query) return document({ data: rows.slice(0, 1), links: { meta: { count } } });
    return document({ data: query['page[cursor]'] === '' ? rows : [], links: { next: null } });
  }
}

function recognize({ text }: ImportFile): Page | string {
  const json = jsonOrReason(text, parseVendorJson);
  if (typeof json === 'string') return json;
  const parsed = listPage.safeParse(json.value);
  if (!parsed.success)
    return 'is no JSON:API list; a refusal of the vendor looks like this, and so does a single resource: fetch the list';
  const { data, links } = parsed.data;
  const list = typeof links?.self === 'string' ? listOf(links.self) : typeOf(data);
  if (list === null) return 'is a list that does not say of what; fetch it again as it is, or leave it out';
  if (!LISTS.includes(list) && !ENTITLEMENTS_OF_ONE.test(list))
    return `is a list of ${list}, which the gateway does not read; leave it out`;
  const counted = countDocument.safeParse(json.value);
  return { list, rows: data, count: counted.success ? counted.data.links.meta.count : null };
}

/** As a list is read from the server: pages by number have the newest first. */
function oldestFirst(rows: readonly unknown[]): readonly unknown[] {
  const dated = rows.map((row) => ({ row, created: createdOf(row) }));
  return dated.sort((a, b) => a.created.localeCompare(b.created)).map(({ row }) => row);
}

function createdOf(row: unknown): string {
  const read = createdRow.safeParse(row);
  return read.success ? read.data.attributes.created : '';
}

function typeOf([row]: readonly unknown[]): string | null {
  const type = typeof row === 'object' && row !== null && 'type' in row ? row.type : null;
  return typeof type === 'string' ? type : null;
}

/** Null for what is no link. */
function listOf(self: string): string | null {
  try {
    return belowAccount(self.split('?', 1)[0] ?? '');
  } catch {
    return null;
  }
}

/** A path or URL without the API's version, and without the account where it has one. */
function belowAccount(path: string): string {
  return decodeURIComponent(path).replace(/^.*\/v1\/(?:accounts\/[^/]+\/)?/, '');
}

function document(value: object): string {
  return stringify(value) ?? '';
}
