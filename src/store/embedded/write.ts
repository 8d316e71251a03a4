/** Writing: a document, its number and its index entries change together or not at all. */
import { statfs } from 'node:fs/promises';
import type { RootDatabase } from 'lmdb';
import { createPace } from '../../domain/pace.js';
import { createTurns, type InTurn } from '../../domain/turns.js';
import { matchesFilter } from '../match.js';
import type { ParsedFilter } from '../query.js';
import { type Doc, DuplicateKeyError, StoreUnavailableError } from '../repo.js';
import { docAt, numberOf } from './candidates.js';
import { createDraft, type Draft } from './draft.js';
import type { Collection } from './tables.js';

/**
 * Documents in one transaction. LMDB writes anew every page that a transaction touches, so that small ones cost much
 * disk; a large one keeps the event loop waiting while it is handed over (some 10 ms).
 */
const CHUNK = 1000;
/** Documents after which others may write to the collection. */
const TURN = 10 * CHUNK;

/** What has to hold whenever a part is committed. */
export interface Fence {
  /** What `check` looks at. */
  readonly collection: Collection;
  /** Throws when it does not hold. */
  check(): void;
}

export interface Writer {
  insertMany(collection: Collection, docs: readonly Doc[], fence?: Fence): Promise<void>;
  replaceMany(collection: Collection, docs: readonly Doc[], fence?: Fence): Promise<void>;
  /** Changes existing documents. */
  update(collection: Collection, ids: readonly string[], change: (doc: Doc) => Doc, fence?: Fence): Promise<void>;
  /** `change` gets null where there is none, and answers null to leave it so; the answer is whether it wrote. */
  upsert(collection: Collection, id: string, change: (doc: Doc | null) => Doc | null): Promise<boolean>;
  /** Deletes those that (still) match and answers how many. */
  remove(collection: Collection, numbers: readonly number[], filter: ParsedFilter, fence?: Fence): Promise<number>;
}

export function createWriter(root: RootDatabase<Buffer, Buffer>, dir: string): Writer {
  const exclusively = oneAtATime();

  /** Every chunk in a transaction of its own; resolves when all of them are on disk. */
  async function write<T>(
    collection: Collection,
    items: readonly T[],
    apply: (draft: Draft, item: T) => void,
    fence?: Fence,
  ) {
    for (const turn of slices(items, TURN)) {
      await exclusively(collection, () => writeTurn(collection, turn, apply, fence));
    }
    await root.flushed;
  }

  /** While one chunk is committed, off this thread, the next is worked out; it sees what the one before will change. */
  async function writeTurn<T>(
    collection: Collection,
    items: readonly T[],
    apply: (draft: Draft, item: T) => void,
    fence: Fence | undefined,
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
        committed = commitFenced(collection, draft, fence);
        // Awaited below; until then a failure is not to count as unhandled.
        committed.catch(() => {});
      }
    } finally {
      await committed;
    }
  }

  /** Whoever writes what the fence looks at has to wait meanwhile: who took over is not written after. */
  async function commitFenced(collection: Collection, draft: Draft, fence: Fence | undefined): Promise<void> {
    if (fence === undefined) return commit(collection, draft);
    const checked = () => {
      fence.check();
      return commit(collection, draft);
    };
    // The turn to write to this collection is had already.
    return fence.collection === collection ? checked() : exclusively(fence.collection, checked);
  }

  async function commit(collection: Collection, { changes }: Draft): Promise<void> {
    if (changes.length === 0) return;
    collection.revision += 1;
    try {
      await root.batch(() => {
        for (const { table, key, value } of changes) void (value === null ? table.remove(key) : table.put(key, value));
      });
    } catch (error) {
      // A promise of lmdb's own fails as well, and nobody else waits for it.
      root.committed.then(undefined, () => {});
      throw await causeOf(error, dir);
    } finally {
      collection.revision += 1;
    }
  }

  return {
    async insertMany(collection, docs, fence) {
      // Of one chunk nothing is written before all of it is worked out, which meets a known id as well.
      if (docs.length > CHUNK) await assertNew(collection, docs);
      const insert = (draft: Draft, doc: Doc) => {
        if (!draft.add(doc)) throw new DuplicateKeyError(collection.name, doc._id);
      };
      await write(collection, docs, insert, fence);
    },
    replaceMany: (collection, docs, fence) => write(collection, docs, (draft, doc) => draft.put(doc), fence),
    update(collection, ids, change, fence) {
      const patch = (draft: Draft, id: string) => {
        const doc = draft.read(id);
        if (doc !== null) draft.put(change(doc));
      };
      return write(collection, ids, patch, fence);
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
    async remove(collection, numbers, filter, fence) {
      let count = 0;
      const drop = (draft: Draft, number: number) => {
        const doc = docAt(collection, number);
        if (doc === null || !matchesFilter(filter, doc)) return;
        draft.drop(number, doc);
        count += 1;
      };
      await write(collection, numbers, drop, fence);
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
  const turns = new WeakMap<Collection, InTurn>();
  return (collection, task) => {
    const inTurn = turns.get(collection) ?? createTurns();
    turns.set(collection, inTurn);
    return inTurn(task);
  };
}

/** lmdb says "Commit failed" and keeps the reason in a promise of its own: of a full disk, that a part was written only. */
async function causeOf(error: unknown, dir: string): Promise<unknown> {
  if (!(error instanceof Error) || !('commitError' in error)) return error;
  try {
    await error.commitError;
    return error;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new StoreUnavailableError(
      `the data directory ${dir} could not be written (${reason}${await freeText(dir)}): make room there, or have its disk looked at; nothing that was acknowledged is lost, and the gateway goes on by itself`,
      cause,
    );
  }
}

async function freeText(dir: string): Promise<string> {
  try {
    const { bavail, bsize } = await statfs(dir);
    return `; ${Math.floor((bavail * bsize) / 2 ** 20)} MiB are free`;
  } catch {
    return '';
  }
}
