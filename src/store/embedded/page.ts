/** One page: the streams of all branches merged in order, from wherever the position says, until there are enough rows. */
import { leaveOut, project } from '../match.js';
import type { ParsedFilter, ParsedPage } from '../query.js';
import { type Doc, InvalidQueryError } from '../repo.js';
import { type Access, byWord, narrowing, ordered, weights } from './access.js';
import { about, type Candidates, collect, docAt, matchingDoc, type Pace, pointed } from './candidates.js';
import { textPrefix } from './keys.js';
import {
  compareRows,
  indexStream,
  type Looks,
  listStream,
  OUT_OF_LOOKS,
  type Part,
  type Row,
  type RowOrder,
  type RowStream,
  rowOrder,
} from './rows.js';
import type { Collection } from './tables.js';

/** Reading a document takes as long as so many index entries. */
const DOCUMENT_COST = 12;
/** How much longer a walk may take than matches spread by chance would have it, beside sorting, whose cost is known. */
const DOUBT = 4;
/** Documents that are looked at along the order before it is taken to hold the matches elsewhere. */
const MOST_LOOKS = 2000;
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
      /** How many documents may be looked at; without it, any number. */
      readonly looks?: Looks;
    }
  | { readonly sorted: Readonly<Record<Part, Row[]>> };

export async function readPage(collection: Collection, query: ParsedPage, pace: Pace): Promise<Doc[]> {
  try {
    return await readAsPlanned(collection, query, pace, MOST_LOOKS);
  } catch (error) {
    // What is looked for stands at another end of the order than chance would have it.
    if (error === OUT_OF_LOOKS) return readAsPlanned(collection, query, pace, 0);
    throw error;
  }
}

async function readAsPlanned(collection: Collection, query: ParsedPage, pace: Pace, looks: number): Promise<Doc[]> {
  const order = rowOrder(query);
  const plans: Plan[] = [];
  for (const filter of query.branches) plans.push(await planFor(collection, filter, query, order, pace, looks));
  const rows: Row[] = [];
  for (const part of order.parts) {
    const streams = plans.flatMap((plan) => streamsOf(collection, plan, order, part, query.limit));
    await merge(streams, order, rows, query.limit, pace);
  }
  if (query.fromEnd) rows.reverse();
  return rows
    .map(({ doc, number }) => (doc === null ? docAt(collection, number, query.without) : shown(doc, query)))
    .filter((doc) => doc !== null)
    .map((doc) => project(doc, query.fields));
}

/** Of a document that was looked at as a whole. */
function shown(doc: Doc, { without }: ParsedPage): Doc {
  return without === null ? doc : leaveOut(doc, without);
}

async function planFor(
  collection: Collection,
  filter: ParsedFilter,
  query: ParsedPage,
  order: RowOrder,
  pace: Pace,
  looks: number,
): Promise<Plan> {
  const { words } = query;
  const along = ordered(collection, filter, query);
  const sorted = async (found: Candidates) => ({
    sorted: await sortRows(collection, filter, query, order, found, pace),
  });
  const byIds = await pointed(collection, filter, [], pace);
  if (byIds !== null && (along === null || isSortedFaster(costs(collection, along, query, byIds.numbers.size)))) {
    return sorted(byIds);
  }
  if (byIds !== null && along !== null) return { along, filter, words, allowed: byIds.numbers };

  const wayIn = shortest(collection, filter, words, along);
  if (along === null) {
    if (wayIn === null) throw new InvalidQueryError(`too many values for one query of ${collection.name}`);
    return sorted(await every(collection, wayIn.way, pace));
  }
  if (wayIn === null) return { along, filter, words, allowed: null };
  const cost = costs(collection, along, query, wayIn.size);
  if (looks > 0 && cost.looking <= Math.min(cost.sorting, cost.skipping)) {
    return { along, filter, words, allowed: null, looks: { left: looks } };
  }
  const found = await every(collection, wayIn.way, pace);
  if (isSortedFaster(cost)) return sorted(found);
  // One word that the index tells in full need not be looked for again.
  const isSettled = words.length === 1 && wayIn.isOfWord && !found.look && textPrefix(words[0] ?? '').whole;
  return { along, filter, words: isSettled ? [] : words, allowed: found.numbers };
}

/** What there is to choose from, in entries read: by the number of documents that one of the other ways leads to. */
function costs(collection: Collection, along: Access, { words, limit }: ParsedPage, matches: number) {
  const entries = about(collection, along);
  /** Of the order, until enough of them have turned up. */
  const passed = Math.min(entries, (DOUBT * limit * entries) / Math.max(1, matches));
  const looks = words.length > 0 || along.residual.some(({ field }) => !collection.covered.includes(field));
  return {
    sorting: matches * (1 + DOCUMENT_COST),
    skipping: matches + passed + limit * DOCUMENT_COST,
    looking: passed * (looks ? DOCUMENT_COST : 1),
  };
}

function isSortedFaster({ sorting, skipping }: ReturnType<typeof costs>): boolean {
  return sorting <= skipping;
}

/** The way to the fewest documents that is worth comparing with the order, and about how many entries it has. */
function shortest(collection: Collection, filter: ParsedFilter, words: readonly string[], along: Access | null) {
  const least = along === null ? 0 : along.weight + weights.range;
  const ways = [
    ...words.map((word) => ({ way: byWord(collection, filter, word), isOfWord: true })),
    ...narrowing(collection, filter)
      .filter(({ weight }) => weight >= least)
      .map((way) => ({ way, isOfWord: false })),
  ];
  let best: { readonly way: Access; readonly isOfWord: boolean; readonly size: number } | null = null;
  for (const { way, isOfWord } of ways) {
    if (way === null) continue;
    const size = about(collection, way);
    if (best === null || size < best.size) best = { way, isOfWord, size };
  }
  return best;
}

async function every(collection: Collection, way: Access, pace: Pace): Promise<Candidates> {
  const found = await collect(collection, way, pace, Number.POSITIVE_INFINITY);
  return found ?? { numbers: new Set(), look: false };
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
  const { along, filter, words, allowed, looks } = plan;
  const first = Math.ceil(limit / along.prefixes.length) + 1;
  return along.prefixes.map((prefix) =>
    indexStream({ collection, access: along, prefix, filter, words, allowed, looks, order, part, first }),
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
