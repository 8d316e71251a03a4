/**
 * How far into a connection one has come: pages follow each other by cursor, so a page can be asked for when the one before it
 * was seen. Cursors are kept for good (they are small), rows only while they are near. Pure.
 */
import type { Connection } from './spec.js';

export const PAGE = 100;
/** Rows this near are read before they are seen. */
const AHEAD = 50;
/** Shown while nothing is known. */
const AWAITED = 12;

export interface Reach {
  /** What is read: filter and order. Another question starts anew. */
  readonly question: string;
  /** What each page comes after; there are as many as can be asked for. */
  readonly cursors: readonly (string | null)[];
  /** How many rows there are in all. */
  readonly total: number | null;
  /** How many rows there are up to the last page, once that was seen. */
  readonly end: number | null;
}

export function start(question: string): Reach {
  return { question, cursors: [null], total: null, end: null };
}

/** What the pages at hand tell, in their order. Answers the same object when that is nothing new in the end, though pages that were read at different times count differently. */
export function learnAll(
  reach: Reach,
  pages: Iterable<readonly [page: number, connection: Connection<unknown>]>,
): Reach {
  let after = reach;
  for (const [page, connection] of pages) after = learn(after, page, connection);
  return isSame(reach, after) ? reach : after;
}

function isSame(one: Reach, other: Reach): boolean {
  return (
    one.total === other.total &&
    one.end === other.end &&
    one.cursors.length === other.cursors.length &&
    one.cursors.every((cursor, i) => cursor === other.cursors[i])
  );
}

function learn(reach: Reach, page: number, { nodes, pageInfo, totalCount }: Connection<unknown>): Reach {
  const next = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  const isLast = next === null;
  const seen = page * PAGE + nodes.length;
  const end = isLast ? seen : reach.end !== null && reach.end <= seen ? null : reach.end;
  const cursors = isLast
    ? reach.cursors.slice(0, page + 1)
    : [...reach.cursors.slice(0, page + 1), next, ...reach.cursors.slice(page + 2)];
  return { ...reach, cursors, total: totalCount, end };
}

/** How many rows can be scrolled to: those of the pages that can be asked for. */
export function rowsWithin({ cursors, total, end }: Reach): number {
  if (end !== null) return end;
  return total === null ? AWAITED : Math.min(cursors.length * PAGE, Math.max(total, (cursors.length - 1) * PAGE + 1));
}

/** The pages that rows from `first` to `last` are on, and those that come next in either direction. */
export function pagesFor(first: number, last: number, { cursors }: Reach): number[] {
  const most = cursors.length - 1;
  const from = Math.min(most, Math.max(0, Math.floor((first - AHEAD) / PAGE)));
  const to = Math.min(most, Math.floor((last + AHEAD) / PAGE));
  return Array.from({ length: Math.max(to, from) - from + 1 }, (_, i) => from + i);
}
