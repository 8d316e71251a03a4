/** The embedded engine: documents and indexes in LMDB files of this process's own, nothing to install or to run. */

import { createPace } from '../../domain/pace.js';
import { type CollectionDefinition, metaCollection } from '../collections.js';
import { matchesFilter, project } from '../match.js';
import type { ParsedFilter } from '../query.js';
import { type ParsedCount, parseCount, parseFilter, parseIncrements, parsePage, writableFields } from '../query.js';
import { type Doc, FencedError, type Guard, InvalidQueryError, type Repo, StoreUnavailableError } from '../repo.js';
import { assertAnswerable } from '../serving.js';
import { assertPlaced, assertTargeted, sourcesOf } from '../sharding.js';
import { narrowing } from './access.js';
import { collect, docAt, fewest, matchingDoc, numberOf, pointed } from './candidates.js';
import { readCount } from './count.js';
import { numberIn } from './entries.js';
import { prepareDirectory, takeLock } from './lock.js';
import { readPage } from './page.js';
import { type Plan, planOf, readSibling } from './siblings.js';
import { type Collection, isSettled, openCollection, openRoot } from './tables.js';
import { createWatchers } from './watchers.js';
import { createWriter, type Fence } from './write.js';

/** Documents that a scan hands out at a time. */
const SCAN_CHUNK = 500;
/** Counts remembered for each collection until its next write. */
const COUNTS_KEPT = 1000;

/**
 * Opens the store in a directory of its own, made if need be, and brings its indexes up to the declared ones.
 * Throws StoreUnavailableError when the directory cannot be written or another process holds it.
 */
export async function openEmbeddedRepo(options: {
  readonly dir: string;
  readonly collections: readonly CollectionDefinition[];
  /** Called before anything but `meta` is opened or written, if that is declared; what it throws ends the opening. */
  readonly inspect?: ((repo: Repo) => Promise<void>) | undefined;
}): Promise<Repo> {
  const dir = prepareDirectory(options.dir);
  const root = openRoot(dir, options.collections.length);
  let release = () => {};
  try {
    root.transactionSync(() => {
      release = takeLock(dir);
    });
    const collections = new Map<string, Collection>();
    const repo = createRepo(collections, createWriter(root, dir), async () => {
      await root.close();
      release();
    });
    const openAll = async (definitions: readonly CollectionDefinition[]) => {
      for (const definition of definitions) collections.set(definition.name, await openCollection(root, definition));
    };
    const isMeta = ({ name }: CollectionDefinition) => name === metaCollection;
    await openAll(options.collections.filter(isMeta));
    if (collections.size > 0) await options.inspect?.(repo);
    await openAll(options.collections.filter((definition) => !isMeta(definition)));
    return repo;
  } catch (error) {
    await root.close();
    release();
    throw error;
  }
}

function createRepo(
  collections: ReadonlyMap<string, Collection>,
  writer: ReturnType<typeof createWriter>,
  close: () => Promise<void>,
): Repo {
  let closing: Promise<void> | null = null;
  const collectionOf = (name: string): Collection => {
    if (closing !== null) throw new Error('the store is closed');
    const collection = collections.get(name);
    if (collection === undefined) throw new InvalidQueryError(`no collection ${JSON.stringify(name)} is declared`);
    return collection;
  };
  const count = rememberCounts();
  const watchers = createWatchers();
  const getDoc = (collection: Collection, id: string): Doc | null => {
    const number = numberOf(collection, id);
    return number === null ? null : docAt(collection, number);
  };

  /** Throws FencedError when the guard does not hold, now and before each part that is committed. */
  const fenceOf = (guard: Guard | undefined): Fence | undefined => {
    if (guard === undefined) return undefined;
    const collection = collectionOf(guard.collection);
    const expected = parseFilter(guard.expected);
    const check = () => {
      const doc = getDoc(collection, guard.id);
      if (doc === null || !matchesFilter(expected, doc)) throw new FencedError(guard);
    };
    check();
    return { collection, check };
  };
  const tell = (name: string, docs: readonly (Doc | null)[]): void => {
    for (const doc of docs) if (doc !== null) watchers.tell(name, doc);
  };

  const repo: Repo = {
    isShared: false,
    written(name) {
      const { revision } = collectionOf(name);
      return isSettled(revision) ? revision : null;
    },
    async ping() {
      if (closing !== null) throw new StoreUnavailableError('the store is closed');
    },
    async watch(name, watcher) {
      collectionOf(name);
      return watchers.add(name, watcher);
    },
    async get(name, id) {
      const collection = collectionOf(name);
      assertKnownPlaces(collection, [id]);
      return getDoc(collection, id);
    },
    async getMany(name, ids) {
      const collection = collectionOf(name);
      assertKnownPlaces(collection, ids);
      return ids.map((id) => getDoc(collection, id));
    },
    async *scan(name, filter, fields) {
      const collection = collectionOf(name);
      const parsed = parseFilter(filter);
      assertTargeted(collection, parsed);
      const chosen = fields ?? null;
      for await (const numbers of matchingNumbers(collection, parsed)) {
        const docs = numbers.map((number) => matchingDoc(collection, number, parsed, [])).filter((doc) => doc !== null);
        if (docs.length > 0) yield docs.map((doc) => project(doc, chosen));
      }
    },
    async page(name, query) {
      const [docs] = await repo.pageEach(name, [query]);
      return docs ?? [];
    },
    async pageEach(name, queries) {
      const collection = collectionOf(name);
      const pace = createPace();
      const pages: Doc[][] = [];
      let plan: Plan | null = null;
      for (const query of queries) {
        let docs: Doc[] | null = plan === null ? null : readSibling(collection, plan, query);
        if (docs === null) {
          const parsed = parsePage(query);
          assertAnswerable(collection, parsed, parsed);
          if (queries.length > 1) plan = planOf(collection, query, parsed);
          docs = await readPage(collection, parsed, pace);
        } else await pace();
        pages.push(docs);
      }
      return pages;
    },
    async count(name, query) {
      const [counted] = await repo.countEach(name, [query]);
      return counted ?? 0;
    },
    async countEach(name, queries) {
      const collection = collectionOf(name);
      const parsed = queries.map(parseCount);
      for (const query of parsed) assertAnswerable(collection, query);
      const counts: number[] = [];
      for (const query of parsed) counts.push(await count(collection, query));
      return counts;
    },
    async insertMany(name, docs, guard) {
      const collection = collectionOf(name);
      for (const doc of docs) assertPlaced(collection, doc);
      await writer.insertMany(collection, docs, fenceOf(guard));
      tell(name, docs);
    },
    async replaceMany(name, docs, guard) {
      const collection = collectionOf(name);
      for (const doc of docs) assertPlaced(collection, doc);
      await writer.replaceMany(collection, docs, fenceOf(guard));
      tell(name, docs);
    },
    async patchMany(name, ids, fields, guard) {
      const collection = collectionOf(name);
      assertKnownPlaces(collection, ids);
      const changes = Object.fromEntries(writableFields(fields));
      await writer.update(collection, ids, (doc) => ({ ...doc, ...changes }), fenceOf(guard));
      if (watchers.isWatched(name)) tell(name, await repo.getMany(name, ids));
    },
    async compareAndSet(name, expected, next) {
      const collection = collectionOf(name);
      assertPlaced(collection, next);
      const filter = expected === null ? null : parseFilter(expected);
      const isDone = await writer.upsert(collection, next._id, (doc) => {
        if (filter === null || doc === null) return filter === null && doc === null ? next : null;
        return matchesFilter(filter, doc) ? next : null;
      });
      if (isDone) tell(name, [next]);
      return isDone;
    },
    async bump(name, id, increments) {
      const amounts = parseIncrements(increments);
      let sum: Doc = { _id: id };
      await writer.upsert(collectionOf(name), id, (doc) => {
        sum = added(doc ?? { _id: id }, amounts);
        return sum;
      });
      tell(name, [sum]);
      return sum;
    },
    async deleteWhere(name, filter, guard) {
      const fence = fenceOf(guard);
      const collection = collectionOf(name);
      const parsed = parseFilter(filter);
      assertTargeted(collection, parsed);
      let deleted = 0;
      for await (const numbers of matchingNumbers(collection, parsed)) {
        deleted += await writer.remove(collection, numbers, parsed, fence);
      }
      return deleted;
    },
    sessionOf: () => null,
    async undo() {},
    close() {
      closing ??= close();
      return closing;
    },
  };
  return repo;
}

/** As the other engine does, which has to know the shard. */
function assertKnownPlaces(collection: Collection, ids: readonly string[]): void {
  if (collection.shardKey !== undefined) sourcesOf(collection, ids);
}

/** The numbers of all documents that may match, in chunks: fixed before the first is handed out where an index finds them. */
async function* matchingNumbers(collection: Collection, filter: ParsedFilter): AsyncGenerator<number[]> {
  const pace = createPace();
  const ways = narrowing(collection, filter);
  const [best] = ways;
  const found =
    (await pointed(collection, filter, [], pace)) ??
    (ways.length > 1 ? await fewest(collection, ways, pace) : null) ??
    (best === undefined ? null : await collect(collection, best, pace, Number.POSITIVE_INFINITY));
  if (found === null) {
    yield* allNumbers(collection);
    return;
  }
  const numbers = [...found.numbers];
  for (let at = 0; at < numbers.length; at += SCAN_CHUNK) {
    yield numbers.slice(at, at + SCAN_CHUNK);
    await pace();
  }
}

async function* allNumbers({ docs }: Collection): AsyncGenerator<number[]> {
  let start = Buffer.of(0);
  for (;;) {
    const keys = [...docs.getKeys({ start, limit: SCAN_CHUNK })];
    const last = keys.at(-1);
    if (last === undefined) return;
    yield keys.map(numberIn);
    start = Buffer.concat([last, Buffer.of(0)]);
  }
}

/** Only this process writes, so a count stands until the collection is written to. */
function rememberCounts() {
  const remembered = new WeakMap<Collection, { revision: number; counts: Map<string, number> }>();
  return async (collection: Collection, query: ParsedCount): Promise<number> => {
    const { revision } = collection;
    let memory = remembered.get(collection);
    if (memory?.revision !== revision || memory.counts.size >= COUNTS_KEPT) {
      memory = { revision, counts: new Map() };
      remembered.set(collection, memory);
    }
    const key = keyOf(query);
    const known = memory.counts.get(key);
    if (known !== undefined) return known;
    const counted = await readCount(collection, query, createPace());
    if (collection.revision === revision) memory.counts.set(key, counted);
    return counted;
  };
}

/** Says everything about the query, types included: 1, 1n, "1" and a Date are four things. */
function keyOf(query: ParsedCount): string {
  return JSON.stringify(query, function (this: Readonly<Record<string, unknown>>, name, value: unknown) {
    const raw = this[name];
    if (raw instanceof Date) return { date: raw.getTime() };
    if (typeof raw === 'bigint') return { bigint: raw.toString() };
    return raw === Number.POSITIVE_INFINITY || raw === Number.NEGATIVE_INFINITY ? { number: String(raw) } : value;
  });
}

function added(doc: Doc, amounts: readonly [string, number | bigint][]): Doc {
  const sums = amounts.map(([field, amount]) => [field, sum(field, doc[field] ?? null, amount)]);
  return { ...doc, ...Object.fromEntries(sums) };
}

/** A missing field counts from zero; where one is a number and the other a bigint the result is a number. */
function sum(field: string, value: unknown, amount: number | bigint): number | bigint {
  if (value === null) return amount;
  if (typeof value === 'bigint' && typeof amount === 'bigint') return value + amount;
  if (typeof value !== 'bigint' && typeof value !== 'number') throw new InvalidQueryError(`${field} is no number`);
  return Number(value) + Number(amount);
}
