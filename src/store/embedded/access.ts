/** Ways into the index entries: for a branch of a query, the key ranges that hold its matches and what is left to check. */
import type { ParsedCondition, ParsedFilter } from '../query.js';
import { isOrdered, type OrderRequest, pinned, rangeOn } from '../serving.js';
import type { Index } from './entries.js';
import { above, endsCut, part, textPrefix, typeBounds } from './keys.js';
import type { Collection } from './tables.js';

/** `low` inclusive, `high` exclusive. */
export interface KeyRange {
  readonly low: Buffer;
  readonly high: Buffer;
}

export interface Access {
  readonly index: Index;
  /** One for each combination of pinned values. */
  readonly prefixes: readonly Buffer[];
  /** Bounds of the bytes behind the prefix, nulls outside of them; null when there are none. */
  readonly within: KeyRange | null;
  /** What the key ranges do not decide. */
  readonly residual: ParsedFilter;
  /** Whether one document can turn up more than once. */
  readonly repeats: boolean;
  /** The more, the fewer matches are expected. */
  readonly weight: number;
}

/** Combinations of pinned values that are worth a seek each. */
const MAX_PREFIXES = 10_000;
export const weights = { equal: 1, equalBroad: 0.25, range: 0.5, rangeBroad: 0.1 } as const;

/** Every index that narrows the branch, most promising first. */
export function narrowing(collection: Collection, filter: ParsedFilter): Access[] {
  return collection.indexes
    .map((index) => access(collection, index, filter, pinned(index.fields, filter)))
    .filter((one) => one !== null && one.weight > 0)
    .filter((one) => one !== null)
    .sort((a, b) => b.weight - a.weight);
}

/** The index that has the branch in order, with the most pinned. */
export function ordered(collection: Collection, filter: ParsedFilter, request: OrderRequest): Access | null {
  const candidates = collection.indexes
    .filter((index) => isOrdered(index.fields, filter, request))
    .map((index) => access(collection, index, filter, pinned(index.fields, filter, request.order.field)))
    .filter((one) => one !== null);
  return candidates.sort((a, b) => b.weight - a.weight)[0] ?? null;
}

/** The entries of one word, in the index where `words` follows what the branch pins; null when there is none. */
export function byWord(collection: Collection, filter: ParsedFilter, word: string): Access | null {
  for (const index of collection.indexes) {
    const count = pinned(index.fields, filter);
    if (index.fields[count] !== 'words') continue;
    const found = access(collection, index, filter, count, true);
    const { bytes } = textPrefix(word);
    if (found !== null) return { ...found, within: { low: bytes, high: above(bytes) }, repeats: true };
  }
  return null;
}

/** Null when the index cannot be read this way: too many combinations, or an array that is not pinned. */
function access(
  { arrays, broad }: Collection,
  index: Index,
  filter: ParsedFilter,
  count: number,
  arrayFollows = false,
): Access | null {
  const array = index.fields.findIndex((field) => arrays.includes(field));
  if (array >= count && !(arrayFollows && array === count)) return null;

  const decided = new Set<ParsedCondition>();
  let prefixes: Buffer[] = [Buffer.of(index.slot)];
  let repeats = false;
  let weight = 0;
  for (const field of index.fields.slice(0, count)) {
    const condition = filter.find((one) => one.field === field && one.op === 'in');
    if (condition?.op !== 'in') return null;
    const parts = distinct(condition.values.map((value) => part(value)));
    if (prefixes.length * parts.length > MAX_PREFIXES) return null;
    prefixes = prefixes.flatMap((prefix) => parts.map((next) => Buffer.concat([prefix, next])));
    // Of a long string the key has only the beginning: the document decides.
    if (!parts.some(endsCut)) decided.add(condition);
    repeats ||= arrays.includes(field) && parts.length > 1;
    weight += broad.includes(field) ? weights.equalBroad : weights.equal;
  }
  const next = index.fields[count];
  const bounds = arrayFollows ? null : boundsOf(filter, next);
  if (bounds?.exact) decided.add(bounds.condition);
  if (bounds !== null) weight += broad.includes(next ?? '') ? weights.rangeBroad : weights.range;
  const residual = filter.filter((condition) => !decided.has(condition));
  return { index, prefixes, within: bounds?.range ?? null, residual, repeats, weight };
}

function boundsOf(filter: ParsedFilter, field: string | undefined) {
  const condition = rangeOn(filter, field);
  if (condition === undefined) return null;
  const some = condition.lower ?? condition.upper;
  if (some === null || some.value === null) return null;
  const type = typeBounds(some.value);
  const low = condition.lower === null ? null : part(condition.lower.value);
  const high = condition.upper === null ? null : part(condition.upper.value);
  const lowCut = low !== null && endsCut(low);
  const highCut = high !== null && endsCut(high);
  return {
    condition,
    // A bound that was cut takes in everything that was cut at the same place.
    exact: !lowCut && !highCut,
    range: {
      low: low === null ? type.low : condition.lower?.inclusive || lowCut ? low : above(low),
      high: high === null ? type.high : condition.upper?.inclusive || highCut ? above(high) : high,
    },
  };
}

function distinct(parts: readonly Buffer[]): Buffer[] {
  return [...new Map(parts.map((bytes) => [bytes.toString('latin1'), bytes])).values()];
}
