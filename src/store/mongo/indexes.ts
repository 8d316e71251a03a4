/** Makes the declared indexes, one command a collection; those that are declared no more are left to whoever made them. */
import type { Db } from 'mongodb';
import type { CollectionDefinition } from '../collections.js';
import { StoreUnavailableError } from '../repo.js';
import { hasCode, isAway, reasonOf, translated } from './failures.js';

/**
 * Resolves when all are built; an index that is there already costs nothing, and several gateways may do it at once. Reads
 * and writes of others go on meanwhile. Throws StoreUnavailableError that says what to do.
 */
export async function makeIndexes(db: Db, collections: readonly CollectionDefinition[], hosts: string): Promise<void> {
  await Promise.all(
    collections
      .filter(({ indexes }) => indexes.length > 0)
      .map(async ({ name, indexes }) => {
        const keys = indexes.map(({ fields }) => ({ key: new Map(fields.map((field) => [field, 1 as const])) }));
        try {
          await db.collection(name).createIndexes(keys);
        } catch (error) {
          throw problem(error, `${db.databaseName}.${name}`, hosts);
        }
      }),
  );
}

function problem(error: unknown, collection: string, hosts: string): unknown {
  const reason = reasonOf(error);
  const failed = `MongoDB at ${hosts} did not make the indexes of ${collection}`;
  if (hasCode(error, 'unauthorized')) {
    return new StoreUnavailableError(
      `${failed}: its user may not write there; give it the role readWrite on the database`,
      error,
    );
  }
  if (hasCode(error, 'indexOptionsConflict') || hasCode(error, 'indexKeySpecsConflict')) {
    return new StoreUnavailableError(
      `${failed}: another index stands in the way (${reason}); drop that one, or give the gateway a database of its own`,
      error,
    );
  }
  if (hasCode(error, 'outOfDiskSpace')) {
    return new StoreUnavailableError(`${failed}: its disk is full; make room on it, and start again`, error);
  }
  return isAway(error) ? translated(error, hosts) : new StoreUnavailableError(`${failed} (${reason})`, error);
}
