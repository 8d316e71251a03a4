/** Counting by index entries alone wherever they tell; documents are read for what they do not. */
import type { ParsedCount, ParsedFilter } from '../query.js';
import { InvalidQueryError } from '../repo.js';
import { type Access, narrowing } from './access.js';
import { type Candidates, fewest, matchingDoc, type Pace, pointed, walk } from './candidates.js';
import { countKeys } from './count-keys.js';
import { numberIn } from './entries.js';
import type { Collection } from './tables.js';

export async function readCount(collection: Collection, { branches, words }: ParsedCount, pace: Pace): Promise<number> {
  let total = 0;
  for (const filter of branches) total += await countBranch(collection, filter, words, pace);
  return total;
}

async function countBranch(collection: Collection, filter: ParsedFilter, words: readonly string[], pace: Pace) {
  const all = await pointed(collection, filter, words, pace);
  if (all !== null) return countCandidates(collection, all, filter, words, pace);
  const counted = words.length > 0 ? null : await countKeys(collection, filter, pace);
  if (counted !== null) return counted;
  const ways = narrowing(collection, filter);
  const [best] = ways;
  if (best === undefined) throw new InvalidQueryError(`too many values for one query of ${collection.name}`);
  const few = ways.length > 1 ? await fewest(collection, ways, pace) : null;
  if (few !== null) {
    return countCandidates(collection, { ...few, look: few.look || words.length > 0 }, filter, words, pace);
  }
  return countAlong(collection, best, filter, words, pace);
}

async function countCandidates(
  collection: Collection,
  { numbers, look }: Candidates,
  filter: ParsedFilter,
  words: readonly string[],
  pace: Pace,
): Promise<number> {
  if (!look) return numbers.size;
  let count = 0;
  for (const number of numbers) {
    if (matchingDoc(collection, number, filter, words) !== null) count += 1;
    await pace();
  }
  return count;
}

async function countAlong(
  collection: Collection,
  way: Access,
  filter: ParsedFilter,
  words: readonly string[],
  pace: Pace,
): Promise<number> {
  const seen = way.repeats ? new Set<number>() : null;
  let count = 0;
  for await (const { entries, verdictOf } of walk(collection, way, pace)) {
    for (const entry of entries) {
      const verdict = verdictOf(entry);
      if (verdict === 'no') continue;
      const number = numberIn(entry.key);
      if (seen?.has(number)) continue;
      seen?.add(number);
      if ((verdict === 'yes' && words.length === 0) || matchingDoc(collection, number, filter, words) !== null)
        count += 1;
    }
  }
  return count;
}
