/** Everything that writes; what is acknowledged is on the disks of a majority. */
import { type AnyBulkWriteOperation, Double, MongoBulkWriteError } from 'mongodb';
import { chunks } from '../../domain/lists.js';
import { checkedId, fromStored, toStored, valueToStored } from '../codec.js';
import { parseIncrements, writableFields } from '../query.js';
import { type Doc, DuplicateKeyError, type Guard, type Repo } from '../repo.js';
import { assertPlaced } from '../sharding.js';
import type { Access, StoredDoc } from './access.js';
import { isDuplicate } from './failures.js';
import type { Guarded } from './guarded.js';
import { IDS_CHUNK } from './reads.js';

export type Writes = Pick<Repo, 'insertMany' | 'replaceMany' | 'patchMany' | 'compareAndSet' | 'bump' | 'deleteWhere'>;

const MOST_TRIES = 5;
/** Documents of one guarded write: a transaction of a size that MongoDB advises. */
const GUARDED_CHUNK = 1000;
/** One more than that in a batch: one that is not full ends the cursor, and takes no second round trip. */
const FEW_IDS = { projection: { _id: 1 }, limit: GUARDED_CHUNK, batchSize: GUARDED_CHUNK + 1 };

export function createWrites(access: Access, guarded: Guarded): Writes {
  /** As MongoDB keeps it, on the shard where it will be looked for. */
  const placed = (name: string, doc: Doc) => {
    const stored = toStored(doc);
    assertPlaced(access.of(name).definition, doc);
    return stored;
  };
  return {
    async insertMany(name, docs, guard) {
      const { collection } = access.of(name);
      const stored = docs.map((doc) => placed(name, doc));
      for (const some of together(stored, guard)) {
        try {
          await guarded(guard, async (within) => {
            await collection.insertMany([...some], within);
          });
        } catch (error) {
          if (!isDuplicate(error)) throw error;
          const at = error instanceof MongoBulkWriteError ? [error.writeErrors].flat()[0]?.index : undefined;
          throw new DuplicateKeyError(name, some[at ?? 0]?._id ?? '');
        }
      }
    },
    async replaceMany(name, docs, guard) {
      const { collection } = access.of(name);
      const operations = docs.map((doc): AnyBulkWriteOperation<StoredDoc> => {
        const replacement = placed(name, doc);
        return { replaceOne: { filter: access.byId(name, replacement._id), replacement, upsert: true } };
      });
      for (const some of together(operations, guard)) {
        await guarded(guard, async (within) => {
          await collection.bulkWrite(some, within);
        });
      }
    },
    async patchMany(name, ids, fields, guard) {
      const { collection } = access.of(name);
      const changes = Object.fromEntries(writableFields(fields).map(([field, value]) => [field, valueToStored(value)]));
      if (Object.keys(changes).length === 0) return;
      for (const some of chunks(ids, IDS_CHUNK)) {
        await guarded(guard, async (within) => {
          await collection.updateMany(access.byIds(name, some), { $set: changes }, within);
        });
      }
    },
    async compareAndSet(name, expected, next) {
      const { collection } = access.of(name);
      const stored = placed(name, next);
      if (expected !== null) {
        const filter = { $and: [access.byId(name, stored._id), access.condition(name, expected)] };
        return (await collection.replaceOne(filter, stored)).matchedCount === 1;
      }
      try {
        await collection.insertOne(stored);
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    async bump(name, id, increments) {
      const { collection } = access.of(name);
      // A number goes as a double, lest MongoDB turn an int32 that overflows into an int64, which would be a bigint.
      const amounts = parseIncrements(increments).map(([field, amount]) => [
        field,
        typeof amount === 'number' ? new Double(amount) : amount,
      ]);
      const filter = access.byId(name, checkedId(id));
      const change = { $inc: Object.fromEntries(amounts) };
      for (let tries = 1; ; tries += 1) {
        const sum = await collection.findOneAndUpdate(filter, change, { returnDocument: 'after' });
        if (sum !== null) return fromStored(sum);
        const first = { _id: id, ...Object.fromEntries(amounts) };
        try {
          await collection.insertOne(first);
          return fromStored({ _id: id, ...increments });
        } catch (error) {
          // Of two that make it at once, the one that lost finds it there the next time.
          if (!isDuplicate(error) || tries === MOST_TRIES) throw error;
        }
      }
    },
    async deleteWhere(name, filter, guard) {
      const { collection } = access.of(name);
      const query = access.filter(name, filter);
      if (guard === undefined) return (await collection.deleteMany(query)).deletedCount;
      for (let deleted = 0; ; ) {
        let some = 0;
        // By `_id`: what the transaction has found stays as it is until it ends.
        await guarded(guard, async (within) => {
          const found = collection.find(query, { ...within, ...FEW_IDS });
          const ids = await found.map(({ _id }) => _id).toArray();
          some = ids.length;
          if (some > 0) await collection.deleteMany(access.byIds(name, ids), within);
        });
        deleted += some;
        if (some < GUARDED_CHUNK) return deleted;
      }
    },
  };
}

/** What goes into one command: all of it, or as much as one transaction takes. */
function together<T>(items: readonly T[], guard: Guard | undefined): readonly T[][] {
  if (items.length === 0) return [];
  return guard === undefined ? [[...items]] : chunks(items, GUARDED_CHUNK);
}
