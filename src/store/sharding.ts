/**
 * What keeps a query on the shards that hold what it asks for: in a collection with a shard key every query names the source,
 * and every `_id` tells it. One rule for both engines, so that what would ask every shard of a large site fails on a small one.
 */
import type { CollectionDefinition } from './collections.js';
import type { ParsedFilter } from './query.js';
import { type Doc, InvalidQueryError } from './repo.js';

type Sharded = Pick<CollectionDefinition, 'name' | 'shardKey'>;

/** `Concept:source:…`, `Source:name`, either with what stands behind an `@`. */
const SOURCE_IN_ID = /^[^:@]+:([^:@]+)(?:[:@]|$)/;

/** Throws InvalidQueryError when the filter does not say of which sources. */
export function assertTargeted({ name, shardKey }: Sharded, filter: ParsedFilter): void {
  if (shardKey === undefined) return;
  const [first] = shardKey;
  if (filter.some(({ field, op }) => field === first && op === 'in')) return;
  throw new InvalidQueryError(`${name} is sharded by ${first}: every query names it`);
}

/** The sources that these ids are of, each once. Throws InvalidQueryError for an id that tells none. */
export function sourcesOf(definition: Sharded, ids: readonly string[]): readonly string[] {
  return [...new Set(ids.map((id) => sourceOf(definition, id)))];
}

/** Throws InvalidQueryError for a document whose `_id` names another source than it is of: it would not be found by it. */
export function assertPlaced(definition: Sharded, doc: Doc): void {
  if (definition.shardKey === undefined) return;
  if (doc.source === sourceOf(definition, String(doc._id))) return;
  throw new InvalidQueryError(
    `the document "${doc._id}" of ${definition.name} is not of the source that its _id names`,
  );
}

function sourceOf({ name }: Sharded, id: string): string {
  const source = SOURCE_IN_ID.exec(id)?.[1];
  if (source === undefined) throw new InvalidQueryError(`the _id "${id}" names no source, by which ${name} is sharded`);
  return source;
}
