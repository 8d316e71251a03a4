/** The LMDB tables of the collections: documents by number, numbers by `_id`, index entries; and their upkeep on opening. */

import { chmodSync, closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, open, type RootDatabase } from 'lmdb';
import type { CollectionDefinition } from '../collections.js';
import { type Doc, StoreUnavailableError } from '../repo.js';
import { decodeDoc } from './decode.js';
import { type Entry, entryBuilder, type Index, numberIn, type Take } from './entries.js';
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
  readonly shardKey: CollectionDefinition['shardKey'];
  /** `take`: where their keys are to be written. */
  entriesOf(doc: Doc, number: number, take?: Take): Entry[];
  /** How many documents there are, about. */
  size(): number;
  /** Goes up when a write begins and when it has ended, one write at a time; what was read at a settled one holds as long as it stays. */
  revision: number;
  /** About how many entries ways have: see `about`. */
  readonly estimates: Map<string, { readonly count: number; readonly revision: number }>;
}

export const DATA_FILE = 'store.mdb';
const FORMAT = 1;
/** In the first of LMDB's meta pages, which are written in the machine's byte order: little-endian on every platform lmdb is prebuilt for. */
const MAGIC = Buffer.from('dec0efbe', 'hex');
const MAGIC_AT = 24;
/** Address space, not disk: the file grows as needed. Preset, since growing the map under load was seen to stall. */
const MAP_BYTES = 64 * 2 ** 30;
const MAX_INDEXES = 255;
const MAX_FIELDS = 3;
/** Documents in one transaction. */
const REBUILD_CHUNK = 1000;
const binary = { keyEncoding: 'binary', encoding: 'binary' } as const;

/** Index definition, in words, → slot. */
type Catalog = Readonly<Record<string, number>>;

/** Throws StoreUnavailableError when the directory's store file cannot be opened. */
export function openRoot(dir: string, collections: number): RootDatabase<Buffer, Buffer> {
  const path = join(dir, DATA_FILE);
  try {
    assertLmdbFile(path);
    const root: RootDatabase<Buffer, Buffer> = open({
      ...binary,
      path,
      noSubdir: true,
      mapSize: MAP_BYTES,
      maxDbs: 8 + 3 * collections,
    });
    // License keys are in it: nobody else on this machine is to read them.
    chmodSync(path, 0o600);
    return root;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreUnavailableError(`the store in ${dir} cannot be opened (${reason}): use another DATA_DIR`, error);
  }
}

/** Beside a process that writes, or alone; nothing can be written by it. */
export function openRootToRead(dir: string): RootDatabase<Buffer, Buffer> {
  const path = join(dir, DATA_FILE);
  assertLmdbFile(path);
  return open({ ...binary, path, noSubdir: true, readOnly: true, mapSize: MAP_BYTES });
}

/** lmdb does not throw at a file of something else, it takes the process down. */
function assertLmdbFile(path: string): void {
  if (!existsSync(path) || statSync(path).size === 0) return;
  const file = openSync(path, 'r');
  try {
    const magic = Buffer.alloc(MAGIC.length);
    readSync(file, magic, 0, magic.length, MAGIC_AT);
    if (!magic.equals(MAGIC)) throw new Error(`${path} is no LMDB file`);
  } finally {
    closeSync(file);
  }
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
    await root.batch(() => void meta.put(key, writeCatalog(kept)));
    const used = Object.values(kept);
    await clearSlots(root, entries, (slot) => !used.includes(slot));
    const fresh = indexes.filter((index) => missing.includes(index.slot));
    await build(root, docs, entries, entryBuilder(fresh, { arrays, covered }));
    await root.batch(() => void meta.put(key, writeCatalog(catalog)));
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
    shardKey: definition.shardKey,
    entriesOf: entryBuilder(indexes, { arrays, covered }),
    size: () => entryCount(docs.getStats()),
    revision: 0,
    estimates: new Map(),
  };
}

/** lmdb's own types say nothing of what the statistics hold. */
function entryCount(stats: { readonly entryCount?: unknown }): number {
  return typeof stats.entryCount === 'number' ? stats.entryCount : 0;
}

/** Whether no write was on its way at this revision. */
export function isSettled(revision: number): boolean {
  return revision % 2 === 0;
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
    const range = { start: Buffer.of(slot), end: above(Buffer.of(slot)), limit: REBUILD_CHUNK * 5 };
    for (let keys = [...entries.getKeys(range)]; keys.length > 0; keys = [...entries.getKeys(range)]) {
      const chunk = keys;
      await root.batch(() => chunk.forEach((key) => void entries.remove(key)));
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
    const made = chunk.flatMap(({ key, value }) => entriesOf(decodeDoc(value), numberIn(key)));
    await root.batch(() => made.forEach(({ key, value }) => void entries.put(key, value)));
    start = above(last.key);
  }
}
