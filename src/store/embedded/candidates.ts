/** Matches of a branch without order, by document number: what counting, sorting, scanning and word search start from. */
import { isId } from '../codec.js';
import { matchesFilter, matchesWords } from '../match.js';
import type { ParsedFilter } from '../query.js';
import type { Doc } from '../repo.js';
import { type Access, byWord, type KeyRange } from './access.js';
import { coveredJudge, type Verdict } from './covered.js';
import { decodeDoc } from './decode.js';
import { numberBytes, numberIn } from './entries.js';
import { textPrefix } from './keys.js';
import type { Collection } from './tables.js';

export type Pace = () => Promise<void>;

export interface RawEntry {
  readonly key: Buffer;
  readonly value: Buffer;
}

export interface Candidates {
  readonly numbers: ReadonlySet<number>;
  /** Whether the documents still have to be looked at; when false all of them match. */
  readonly look: boolean;
}

const CHUNK = 1000;
/** So long an estimate is kept; a write counts twice, and a large one for each of its parts. */
const ESTIMATE_WRITES = 200;
const MOST_ESTIMATES = 500;
/** Entries that are few: reading them is a matter of a millisecond or two. */
const FEW = 2000;
/** Ways that are tried for being short before the best is taken. */
const TRIED = 3;

/** Reads a document by number; null when it was deleted in the meantime. */
export function docAt(collection: Collection, number: number, without: ReadonlySet<string> | null = null): Doc | null {
  // In lmdb's own buffer, which its next read writes over.
  const bytes = collection.docs.getBinaryFast(numberBytes(number));
  return bytes === undefined ? null : decodeDoc(bytes, without);
}

export function numberOf(collection: Collection, id: unknown): number | null {
  if (!isId(id)) return null;
  const bytes = collection.ids.get(Buffer.from(id));
  return bytes === undefined ? null : numberIn(bytes);
}

/** The document, when it is there and all of it matches. */
export function matchingDoc(
  collection: Collection,
  number: number,
  filter: ParsedFilter,
  words: readonly string[],
): Doc | null {
  const doc = docAt(collection, number);
  return doc !== null && matchesFilter(filter, doc) && matchesWords(words, doc) ? doc : null;
}

/** What `_id`s or words narrow a branch to, found in full by the index alone; null when neither is asked for. */
export async function pointed(
  collection: Collection,
  filter: ParsedFilter,
  words: readonly string[],
  pace: Pace,
): Promise<Candidates | null> {
  const ids = filter.find((condition) => condition.field === '_id' && condition.op === 'in');
  if (ids?.op === 'in') return byIds(collection, ids.values);
  return words.length === 0 ? null : byWords(collection, filter, words, pace);
}

/** The candidates of the first way that turns out to have few entries; null when none does. */
export async function fewest(collection: Collection, ways: readonly Access[], pace: Pace): Promise<Candidates | null> {
  for (const way of ways.slice(0, TRIED)) {
    const found = await collect(collection, way, pace, FEW);
    if (found !== null) return found;
  }
  return null;
}

/** How many entries a way has: LMDB counts them, a million in some ten milliseconds. */
export function keysIn({ entries }: Collection, way: Access): number {
  let count = 0;
  for (const prefix of way.prefixes) {
    const { low, high } = rangeOf(prefix, way.within);
    if (Buffer.compare(low, high) < 0) count += entries.getKeysCount({ start: low, end: high });
  }
  return count;
}

/** As many, though perhaps some writes ago: to choose by. */
export function about(collection: Collection, way: Access): number {
  const { estimates, revision } = collection;
  const bounds = way.within === null ? [] : [way.within.low, way.within.high];
  const key = [...way.prefixes, ...bounds].map((bytes) => bytes.toString('latin1')).join('\xff');
  const known = estimates.get(key);
  if (known !== undefined && revision - known.revision < ESTIMATE_WRITES) return known.count;
  if (estimates.size >= MOST_ESTIMATES) estimates.clear();
  const count = keysIn(collection, way);
  estimates.set(key, { count, revision });
  return count;
}

/** The candidates of one way; null when it has more than `cap` entries. */
export async function collect(
  collection: Collection,
  way: Access,
  pace: Pace,
  cap: number,
): Promise<Candidates | null> {
  const numbers = new Set<number>();
  let look = false;
  let visited = 0;
  for await (const { entries, verdictOf } of walk(collection, way, pace)) {
    visited += entries.length;
    if (visited > cap) return null;
    for (const entry of entries) {
      const verdict = verdictOf(entry);
      if (verdict === 'no') continue;
      look ||= verdict === 'look';
      numbers.add(numberIn(entry.key));
    }
  }
  return { numbers, look };
}

/** The entries of a way in chunks, others being served in between. */
export async function* walk(collection: Collection, way: Access, pace: Pace) {
  const judge = coveredJudge(collection.covered, way.residual);
  const verdictOf = (entry: RawEntry): Verdict => judge(entry.value);
  for (const prefix of way.prefixes) {
    for (const entries of chunksOf(collection, rangeOf(prefix, way.within))) {
      yield { entries, verdictOf };
      await pace();
    }
  }
}

/** Entries of a key range in chunks; each chunk is one look at the store. */
function* chunksOf(collection: Collection, { low, high }: KeyRange) {
  let range: KeyRange = { low, high };
  let skipLow = false;
  for (;;) {
    const chunk = readEntries(collection, range, { reverse: false, limit: CHUNK, skipLow });
    const last = chunk.at(-1);
    if (last === undefined) return;
    yield chunk;
    if (chunk.length < CHUNK) return;
    range = { low: last.key, high };
    skipLow = true;
  }
}

/** Entries from `low` (inclusive unless `skipLow`) to `high` (exclusive). */
export function readEntries(
  { entries }: Collection,
  { low, high }: KeyRange,
  {
    reverse,
    limit,
    skipLow = false,
  }: { readonly reverse: boolean; readonly limit?: number; readonly skipLow?: boolean },
) {
  if (Buffer.compare(low, high) >= 0) return [];
  const most = limit === undefined ? {} : { limit };
  const range = reverse
    ? entries.getRange({ start: high, end: low, reverse, exclusiveStart: true, inclusiveEnd: !skipLow, ...most })
    : entries.getRange({ start: low, end: high, exclusiveStart: skipLow, ...most });
  return [...range];
}

/** A prefix with the bounds behind it, as a range of whole keys. */
export function rangeOf(prefix: Buffer, within: KeyRange | null): KeyRange {
  if (within === null) return { low: prefix, high: Buffer.concat([prefix, Buffer.of(0xff)]) };
  return { low: Buffer.concat([prefix, within.low]), high: Buffer.concat([prefix, within.high]) };
}

function byIds(collection: Collection, ids: readonly unknown[]): Candidates {
  const numbers = ids.map((id) => numberOf(collection, id));
  return { numbers: new Set(numbers.filter((number) => number !== null)), look: true };
}

/**
 * The documents that have every word. A rare word settles it, the others being looked up in its few documents; common
 * ones are found by the index alone, in as many steps as they have matches.
 */
async function byWords(
  collection: Collection,
  filter: ParsedFilter,
  words: readonly string[],
  pace: Pace,
): Promise<Candidates | null> {
  const unique = [...new Set(words)];
  const ways = unique.map((word) => byWord(collection, filter, word)).filter((way) => way !== null);
  if (ways.length < unique.length) return null;
  const look = unique.some((word) => !textPrefix(word).whole);
  let rarest: Candidates | null = null;
  for (const way of ways.length > 1 ? ways : []) {
    const found = await collect(collection, way, pace, FEW);
    if (found !== null && (rarest === null || found.numbers.size < rarest.numbers.size)) rarest = found;
  }
  if (rarest !== null) return { ...rarest, look: true };
  let all: Candidates | null = null;
  for (const way of ways) {
    const found = await collect(collection, way, pace, Number.POSITIVE_INFINITY);
    if (found === null) return null;
    all = all === null ? found : { numbers: intersection(all.numbers, found.numbers), look: all.look || found.look };
  }
  return all === null ? null : { ...all, look: all.look || look };
}

function intersection(a: ReadonlySet<number>, b: ReadonlySet<number>): Set<number> {
  return new Set([...a].filter((number) => b.has(number)));
}
