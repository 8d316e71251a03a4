/** Writing: a document, its number and its index entries change together or not at all. */
import type { RootDatabase } from 'lmdb';
import { matchesFilter } from '../match.js';
import type { ParsedFilter } from '../query.js';
import { type Doc, DuplicateKeyError } from '../repo.js';
import { docAt, numberOf } from './candidates.js';
import { createDraft, type Draft } from './draft.js';
import { createPace } from './pace.js';
import type { Collection } from './tables.js';

/**
 * Documents in one transaction. LMDB writes anew every page that a transaction touches, so that small ones cost much
 * disk; a large one keeps the event loop waiting while it is handed over (some 10 ms).
 */
const CHUNK = 1000;
/** Documents after which others may write to the collection. */
const TURN = 10 * CHUNK;

/** Throws when what is to be committed next may not be. */
export type Check = () => void;

export interface Writer {
  insertMany(collection: Collection, docs: readonly Doc[], check?: Check): Promise<void>;
  replaceMany(collection: Collection, docs: readonly Doc[], check?: Check): Promise<void>;
  /** Changes existing documents. */
  update(collection: Collection, ids: readonly string[], change: (doc: Doc) => Doc, check?: Check): Promise<void>;
  /** `change` gets null where there is none, and answers null to leave it so; the answer is whether it wrote. */
  upsert(collection: Collection, id: string, change: (doc: Doc | null) => Doc | null): Promise<boolean>;
  /** Deletes those that (still) match and answers how many. */
  remove(collection: Collection, numbers: readonly number[], filter: ParsedFilter, check?: Check): Promise<number>;
}

export function createWriter(root: RootDatabase<Buffer, Buffer>): Writer {
  const exclusively = oneAtATime();

  /** Every chunk in a transaction of its own; resolves when all of them are on disk. */
  async function write<T>(
    collection: Collection,
    items: readonly T[],
    apply: (draft: Draft, item: T) => void,
    check: Check = () => {},
  ) {
    for (const turn of slices(items, TURN)) {
      await exclusively(collection, () => writeTurn(collection, turn, apply, check));
    }
    await root.flushed;
  }

  /** While one chunk is committed, off this thread, the next is worked out; it sees what the one before will change. */
  async function writeTurn<T>(
    collection: Collection,
    items: readonly T[],
    apply: (draft: Draft, item: T) => void,
    check: Check,
  ) {
    const pace = createPace();
    let draft: Draft | null = null;
    let committed: Promise<void> = Promise.resolve();
    try {
      for (const chunk of slices(items, CHUNK)) {
        draft = createDraft(collection, draft);
        for (const item of chunk) {
          apply(draft, item);
          await pace();
        }
        await committed;
        check();
        committed = commit(collection, draft);
        // Awaited below; until then a failure is not to count as unhandled.
        committed.catch(() => {});
      }
    } finally {
      await committed;
    }
  }

  async function commit(collection: Collection, { changes }: Draft): Promise<void> {
    if (changes.length === 0) return;
    collection.revision += 1;
    try {
      await root.batch(() => {
        for (const { table, key, value } of changes) void (value === null ? table.remove(key) : table.put(key, value));
      });
    } catch (error) {
      throw await causeOf(error);
    } finally {
      collection.revision += 1;
    }
  }

  return {
    async insertMany(collection, docs, check) {
      await assertNew(collection, docs);
      const insert = (draft: Draft, doc: Doc) => {
        if (draft.read(doc._id) !== null) throw new DuplicateKeyError(collection.name, doc._id);
        draft.put(doc);
      };
      await write(collection, docs, insert, check);
    },
    replaceMany: (collection, docs, check) => write(collection, docs, (draft, doc) => draft.put(doc), check),
    update(collection, ids, change, check) {
      const patch = (draft: Draft, id: string) => {
        const doc = draft.read(id);
        if (doc !== null) draft.put(change(doc));
      };
      return write(collection, ids, patch, check);
    },
    async upsert(collection, id, change) {
      let wrote = false;
      await write(collection, [id], (draft) => {
        const changed = change(draft.read(id));
        wrote = changed !== null;
        if (changed !== null) draft.put(changed);
      });
      return wrote;
    },
    async remove(collection, numbers, filter, check) {
      let count = 0;
      const drop = (draft: Draft, number: number) => {
        const doc = docAt(collection, number);
        if (doc === null || !matchesFilter(filter, doc)) return;
        draft.drop(number, doc);
        count += 1;
      };
      await write(collection, numbers, drop, check);
      return count;
    },
  };
}

/** Before anything is written, so that a batch with a known id in it leaves no trace. */
async function assertNew(collection: Collection, docs: readonly Doc[]): Promise<void> {
  const pace = createPace();
  const ids = new Set<string>();
  for (const { _id } of docs) {
    if (ids.has(_id) || numberOf(collection, _id) !== null) throw new DuplicateKeyError(collection.name, _id);
    ids.add(_id);
    await pace();
  }
}

function* slices<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

/** One task after the other for each collection. */
function oneAtATime(): <T>(collection: Collection, task: () => Promise<T>) => Promise<T> {
  const last = new WeakMap<Collection, Promise<unknown>>();
  return (collection, task) => {
    const run = (last.get(collection) ?? Promise.resolve()).then(task, task);
    last.set(collection, run);
    return run;
  };
}

/** lmdb says "Commit failed" and keeps the reason (a full disk, say) in a promise of its own. */
async function causeOf(error: unknown): Promise<unknown> {
  if (!(error instanceof Error) || !('commitError' in error)) return error;
  try {
    await error.commitError;
    return error;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new Error(`the data directory could not be written: ${reason}`, { cause });
  }
}
