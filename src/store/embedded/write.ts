/** Writing: a document, its number and its index entries change together or not at all. */
import type { RootDatabase } from 'lmdb';
import { BSON } from 'mongodb';
import { bsonOptions, toStored } from '../codec.js';
import { matchesFilter } from '../match.js';
import type { ParsedFilter } from '../query.js';
import { type Doc, DuplicateKeyError } from '../repo.js';
import { docAt, numberOf } from './candidates.js';
import { type Entry, NUMBER_BYTES, numberBytes, numberIn } from './entries.js';
import type { Collection } from './tables.js';

/** Documents in one transaction: some milliseconds of work, so that the event loop is not kept waiting. */
const CHUNK = 100;

export interface Writer {
  insertMany(collection: Collection, docs: readonly Doc[]): Promise<void>;
  replaceMany(collection: Collection, docs: readonly Doc[]): Promise<void>;
  /** Changes existing documents; `change` answers null to leave one as it is. */
  update(collection: Collection, ids: readonly string[], change: (doc: Doc) => Doc | null): Promise<void>;
  /** `change` gets null where there is none; answers whether it wrote. */
  upsert(collection: Collection, id: string, change: (doc: Doc | null) => Doc | null): Promise<boolean>;
  remove(collection: Collection, numbers: Iterable<number>, filter: ParsedFilter): Promise<number>;
}

export function createWriter(root: RootDatabase<Buffer, Buffer>): Writer {
  /** Every chunk in a transaction of its own; resolves when all of them are on disk. */
  async function write<T>(collection: Collection, items: readonly T[], apply: (item: T) => void): Promise<void> {
    for (let at = 0; at < items.length; at += CHUNK) {
      const chunk = items.slice(at, at + CHUNK);
      collection.revision += 1;
      try {
        await root.childTransaction(() => chunk.forEach(apply));
      } catch (error) {
        throw await causeOf(error);
      } finally {
        collection.revision += 1;
      }
    }
    await root.flushed;
  }

  return {
    async insertMany(collection, docs) {
      const ids = new Set<string>();
      for (const { _id } of docs) {
        if (ids.has(_id) || numberOf(collection, _id) !== null) throw new DuplicateKeyError(collection.name, _id);
        ids.add(_id);
      }
      await write(collection, docs, (doc) => {
        if (numberOf(collection, doc._id) !== null) throw new DuplicateKeyError(collection.name, doc._id);
        insert(collection, doc);
      });
    },
    replaceMany: (collection, docs) => write(collection, docs, (doc) => put(collection, doc)),
    update: (collection, ids, change) =>
      write(collection, ids, (id) => {
        const number = numberOf(collection, id);
        const doc = number === null ? null : docAt(collection, number);
        const changed = doc === null ? null : change(doc);
        if (number !== null && doc !== null && changed !== null) replace(collection, number, doc, changed);
      }),
    async upsert(collection, id, change) {
      let wrote = false;
      await write(collection, [id], () => {
        const number = numberOf(collection, id);
        const doc = number === null ? null : docAt(collection, number);
        const changed = change(doc);
        wrote = changed !== null;
        if (changed === null) return;
        if (number === null || doc === null) insert(collection, changed);
        else replace(collection, number, doc, changed);
      });
      return wrote;
    },
    async remove(collection, numbers, filter) {
      let count = 0;
      await write(collection, [...numbers], (number) => {
        const doc = docAt(collection, number);
        if (doc === null || !matchesFilter(filter, doc)) return;
        drop(collection, number, doc);
        count += 1;
      });
      return count;
    },
  };
}

function put(collection: Collection, doc: Doc): void {
  const number = numberOf(collection, doc._id);
  const old = number === null ? null : docAt(collection, number);
  if (number === null || old === null) insert(collection, doc);
  else replace(collection, number, old, doc);
}

function insert(collection: Collection, doc: Doc): void {
  const number = nextNumber(collection);
  const stored = toStored(doc);
  void collection.docs.put(numberBytes(number), encode(stored));
  void collection.ids.put(Buffer.from(doc._id), numberBytes(number));
  for (const { key, value } of collection.entriesOf(doc, number)) void collection.entries.put(key, value);
}

function replace(collection: Collection, number: number, old: Doc, doc: Doc): void {
  const before = byKey(collection.entriesOf(old, number));
  const after = byKey(collection.entriesOf(doc, number));
  void collection.docs.put(numberBytes(number), encode(toStored(doc)));
  for (const [text, { key }] of before) if (!after.has(text)) void collection.entries.remove(key);
  for (const [text, { key, value }] of after) {
    if (before.get(text)?.value.equals(value) !== true) void collection.entries.put(key, value);
  }
}

function drop(collection: Collection, number: number, doc: Doc): void {
  for (const { key } of collection.entriesOf(doc, number)) void collection.entries.remove(key);
  void collection.ids.remove(Buffer.from(doc._id));
  void collection.docs.remove(numberBytes(number));
}

function byKey(entries: readonly Entry[]): Map<string, Entry> {
  return new Map(entries.map((entry) => [entry.key.toString('latin1'), entry]));
}

/** One more than the highest there is: read inside the transaction, so that it is right whoever else writes. */
function nextNumber({ docs }: Collection): number {
  const top = Buffer.alloc(NUMBER_BYTES + 1, 0xff);
  const [last] = docs.getKeys({ start: top, reverse: true, limit: 1 });
  return last === undefined ? 1 : numberIn(last) + 1;
}

function encode(stored: BSON.Document): Buffer {
  return Buffer.from(BSON.serialize(stored, bsonOptions));
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
