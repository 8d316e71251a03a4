/** Rows in order: a position as bytes, and streams of rows out of an index that is in order already. */
import { scalarAt } from '../match.js';
import { comparable, type ParsedFilter, type ParsedPage } from '../query.js';
import type { Doc, Scalar } from '../repo.js';
import type { Access, KeyRange } from './access.js';
import { matchingDoc, type RawEntry, rangeOf, readEntries } from './candidates.js';
import { coveredJudge } from './covered.js';
import { NUMBER_BYTES, numberIn } from './entries.js';
import { above, cutAt, NULL_TAG, part } from './keys.js';
import type { Collection } from './tables.js';

/** Nulls come last in either direction, so a page reads one part and then the other. */
export type Part = 'values' | 'nulls';

export interface Row {
  /** Order value and tie-breaker, in full: rows of one part sort by it. */
  readonly key: Buffer;
  readonly number: number;
  /** When it had to be read anyway. */
  readonly doc: Doc | null;
}

/** Rows in the direction of the read; `fill` reads some more, perhaps none, until `done`. */
export interface RowStream {
  readonly rows: Row[];
  done: boolean;
  fill(): void;
}

export interface RowOrder {
  /** The order a row has, of the query's order and tie-breaker. */
  keyOf(doc: Doc): { part: Part; key: Buffer };
  /** Whether a row lies between the query's positions. */
  between(part: Part, key: Buffer): boolean;
  /** The stretch of index bytes behind a prefix that holds every row between the positions; null when it is empty. */
  stretch(part: Part): KeyRange | null;
  readonly parts: readonly Part[];
  /** Whether the index is read from its end. */
  readonly reverse: boolean;
}

const valuesRange: KeyRange = { low: Buffer.alloc(0), high: Buffer.of(NULL_TAG) };
const nullsRange: KeyRange = { low: Buffer.of(NULL_TAG), high: Buffer.of(NULL_TAG + 1) };
const FULL = Number.POSITIVE_INFINITY;

export function rowOrder({ order, tieBreaker, after, before, fromEnd }: ParsedPage): RowOrder {
  const descending = order.direction === 'DESC';
  const single = order.field === tieBreaker;
  const bytes = (value: Scalar, tie: Scalar, limit?: number) =>
    single ? part(tie, limit) : Buffer.concat([part(value, limit), part(tie, limit)]);
  const partOf = (value: Scalar): Part => (value === null ? 'nulls' : 'values');
  const [start, end] = [after, before].map((position) => {
    if (position === null) return null;
    const value = single ? position.id : position.value;
    return { part: partOf(value), full: bytes(value, position.id, FULL), range: keyRange(bytes(value, position.id)) };
  });
  // In the bytes' own order, whatever the direction.
  const [lower, upper] = descending ? [end, start] : [start, end];

  return {
    parts: fromEnd ? ['nulls', 'values'] : ['values', 'nulls'],
    reverse: descending !== fromEnd,
    keyOf(doc) {
      const value = comparable(scalarAt(doc, order.field));
      return { part: partOf(value), key: bytes(value, comparable(scalarAt(doc, tieBreaker)), FULL) };
    },
    between(part, key) {
      if (start != null && start.part !== part && start.part === 'nulls') return false;
      if (end != null && end.part !== part && end.part === 'values') return false;
      if (lower != null && lower.part === part && Buffer.compare(key, lower.full) <= 0) return false;
      return !(upper != null && upper.part === part && Buffer.compare(key, upper.full) >= 0);
    },
    stretch(part) {
      if (start != null && start.part === 'nulls' && part === 'values') return null;
      if (end != null && end.part === 'values' && part === 'nulls') return null;
      const whole = part === 'values' ? valuesRange : nullsRange;
      const low = lower != null && lower.part === part ? lower.range.low : whole.low;
      const high = upper != null && upper.part === part ? upper.range.high : whole.high;
      return { low, high };
    },
  };
}

/** What lies between a position's neighbors: nothing but itself, or all that was cut at the same place. */
function keyRange(bytes: Buffer): KeyRange {
  const cut = cutAt(bytes);
  return cut === null
    ? { low: above(bytes), high: bytes }
    : { low: bytes.subarray(0, cut), high: above(bytes.subarray(0, cut)) };
}

export interface StreamRequest {
  readonly collection: Collection;
  readonly access: Access;
  readonly prefix: Buffer;
  readonly filter: ParsedFilter;
  /** What the documents have to be asked for besides. */
  readonly words: readonly string[];
  /** When given, only these documents. */
  readonly allowed: ReadonlySet<number> | null;
  /** How many documents may still be looked at that turn out not to match: OUT_OF_LOOKS is thrown at one more. */
  readonly looks?: Looks | undefined;
  readonly order: RowOrder;
  readonly part: Part;
  /** How many entries the first look takes; later ones take more. */
  readonly first: number;
}

export interface Looks {
  left: number;
}

export const OUT_OF_LOOKS = Symbol('out of looks');

const MOST = 500;

/** The rows of one prefix of an index that has the order. */
export function indexStream(request: StreamRequest): RowStream {
  const { collection, access, prefix, filter, words, allowed, looks, order, part: wanted } = request;
  const judge = coveredJudge(collection.covered, access.residual);
  const rows: Row[] = [];
  let size = Math.max(1, request.first);
  const left = intersect(order.stretch(wanted), access.within, wanted);
  let range = left === null ? null : rangeOf(prefix, left);

  const consider = (entry: RawEntry, key: Buffer | null) => {
    const number = numberIn(entry.key);
    if (allowed !== null && !allowed.has(number)) return;
    const verdict = judge(entry.value);
    if (verdict === 'no') return;
    if (verdict === 'yes' && words.length === 0 && key !== null) {
      if (order.between(wanted, key)) rows.push({ key, number, doc: null });
      return;
    }
    const doc = matchingDoc(collection, number, filter, words);
    if (doc === null) {
      if (looks !== undefined && looks.left-- <= 0) throw OUT_OF_LOOKS;
      return;
    }
    const full = key ?? order.keyOf(doc).key;
    if (order.between(wanted, full)) rows.push({ key: full, number, doc });
  };

  const stream: RowStream = {
    rows,
    done: range === null,
    fill() {
      if (range === null) return;
      const { low, high }: KeyRange = range;
      const chunk = readEntries(collection, { low, high }, { reverse: order.reverse, limit: size });
      for (const entry of chunk) {
        const parts = entry.key.subarray(prefix.length, entry.key.length - NUMBER_BYTES);
        const cut = entry.value[0] === 1 ? cutAt(parts) : null;
        if (cut !== null) {
          range = skipGroup(entry.key.subarray(0, prefix.length + cut), { low, high });
          return;
        }
        consider(entry, parts);
        range = order.reverse ? { low, high: entry.key } : { low: next(entry.key), high };
      }
      if (chunk.length < size) {
        range = null;
        stream.done = true;
      }
      size = Math.min(MOST, size * 2);
    },
  };

  /** Keys that were cut at the same place do not tell the order: their documents do. */
  function skipGroup(group: Buffer, { low, high }: KeyRange): KeyRange {
    const from = rows.length;
    const all = { low: larger(group, low), high: smaller(above(group), high) };
    for (const entry of readEntries(collection, all, { reverse: order.reverse })) consider(entry, null);
    const sorted = rows.splice(from).sort((a, b) => compareRows(a, b, order.reverse));
    rows.push(...sorted);
    return order.reverse ? { low, high: group } : { low: above(group), high };
  }

  return stream;
}

/** Rows that were put in order elsewhere. */
export function listStream(rows: Row[]): RowStream {
  return { rows, done: true, fill() {} };
}

export function compareRows(a: Row, b: Row, reverse: boolean): number {
  const order = Buffer.compare(a.key, b.key);
  return reverse ? -order : order;
}

function intersect(stretch: KeyRange | null, within: KeyRange | null, wanted: Part): KeyRange | null {
  if (stretch === null || within === null) return stretch;
  // A range on the order field leaves out nulls.
  if (wanted === 'nulls') return null;
  return { low: larger(stretch.low, within.low), high: smaller(stretch.high, within.high) };
}

function larger(a: Buffer, b: Buffer): Buffer {
  return Buffer.compare(a, b) < 0 ? b : a;
}

function smaller(a: Buffer, b: Buffer): Buffer {
  return Buffer.compare(a, b) < 0 ? a : b;
}

/** The key right behind this one. */
function next(key: Buffer): Buffer {
  return Buffer.concat([key, Buffer.of(0)]);
}
