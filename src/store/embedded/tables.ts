/** The LMDB tables of the collections: documents by number, numbers by `_id`, index entries; and their upkeep on opening. */

import { type Database, open, type RootDatabase } from 'lmdb';
import { BSON } from 'mongodb';
import { bsonOptions, fromStored } from '../codec.js';
import type { CollectionDefinition } from '../collections.js';
import { type Doc, StoreUnavailableError } from '../repo.js';
import { type Entry, entryBuilder, type Index, numberIn } from './entries.js';
import { above } from './keys.js';

export type Table = Database<Buffer, Buffer>;

export interface Collection {
  readonly name: string;
  readonly docs: Table;
  readonly ids: Table;
  readonly entries: Table;
  readonly indexes: readonly Index[];
  readonly arrays: readonly string[];
  readonly covered: readonly string[];
  readonly broad: readonly string[];
  entriesOf(doc: Doc, number: number): Entry[];
  /** Goes up with every write; what was counted at one revision holds as long as it stays. */
  revision: number;
}

const DATA_FILE = 'store.mdb';
const FORMAT = 1;
/** Address space, not disk: the file grows as needed. Preset, since growing the map under load was seen to stall. */
const MAP_BYTES = 64 * 2 ** 30;
const MAX_INDEXES = 255;
const MAX_FIELDS = 3;
const REBUILD_CHUNK = 500;
const binary = { keyEncoding: 'binary', encoding: 'binary' } as const;

/** Index definition, in words, → slot. */
type Catalog = Readonly<Record<string, number>>;

export function openRoot(dir: string, collections: number): RootDatabase<Buffer, Buffer> {
  return open({
    ...binary,
    path: `${dir}/${DATA_FILE}`,
    noSubdir: true,
    mapSize: MAP_BYTES,
    maxDbs: 8 + 3 * collections,
  });
}

/** Opens a collection's tables; builds indexes that are new and drops those that are no longer declared. */
export async function openCollection(
  root: RootDatabase<Buffer, Buffer>,
  definition: CollectionDefinition,
): Promise<Collection> {
  const { name, arrays = [], covered = [], broad = [] } = definition;
  const meta: Table = root.openDB({ ...binary, name: ':meta' });
  const docs: Table = root.openDB({ ...binary, name });
  const ids: Table = root.openDB({ ...binary, name: `${name}:ids` });
  const entries: Table = root.openDB({ ...binary, name: `${name}:entries` });

  const signatures = definition.indexes.map((index) => signature(index.fields, definition));
  const key = Buffer.from(`indexes:${name}`);
  const stored = readCatalog(meta.get(key), name);
  const kept = Object.fromEntries(Object.entries(stored).filter(([text]) => signatures.includes(text)));
  const catalog = assignSlots(kept, signatures);
  const missing = signatures.filter((text) => kept[text] === undefined).map((text) => slotOf(catalog, text));
  const indexes = definition.indexes.map((index, at) => ({
    slot: slotOf(catalog, signatures[at] ?? ''),
    fields: index.fields,
  }));
  const unchanged = missing.length === 0 && Object.keys(stored).length === signatures.length;
  if (!unchanged) {
    // A slot leaves the catalog before its entries change: a crash here means building again, never half an index.
    await root.childTransaction(() => void meta.put(key, writeCatalog(kept)));
    const used = Object.values(kept);
    await clearSlots(root, entries, (slot) => !used.includes(slot));
    const fresh = indexes.filter((index) => missing.includes(index.slot));
    await build(root, docs, entries, entryBuilder(fresh, { arrays, covered }));
    await root.childTransaction(() => void meta.put(key, writeCatalog(catalog)));
    await root.flushed;
  }
  return {
    name,
    docs,
    ids,
    entries,
    indexes,
    arrays,
    covered,
    broad,
    entriesOf: entryBuilder(indexes, { arrays, covered }),
    revision: 0,
  };
}

export function decodeDoc(bytes: Buffer): Doc {
  return fromStored(BSON.deserialize(bytes, bsonOptions));
}

/** What an index's entries look like depends on the fields, on which of them are arrays, and on what is covered. */
function signature(fields: readonly string[], { name, arrays = [], covered = [] }: CollectionDefinition): string {
  if (fields.length === 0 || fields.length > MAX_FIELDS) throw new Error(`an index of ${name} has 1 to 3 fields`);
  const inArrays = fields.filter((field) => arrays.includes(field));
  if (inArrays.length > 1) throw new Error(`an index of ${name} has more than one array`);
  return JSON.stringify([fields, inArrays, covered]);
}

function assignSlots(kept: Catalog, signatures: readonly string[]): Catalog {
  const used = new Set(Object.values(kept));
  const catalog: Record<string, number> = { ...kept };
  for (const text of signatures) {
    if (catalog[text] !== undefined) continue;
    let slot = 1;
    while (used.has(slot)) slot += 1;
    if (slot > MAX_INDEXES) throw new Error(`more than ${MAX_INDEXES} indexes in one collection`);
    used.add(slot);
    catalog[text] = slot;
  }
  return catalog;
}

function slotOf(catalog: Catalog, text: string): number {
  const slot = catalog[text];
  if (slot === undefined) throw new Error(`no slot for index ${text}`);
  return slot;
}

function readCatalog(bytes: Buffer | undefined, name: string): Catalog {
  if (bytes === undefined) return {};
  const { format, slots }: { format?: unknown; slots?: Catalog } = JSON.parse(bytes.toString());
  if (format !== FORMAT || slots === undefined) {
    throw new StoreUnavailableError(
      `the data directory was written by another version of the gateway (${name}: format ${String(format)}, not ${FORMAT}): use another DATA_DIR`,
    );
  }
  return slots;
}

function writeCatalog(slots: Catalog): Buffer {
  return Buffer.from(JSON.stringify({ format: FORMAT, slots }));
}

async function clearSlots(root: RootDatabase<Buffer, Buffer>, entries: Table, isStale: (slot: number) => boolean) {
  for (let slot = 1; slot <= MAX_INDEXES; slot += 1) {
    if (!isStale(slot)) continue;
    const range = { start: Buffer.of(slot), end: above(Buffer.of(slot)), limit: REBUILD_CHUNK * 10 };
    for (let keys = [...entries.getKeys(range)]; keys.length > 0; keys = [...entries.getKeys(range)]) {
      const chunk = keys;
      await root.childTransaction(() => chunk.forEach((key) => void entries.remove(key)));
    }
  }
}

async function build(
  root: RootDatabase<Buffer, Buffer>,
  docs: Table,
  entries: Table,
  entriesOf: (doc: Doc, number: number) => Entry[],
) {
  let start: Buffer = Buffer.of(0);
  for (;;) {
    const chunk = [...docs.getRange({ start, limit: REBUILD_CHUNK })];
    const last = chunk.at(-1);
    if (last === undefined) return;
    await root.childTransaction(() => {
      for (const { key, value } of chunk) {
        for (const entry of entriesOf(decodeDoc(value), numberIn(key))) void entries.put(entry.key, entry.value);
      }
    });
    start = above(last.key);
  }
}
