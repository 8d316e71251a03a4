/** What operations have read of the sources' revisions, kept for those that follow: while a revision stands, its documents never change. */
import { LRUCache } from 'lru-cache';
import type { SourceState } from '../domain/source-state.js';
import type { Doc } from '../store/repo.js';

export interface KeptReads {
  /** Names what a source shows now; what shows anything else, ever, has another name. */
  eraOf(source: Pick<SourceState, 'kind' | 'revision' | 'flips'> & { readonly name: string }): string;
  /** At most so many of what was read under this key; undefined when that is not known. */
  get(key: string, range: Range): readonly Doc[] | undefined;
  /** What was read with this limit. From then on the documents are shared, and frozen. */
  keep(key: string, limit: number, docs: readonly Doc[]): void;
}

export interface Range {
  readonly limit: number;
  /** The last ones, not the first. */
  readonly fromEnd?: boolean | undefined;
}

interface Kept {
  readonly docs: readonly Doc[];
  /** Fewer documents than this are all there are. */
  readonly limit: number;
}

/** Estimated bytes of everything that is kept: some dozens of large pages with all that is nested in them. */
const MOST_BYTES = 32 * 2 ** 20;
/** An answer of this size is a crawl's, who will not ask for it again. */
const LARGEST_SHARE = 8;

export function createKeptReads(mostBytes = MOST_BYTES): KeptReads {
  const kept = new LRUCache<string, Kept>({
    maxSize: mostBytes,
    maxEntrySize: Math.floor(mostBytes / LARGEST_SHARE),
    sizeCalculation: ({ docs }, key) => docs.reduce((sum, doc) => sum + frozenSize(doc), ENTRY_BYTES + 2 * key.length),
  });
  const eras = new Map<string, { readonly of: string; readonly era: string }>();
  let count = 0;
  return {
    eraOf({ name, kind, revision, flips }) {
      // Who is configured anew under an old name begins at the first revision again, but at another time.
      const of = `${kind} ${revision} ${flips.at(-1)?.at.getTime()}`;
      const known = eras.get(name);
      if (known?.of === of) return known.era;
      count += 1;
      const era = count.toString(36);
      eras.set(name, { of, era });
      return era;
    },
    get(key, { limit, fromEnd }) {
      const { docs = [], limit: read = 0 } = kept.get(key) ?? {};
      if (limit > read && docs.length === read) return undefined;
      if (docs.length <= limit) return docs;
      return fromEnd === true ? docs.slice(-limit) : docs.slice(0, limit);
    },
    keep(key, limit, docs) {
      kept.set(key, { docs, limit });
    },
  };
}

/** About so many bytes of memory; frozen, since several operations will share it. */
function frozenSize(value: unknown): number {
  if (typeof value === 'string') return STRING_BYTES + value.length;
  if (typeof value !== 'object' || value === null) return WORD_BYTES;
  Object.freeze(value);
  let size = OBJECT_BYTES;
  for (const part of Object.values(value)) size += WORD_BYTES + frozenSize(part);
  return size;
}

const ENTRY_BYTES = 200;
const OBJECT_BYTES = 56;
const STRING_BYTES = 24;
const WORD_BYTES = 16;
