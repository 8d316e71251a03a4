/**
 * Counting without looking at entries: LMDB counts the keys of a range, millions in some milliseconds, and what is in it but
 * not visible (versions that are superseded, or not shown yet) is few, and taken off one by one.
 */
import { matchesFilter } from '../match.js';
import type { ParsedCondition, ParsedFilter } from '../query.js';
import { type Access, narrowing } from './access.js';
import { collect, docAt, keysIn, type Pace } from './candidates.js';
import type { Collection } from './tables.js';

/** More of them are not looked at one by one. */
const MOST_HIDDEN = 2000;
/** `until` of what is not superseded. */
const OPEN_END = Number.MAX_SAFE_INTEGER;

/** Null where keys alone do not tell. */
export async function countKeys(collection: Collection, filter: ParsedFilter, pace: Pace): Promise<number | null> {
  const revision = revisionOf(filter);
  const isVersion = (condition: ParsedCondition) =>
    revision !== null && (condition.field === 'from' || condition.field === 'until');
  const way = narrowing(
    collection,
    filter.filter((condition) => !isVersion(condition)),
  ).find(({ residual, repeats }) => residual.length === 0 && !repeats);
  if (way === undefined) return null;
  const all = keysIn(collection, way);
  if (revision === null) return all;
  const hidden = await hiddenAt(collection, filter, revision, pace);
  if (hidden === null) return null;
  let count = all;
  for (const number of hidden) {
    const doc = docAt(collection, number);
    if (
      doc !== null &&
      matchesFilter(
        filter.filter((condition) => !isVersion(condition)),
        doc,
      )
    )
      count -= 1;
  }
  return count;
}

/** The revision that is asked for by `from` and `until`; null where they are asked for otherwise, or not at all. */
function revisionOf(filter: ParsedFilter): number | null {
  const [from, ...others] = filter.filter(({ field }) => field === 'from');
  const [until, ...more] = filter.filter(({ field }) => field === 'until');
  if (from?.op !== 'range' || until?.op !== 'range' || others.length + more.length > 0) return null;
  const [last, end] = [from.upper, until.lower];
  const isOne = last?.inclusive === true && end?.inclusive === false && last.value === end.value;
  return isOne && from.lower === null && until.upper === null && typeof last.value === 'number' ? last.value : null;
}

/** The versions of these sources that a revision does not show; null where they are many, or no index tells them. */
async function hiddenAt(
  collection: Collection,
  filter: ParsedFilter,
  revision: number,
  pace: Pace,
): Promise<ReadonlySet<number> | null> {
  const [source] = filter.filter(({ field, op }) => field === 'source' && op === 'in');
  if (source === undefined || revision >= OPEN_END) return null;
  const at = (inclusive: boolean, value = revision) => ({ value, inclusive });
  const later: ParsedCondition = { field: 'from', op: 'range', lower: at(false), upper: null };
  const parts: readonly ParsedFilter[] = [
    [source, { field: 'until', op: 'range', lower: null, upper: at(true) }],
    [source, { field: 'until', op: 'range', lower: at(false), upper: at(false, OPEN_END) }, later],
    [source, { field: 'until', op: 'in', values: [OPEN_END] }, later],
  ];
  const hidden = new Set<number>();
  for (const part of parts) {
    const way = narrowing(collection, part).find((one) => isByVersion(one));
    const found = way === undefined ? null : await collect(collection, way, pace, MOST_HIDDEN);
    if (found === null) return null;
    for (const number of found.numbers) hidden.add(number);
  }
  return hidden;
}

function isByVersion({ index: { fields } }: Access): boolean {
  return fields[0] === 'source' && fields[1] === 'until' && fields[2] === 'from';
}
