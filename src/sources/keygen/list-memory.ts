/**
 * What is kept of a list that was read, page by page, to tell the next time what has changed in it: of each page a digest of
 * its body, by which a page that is the same need not even be parsed, and of each row a digest of its own.
 */
import { hash } from 'node:crypto';
import { attributeOf, linkOf, rowId } from './wire.js';

export interface ListMemory {
  /** In the order in which they were read; each begins behind the last row of the one before. */
  readonly pages: readonly PageMemory[];
  readonly size: number;
  /** Group → how many rows link to it. */
  readonly groups: ReadonlyMap<string, number>;
  /** How many rows limit their processes. */
  readonly limiting: number;
}

export interface PageMemory {
  /** The row behind which it begins; '' for the first. */
  readonly cursor: string;
  readonly digest: string;
  /** The id of the last row that is of this page. */
  readonly last: string;
  readonly size: number;
  /** The rows as JSON, in one string: there may be thousands of pages, of which nearly all stay as they are. */
  readonly facts: string;
  /** When an expiry among its rows passes, which is read from the row by the time of the read; Infinity: none will. */
  readonly expires: number;
}

/** Digest of the row's text, its id, what it belongs to, and whether it limits its processes. */
export type RowFact = readonly [
  digest: string,
  id: string,
  license: string | null,
  group: string | null,
  limits: boolean,
];

/** 132 bits of it. */
const DIGEST_LENGTH = 22;

export interface ReadPage {
  readonly cursor: string;
  readonly digest: string;
  readonly rows: readonly unknown[];
  /** The text of each row. */
  readonly texts: readonly string[];
}

export function digestOf(text: string): string {
  return hash('sha256', text, 'base64').slice(0, DIGEST_LENGTH);
}

/** Of the page's first `count` rows; null when one of them has no id, or they cannot be told apart in the text. */
export function rememberPage(
  { cursor, digest, rows, texts }: ReadPage,
  count: number,
  readAt: Date,
): PageMemory | null {
  if (rows.length !== texts.length) return null;
  const facts: RowFact[] = [];
  let expires = Number.POSITIVE_INFINITY;
  for (const [at, row] of rows.slice(0, count).entries()) {
    const id = rowId(row);
    if (id === null) return null;
    const limits = attributeOf(row, 'maxProcesses') !== null;
    facts.push([digestOf(texts[at] ?? ''), id, linkOf(row, 'license'), linkOf(row, 'group'), limits]);
    const expiry = expiryOf(row);
    if (expiry >= readAt.getTime()) expires = Math.min(expires, expiry);
  }
  const last = facts.at(-1)?.[1] ?? '';
  return { cursor, digest, last, size: facts.length, facts: JSON.stringify(facts), expires };
}

export function factsOf({ facts }: PageMemory): readonly RowFact[] {
  return JSON.parse(facts) as RowFact[];
}

/** NaN where it has none. */
export function expiryOf(row: unknown): number {
  const expiry = attributeOf(row, 'expiry');
  return typeof expiry === 'string' ? Date.parse(expiry) : Number.NaN;
}

/** What is told of a list as a whole, as its rows come and go. */
export function createTally(before: Omit<ListMemory, 'pages'> = { size: 0, groups: new Map(), limiting: 0 }) {
  const groups = new Map(before.groups);
  let { size, limiting } = before;
  return {
    count(facts: readonly RowFact[], by: 1 | -1): void {
      for (const [, , , group, limits] of facts) {
        size += by;
        if (limits) limiting += by;
        if (group !== null) groups.set(group, (groups.get(group) ?? 0) + by);
      }
    },
    result: () => ({ size, groups, limiting }),
  };
}
