/** What reading and writing share: the collections that are declared, filters as MongoDB takes them, and what keeps both on one shard. */
import type { Collection, Db, Document } from 'mongodb';
import type { CollectionDefinition } from '../collections.js';
import { parseFilter } from '../query.js';
import { type Filter, InvalidQueryError } from '../repo.js';
import { assertTargeted, sourcesOf } from '../sharding.js';
import { renderFilter } from './filter.js';

export interface StoredDoc extends Document {
  _id: string;
}

export interface Declared {
  readonly collection: Collection<StoredDoc>;
  readonly definition: CollectionDefinition;
}

export interface Access {
  of(name: string): Declared;
  /** As MongoDB takes it. Throws InvalidQueryError for one that would ask every shard. */
  filter(name: string, filter: Filter): Document;
  /** Of a document that is found by its `_id` besides. */
  condition(name: string, expected: Filter): Document;
  /** What finds these documents by `_id`, on the shards they are on. */
  byIds(name: string, ids: readonly string[]): Document;
  /** What finds this one. */
  byId(name: string, id: string): Document;
}

export function createAccess(db: Db, collections: readonly CollectionDefinition[]): Access {
  const definitions = new Map(collections.map((definition) => [definition.name, definition]));
  const of = (name: string): Declared => {
    const definition = definitions.get(name);
    if (definition === undefined) throw new InvalidQueryError(`no collection ${JSON.stringify(name)} is declared`);
    return { collection: db.collection<StoredDoc>(name), definition };
  };
  const onShard = (definition: CollectionDefinition, ids: readonly string[]): Document => {
    if (definition.shardKey === undefined) return {};
    const sources = sourcesOf(definition, ids);
    return { source: sources.length === 1 ? { $eq: sources[0] } : { $in: sources } };
  };
  return {
    of,
    filter(name, filter) {
      const { definition } = of(name);
      const parsed = parseFilter(filter);
      assertTargeted(definition, parsed);
      return renderFilter(parsed, definition.arrays ?? []);
    },
    condition: (name, expected) => renderFilter(parseFilter(expected), of(name).definition.arrays ?? []),
    byIds(name, ids) {
      const some = ids.map(String);
      return { _id: { $in: some }, ...onShard(of(name).definition, some) };
    },
    byId(name, id) {
      return { _id: { $eq: id }, ...onShard(of(name).definition, [id]) };
    },
  };
}
