/** One page: the streams of all branches merged in order, from wherever the position says, until there are enough rows. */
import { project } from '../match.js';
import type { ParsedFilter, ParsedPage } from '../query.js';
import { type Doc, InvalidQueryError } from '../repo.js';
import { type Access, narrowing, ordered, weights } from './access.js';
import { type Candidates, collect, docAt, fewest, matchingDoc, type Pace, pointed } from './candidates.js';
import {
  compareRows,
  indexStream,
  listStream,
  type Part,
  type Row,
  type RowOrder,
  type RowStream,
  rowOrder,
} from './rows.js';
import type { Collection } from './tables.js';

/** Reading a document takes as long as so many index entries. */
const DOCUMENT_COST = 12;
/** Rows kept while sorting, beyond twice the limit, before the far end is dropped. */
const SORT_SLACK = 1000;

/** How a branch is read: along an index, or from documents that were gathered and sorted. */
type Plan =
  | {
      readonly along: Access;
      readonly filter: ParsedFilter;
      /** Those that the documents have to be asked for. */
      readonly words: readonly string[];
      /** When given, only these. */
      readonly allowed: ReadonlySet<number> | null;
    }
  | { readonly sorted: Readonly<Record<Part, Row[]>> };

export async function readPage(collection: Collection, query: ParsedPage, pace: Pace): Promise<Doc[]> {
  const order = rowOrder(query);
  const plans: Plan[] = [];
  for (const filter of query.branches) plans.push(await planFor(collection, filter, query, order, pace));
  const rows: Row[] = [];
  for (const part of order.parts) {
    const streams = plans.flatMap((plan) => streamsOf(collection, plan, order, part, query.limit));
    await merge(streams, order, rows, query.limit, pace);
  }
  if (query.fromEnd) rows.reverse();
  return rows
    .map((row) => row.doc ?? docAt(collection, row.number))
    .filter((doc) => doc !== null)
    .map((doc) => project(doc, query.fields));
}

async function planFor(
  collection: Collection,
  filter: ParsedFilter,
  query: ParsedPage,
  order: RowOrder,
  pace: Pace,
): Promise<Plan> {
  const along = ordered(collection, filter, query);
  const all = await pointed(collection, filter, query.words, pace);
  if (along === null) {
    return {
      sorted: await sortRows(collection, filter, query, order, all ?? (await every(collection, filter, pace)), pace),
    };
  }
  const ways = narrowing(collection, filter).filter(({ weight }) => weight >= along.weight + weights.range);
  const few = all ?? (await fewest(collection, ways, pace));
  if (few !== null && sortsFaster(collection, few.numbers.size, query.limit)) {
    return { sorted: await sortRows(collection, filter, query, order, few, pace) };
  }
  const found = all !== null && !all.look;
  return { along, filter, words: found ? [] : query.words, allowed: few?.numbers ?? null };
}

/** Whether to read and sort the matches, or to go along the order until enough of them have turned up. */
function sortsFaster({ size }: Collection, matches: number, limit: number): boolean {
  return DOCUMENT_COST * matches <= (limit * size()) / Math.max(1, matches);
}

async function every(collection: Collection, filter: ParsedFilter, pace: Pace): Promise<Candidates> {
  const [best] = narrowing(collection, filter);
  const found = best === undefined ? null : await collect(collection, best, pace, Number.POSITIVE_INFINITY);
  if (found === null) throw new InvalidQueryError(`too many values for one query of ${collection.name}`);
  return found;
}

async function sortRows(
  collection: Collection,
  filter: ParsedFilter,
  { words, limit }: ParsedPage,
  order: RowOrder,
  { numbers }: Candidates,
  pace: Pace,
): Promise<Record<Part, Row[]>> {
  const sorted: Record<Part, Row[]> = { values: [], nulls: [] };
  const sort = (rows: Row[]) => rows.sort((a, b) => compareRows(a, b, order.reverse));
  for (const number of numbers) {
    const doc = matchingDoc(collection, number, filter, words);
    if (doc === null) continue;
    const { part, key } = order.keyOf(doc);
    if (!order.between(part, key)) continue;
    const rows = sorted[part];
    rows.push({ key, number, doc });
    if (rows.length >= 2 * limit + SORT_SLACK) sort(rows).length = limit;
    await pace();
  }
  return { values: sort(sorted.values), nulls: sort(sorted.nulls) };
}

function streamsOf(collection: Collection, plan: Plan, order: RowOrder, part: Part, limit: number): RowStream[] {
  if ('sorted' in plan) return [listStream(plan.sorted[part])];
  const { along, filter, words, allowed } = plan;
  const first = Math.ceil(limit / along.prefixes.length) + 1;
  return along.prefixes.map((prefix) =>
    indexStream({ collection, access: along, prefix, filter, words, allowed, order, part, first }),
  );
}

/** Takes the first row of all streams again and again, the same document once. */
async function merge(streams: readonly RowStream[], order: RowOrder, rows: Row[], limit: number, pace: Pace) {
  const heads = new Map(streams.map((stream) => [stream, 0]));
  while (rows.length < limit) {
    let best: { stream: RowStream; row: Row } | null = null;
    for (const [stream, at] of heads) {
      const row = stream.rows[at] ?? (await rowAt(stream, at, pace));
      if (row === null) heads.delete(stream);
      else if (best === null || compareRows(row, best.row, order.reverse) < 0) best = { stream, row };
    }
    if (best === null) return;
    heads.set(best.stream, (heads.get(best.stream) ?? 0) + 1);
    if (rows.at(-1)?.number !== best.row.number) rows.push(best.row);
  }
}

async function rowAt(stream: RowStream, at: number, pace: Pace): Promise<Row | null> {
  while (stream.rows.length <= at && !stream.done) {
    stream.fill();
    await pace();
  }
  return stream.rows[at] ?? null;
}
