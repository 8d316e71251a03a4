/** The MongoDB engine: the official driver, on a standalone server, a replica set, a sharded cluster or Atlas. */
import {
  type AnyBulkWriteOperation,
  type ClientSession,
  type Collection,
  type Document,
  Double,
  MongoBulkWriteError,
  type MongoClient,
  MongoServerError,
} from 'mongodb';
import { chunks } from '../../domain/lists.js';
import { checkedId, fromStored, toStored, valueToStored } from '../codec.js';
import type { CollectionDefinition } from '../collections.js';
import { project } from '../match.js';
import { fieldName, parseCount, parseFilter, parseIncrements, parsePage, writableFields } from '../query.js';
import {
  type Doc,
  DuplicateKeyError,
  FencedError,
  type Guard,
  InvalidQueryError,
  type Repo,
  StoreUnavailableError,
} from '../repo.js';
import { assertServed } from '../serving.js';
import { connect } from './connect.js';
import { renderFilter } from './filter.js';
import { assemble, countPipelines, pagePipelines, union } from './page.js';
import { hasTransactions } from './topology.js';
import { createWatch } from './watch.js';

interface StoredDoc extends Document {
  _id: string;
}

const DUPLICATE_KEY = 11_000;
/** Pipelines in one aggregation; MongoDB allows 1,000 stages. */
const UNION = 100;
/** Results in one answer, so that a batch of pages takes one round trip. */
const BATCH = 10_000;
const SCAN_CHUNK = 500;
const IDS_CHUNK = 1000;
const UPSERT_TRIES = 5;
/** Documents of one guarded write: a transaction of a size that MongoDB advises. */
const GUARDED_CHUNK = 1000;

/** Connects and makes the declared indexes. Throws StoreUnavailableError when the server cannot be used. */
export async function openMongoRepo(options: {
  readonly uri: string;
  readonly database: string;
  readonly collections: readonly CollectionDefinition[];
}): Promise<Repo> {
  const client = await connect(options.uri, options.database);
  const definitions = new Map(options.collections.map((definition) => [definition.name, definition]));
  const database = client.db(options.database);
  const collectionOf = (name: string): { collection: Collection<StoredDoc>; definition: CollectionDefinition } => {
    const definition = definitions.get(name);
    if (definition === undefined) throw new InvalidQueryError(`no collection ${JSON.stringify(name)} is declared`);
    return { collection: database.collection<StoredDoc>(name), definition };
  };
  try {
    for (const { name, indexes } of options.collections) {
      if (indexes.length === 0) continue;
      const keys = indexes.map(({ fields }) => ({ key: new Map(fields.map((field) => [field, 1 as const])) }));
      await database.collection(name).createIndexes(keys);
    }
  } catch (error) {
    await client.close();
    throw error;
  }
  return createRepo(collectionOf, client);
}

type CollectionOf = (name: string) => { collection: Collection<StoredDoc>; definition: CollectionDefinition };

function createRepo(collectionOf: CollectionOf, client: MongoClient): Repo {
  const watching = createWatch(client, (name) => collectionOf(name).collection);

  /** The write and the check of its guard, as one where the topology has transactions. */
  async function guarded(
    guard: Guard | undefined,
    write: (session: ClientSession | undefined) => Promise<void>,
  ): Promise<void> {
    if (guard === undefined) return write(undefined);
    const { collection, definition } = collectionOf(guard.collection);
    const filter = {
      $and: [{ _id: { $eq: checkedId(guard.id) } }, renderFilter(parseFilter(guard.expected), definition.arrays ?? [])],
    };
    if (!hasTransactions(client)) {
      if ((await collection.countDocuments(filter, { limit: 1 })) === 0) throw new FencedError(guard);
      return write(undefined);
    }
    await client.withSession((session) =>
      session.withTransaction(async () => {
        await write(session);
        // A write of its own, so that whoever takes over meanwhile and this one cannot both be committed; last, so that
        // nobody has to wait for it longer than for the commit.
        const held = await collection.updateOne(filter, { $inc: { guarded: 1 } }, { session });
        if (held.matchedCount === 0) throw new FencedError(guard);
      }),
    );
  }

  /** Runs all pipelines in as few round trips as there are hundreds of them. */
  async function aggregate(collection: Collection<StoredDoc>, pipelines: readonly Document[][]): Promise<Document[]> {
    const unions = chunks(pipelines, UNION).map((some) => union(collection.collectionName, some));
    const answers = await Promise.all(
      unions.map((pipeline) => collection.aggregate(pipeline, { batchSize: BATCH }).toArray()),
    );
    return answers.flat();
  }

  const repo: Repo = {
    isShared: true,
    async ping() {
      try {
        await client.db().command({ ping: 1 });
      } catch (error) {
        throw new StoreUnavailableError('MongoDB does not answer', error);
      }
    },
    watch: watching.watch,
    async get(name, id) {
      const [doc] = await repo.getMany(name, [id]);
      return doc ?? null;
    },
    async getMany(name, ids) {
      const { collection } = collectionOf(name);
      const found = new Map<string, Doc>();
      for (const some of chunks([...new Set(ids)], IDS_CHUNK)) {
        const stored = await collection.find({ _id: { $in: some.map(String) } }, { batchSize: BATCH }).toArray();
        for (const doc of stored) found.set(doc._id, fromStored(doc));
      }
      return ids.map((id) => found.get(id.toWellFormed()) ?? null);
    },
    async *scan(name, filter, fields) {
      const { collection, definition } = collectionOf(name);
      const query = renderFilter(parseFilter(filter), definition.arrays ?? []);
      const projection = fields && Object.fromEntries(['_id', ...fields.map(fieldName)].map((field) => [field, 1]));
      const cursor = collection.find(query, { batchSize: SCAN_CHUNK, ...(projection && { projection }) });
      let docs: Doc[] = [];
      for await (const stored of cursor) {
        docs.push(fromStored(stored));
        if (docs.length < SCAN_CHUNK) continue;
        yield docs;
        docs = [];
      }
      if (docs.length > 0) yield docs;
    },
    async page(name, query) {
      const [docs] = await repo.pageEach(name, [query]);
      return docs ?? [];
    },
    async pageEach(name, queries) {
      const { collection, definition } = collectionOf(name);
      const parsed = queries.map(parsePage);
      for (const query of parsed) {
        for (const branch of query.branches) assertServed(definition, branch, query.words, query);
      }
      const pipelines = parsed.flatMap((query, at) => pagePipelines(query, definition.arrays ?? [], at));
      const pages: Doc[][] = parsed.map(() => []);
      for (const { at, doc } of await aggregate(collection, pipelines)) pages[Number(at)]?.push(fromStored(doc));
      return parsed.map((query, at) => assemble(query, pages[at] ?? []).map((doc) => project(doc, query.fields)));
    },
    async count(name, query) {
      const [counted] = await repo.countEach(name, [query]);
      return counted ?? 0;
    },
    async countEach(name, queries) {
      const { collection, definition } = collectionOf(name);
      const parsed = queries.map(parseCount);
      for (const query of parsed) {
        for (const branch of query.branches) assertServed(definition, branch, query.words);
      }
      const pipelines = parsed.flatMap((query, at) => countPipelines(query, definition.arrays ?? [], at));
      const counts = parsed.map(() => 0);
      for (const { _id, count } of await aggregate(collection, pipelines)) counts[Number(_id)] = Number(count);
      return counts;
    },
    async insertMany(name, docs, guard) {
      const { collection } = collectionOf(name);
      if (docs.length === 0) return;
      const stored = docs.map(toStored);
      try {
        for (const some of chunks(stored, guard === undefined ? stored.length : GUARDED_CHUNK)) {
          await guarded(guard, async (session) => {
            await collection.insertMany(some, { ...(session && { session }) });
          });
        }
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        const at = error instanceof MongoBulkWriteError ? [error.writeErrors].flat()[0]?.index : undefined;
        throw new DuplicateKeyError(name, docs[at ?? 0]?._id ?? '');
      }
    },
    async replaceMany(name, docs, guard) {
      const { collection } = collectionOf(name);
      if (docs.length === 0) return;
      const operations = docs.map(toStored).map(
        (stored): AnyBulkWriteOperation<StoredDoc> => ({
          replaceOne: { filter: { _id: { $eq: stored._id } }, replacement: stored, upsert: true },
        }),
      );
      for (const some of chunks(operations, guard === undefined ? operations.length : GUARDED_CHUNK)) {
        await guarded(guard, async (session) => {
          await collection.bulkWrite(some, { ...(session && { session }) });
        });
      }
    },
    async patchMany(name, ids, fields, guard) {
      const { collection } = collectionOf(name);
      const changes = Object.fromEntries(writableFields(fields).map(([field, value]) => [field, valueToStored(value)]));
      if (Object.keys(changes).length === 0) return;
      for (const some of chunks(ids, IDS_CHUNK)) {
        await guarded(guard, async (session) => {
          await collection.updateMany(
            { _id: { $in: some.map(String) } },
            { $set: changes },
            { ...(session && { session }) },
          );
        });
      }
    },
    async compareAndSet(name, expected, next) {
      const { collection, definition } = collectionOf(name);
      const filter = expected === null ? null : renderFilter(parseFilter(expected), definition.arrays ?? []);
      const stored = toStored(next);
      if (filter !== null) {
        const query = { $and: [{ _id: { $eq: stored._id } }, filter] };
        return (await collection.replaceOne(query, stored)).matchedCount === 1;
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
      const { collection } = collectionOf(name);
      // A number goes as a double, lest MongoDB turn an int32 that overflows into an int64, which would be a bigint.
      const amounts = parseIncrements(increments).map(([field, amount]) => [
        field,
        typeof amount === 'number' ? new Double(amount) : amount,
      ]);
      for (let tries = 1; ; tries += 1) {
        try {
          const sum = await collection.findOneAndUpdate(
            { _id: { $eq: checkedId(id) } },
            { $inc: Object.fromEntries(amounts) },
            { upsert: true, returnDocument: 'after' },
          );
          return fromStored(sum as StoredDoc);
        } catch (error) {
          // Two upserts of a new document at once: the one that lost finds it there the next time.
          if (!isDuplicate(error) || tries === UPSERT_TRIES) throw error;
        }
      }
    },
    async deleteWhere(name, filter, guard) {
      const { collection, definition } = collectionOf(name);
      const query = renderFilter(parseFilter(filter), definition.arrays ?? []);
      let deleted = 0;
      await guarded(guard, async (session) => {
        deleted = (await collection.deleteMany(query, { ...(session && { session }) })).deletedCount;
      });
      return deleted;
    },
    async close() {
      await watching.close();
      await client.close();
    },
  };
  return repo;
}

function isDuplicate(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === DUPLICATE_KEY;
}
