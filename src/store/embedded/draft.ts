/** What one transaction will change: every table entry of the documents put and dropped, worked out before it begins. */
import type { Doc } from '../repo.js';
import { docAt, numberOf } from './candidates.js';
import { type Entry, NUMBER_BYTES, numberBytes, numberIn } from './entries.js';
import { createSlabs } from './slabs.js';
import type { Collection, Table } from './tables.js';

export interface Draft {
  /** In order; a null value removes the key. */
  readonly changes: readonly { readonly table: Table; readonly key: Buffer; readonly value: Buffer | null }[];
  /** The document as it will be. */
  read(id: string): Doc | null;
  put(doc: Doc): void;
  /** The same of a document that must not be there; false when it is. */
  add(doc: Doc): boolean;
  /** A document as it is stored, each once. */
  drop(number: number, doc: Doc): void;
  /** What the next draft has to know while this one is being committed. */
  readonly drafted: ReadonlyMap<string, { readonly number: number; readonly doc: Doc }>;
  nextNumber(): number;
}

/** `previous` is a draft that may not be committed yet. */
export function createDraft(collection: Collection, previous: Draft | null): Draft {
  const { docs, ids, entries } = collection;
  const changes: { table: Table; key: Buffer; value: Buffer | null }[] = [];
  const drafted = new Map<string, { readonly number: number; readonly doc: Doc }>();
  const slabs = createSlabs();
  let next = previous?.nextNumber() ?? highestNumber(collection) + 1;

  const set = (table: Table, key: Buffer, value: Buffer | null) => {
    changes.push({ table, key, value });
  };
  const stored = (id: string): { number: number; doc: Doc } | null => {
    const number = numberOf(collection, id);
    const doc = number === null ? null : docAt(collection, number);
    return number === null || doc === null ? null : { number, doc };
  };
  // Not `previous` itself: each would hold on to the one before.
  const before = previous?.drafted;
  const current = (id: string) => drafted.get(id) ?? before?.get(id) ?? stored(id);

  function insert(doc: Doc): number {
    const number = next;
    next += 1;
    set(ids, Buffer.from(doc._id), numberBytes(number));
    for (const { key, value } of collection.entriesOf(doc, number, slabs.take)) set(entries, key, value);
    return number;
  }

  function replace(number: number, old: Doc, doc: Doc): void {
    const before = byKey(collection.entriesOf(old, number));
    const after = byKey(collection.entriesOf(doc, number));
    for (const [text, { key }] of before) if (!after.has(text)) set(entries, key, null);
    for (const [text, { key, value }] of after) {
      if (before.get(text)?.value.equals(value) !== true) set(entries, key, value);
    }
  }

  return {
    changes,
    drafted,
    nextNumber: () => next,
    read: (id) => current(id)?.doc ?? null,
    add(doc) {
      // First of all, since it refuses what cannot be stored.
      const bytes = slabs.serialized(doc);
      // Of one that is stored the number alone tells: there is no need to read it.
      const isThere = drafted.has(doc._id) || before?.has(doc._id) === true || numberOf(collection, doc._id) !== null;
      if (isThere) return false;
      const number = insert(doc);
      set(docs, numberBytes(number), bytes);
      drafted.set(doc._id, { number, doc });
      return true;
    },
    put(doc) {
      const bytes = slabs.serialized(doc);
      const old = current(doc._id);
      const number = old === null ? insert(doc) : old.number;
      if (old !== null) replace(number, old.doc, doc);
      set(docs, numberBytes(number), bytes);
      drafted.set(doc._id, { number, doc });
    },
    drop(number, doc) {
      for (const { key } of collection.entriesOf(doc, number)) set(entries, key, null);
      set(ids, Buffer.from(doc._id), null);
      set(docs, numberBytes(number), null);
    },
  };
}

function byKey(entries: readonly Entry[]): Map<string, Entry> {
  return new Map(entries.map((entry) => [entry.key.toString('latin1'), entry]));
}

/** Read, not remembered, so that it is right whatever happened before. */
function highestNumber({ docs }: Collection): number {
  const top = Buffer.alloc(NUMBER_BYTES + 1, 0xff);
  const [last] = docs.getKeys({ start: top, reverse: true, limit: 1 });
  return last === undefined ? 0 : numberIn(last);
}
