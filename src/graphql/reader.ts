/**
 * What one operation reads: every source pinned at one revision, so that an answer never mixes two states, and every
 * field's reads gathered into one store call. Sources the viewer may not see do not exist here.
 */
import DataLoader from 'dataloader';
import type { AuditEntry } from '../domain/audit.js';
import type { Entity } from '../domain/entities.js';
import { type Concept, parseGlobalId } from '../domain/ids.js';
import { type Soon, whenThere } from '../domain/soon.js';
import type { SourceState, Tally } from '../domain/source-state.js';
import { AUDIT_BOOK, collectionOf, NO_SOURCE } from '../store/collections.js';
import type { AnyOf, CountQuery, Doc, Filter, PageQuery, Repo } from '../store/repo.js';
import { visibleAt, visibleDocs } from '../sync/stored.js';
import type { KeptReads, Range } from './kept-reads.js';
import { readKey } from './read-key.js';
import type { Sight } from './sights.js';
import { type SourceView, sourceView, sumTallies } from './source-view.js';
import { tallied } from './tallies.js';
import { createUsageReader, type UsageReader } from './usage-reader.js';

export type StoredConcept = keyof typeof collectionOf;

/** Anything with a global id: what `node` answers. */
export type NodeModel = Entity | SourceView | AuditEntry;

export type ReadQuery = Omit<PageQuery, 'anyOf' | 'tieBreaker'> & Selection;

export interface Selection {
  /** Beside the source and its revision. */
  readonly where: Filter;
  /** Only of these sources; all visible ones when absent. */
  readonly sources?: readonly string[] | undefined;
  readonly words?: readonly string[];
}

export interface Reader extends UsageReader {
  /** Visible ones, by name. */
  readonly sources: readonly SourceView[];
  source(name: string): SourceView | null;
  /** A source as a state tells of it, at any moment; null when it is not visible. */
  sourceAs(state: SourceState): SourceView | null;
  /** The thing with that global id; null when it is unknown or not visible. */
  node(id: string): Soon<NodeModel | null>;
  page(concept: StoredConcept, query: ReadQuery): Soon<readonly Doc[]>;
  count(concept: StoredConcept, selection: Selection): Soon<number>;
  /** Everything of one concept and source, in no order, read once however often it is asked for: only for what needs it all. */
  all(concept: StoredConcept, source: string): Promise<readonly Doc[]>;
  /** The sums of the visible sources' tallies. */
  readonly tally: Tally;
}

/** The store takes so many in one call with room to spare; a router can ask for more entities than that. */
const MOST_IDS_AT_ONCE = 5_000;
const ONE = { limit: 1 };
const ID_ORDER = { field: 'id', direction: 'ASC' } as const;

/** Of a store. */
export type Reads = Pick<Repo, 'getMany' | 'page' | 'pageEach' | 'countEach' | 'scan'>;

export interface ReaderDeps extends Pick<Sight, 'known' | 'states' | 'audited'> {
  readonly reads: Reads;
  readonly now: Date;
  /** Null: every read is made anew. */
  readonly kept: KeptReads | null;
  /** Stored fields that nobody will ask the documents for; by default, none. */
  readonly without?: ReadonlySet<string> | undefined;
  /** Told when something is read that does not stand as long as the sources' revisions do. */
  readonly onPassing?: () => void;
}

export function createReader(deps: ReaderDeps): Reader {
  const { reads, known, states, audited, now, kept, without = new Set(), onPassing = () => {} } = deps;
  const form = [...without].join();
  const sources = known
    .map((source, i) => sourceView(source, states[i], now))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const byName = new Map(sources.map((source) => [source.name, source]));
  const tally = sumTallies(sources.map((source) => source.tally));

  function shown(names: readonly string[] | undefined): readonly SourceView[] {
    const wanted = names === undefined ? sources : sources.filter(({ name }) => names.includes(name));
    return wanted.filter(({ revision }) => revision > 0);
  }
  function visible(concept: StoredConcept, { where, sources: names }: Selection): AnyOf {
    if (concept === 'AuditEntry') {
      onPassing();
      if (audited === 'ALL' && names === undefined) return [{ ...where, book: AUDIT_BOOK }];
      const of = audited === 'ALL' ? (names ?? []) : audited.filter((name) => names?.includes(name) ?? true);
      return of.map((name) => ({ ...where, source: name }));
    }
    return shown(names).map(({ name, revision }) => ({ ...where, ...visibleAt(name, revision) }));
  }

  const pages = perConcept(
    (concept) =>
      new DataLoader<PageQuery, Doc[]>((queries) => reads.pageEach(collectionOf[concept], queries), { cache: false }),
  );
  const counts = perConcept(
    (concept) =>
      new DataLoader<CountQuery, number>((queries) => reads.countEach(collectionOf[concept], queries), {
        cache: false,
      }),
  );
  const nodes = perConcept(
    (concept) =>
      new DataLoader<string, Doc | null>(
        async (ids) => {
          const anyOf = [...idsBySource(ids)].flatMap(([name, own]) =>
            visible(concept, { where: { id: { in: own } }, sources: [name] }),
          );
          if (anyOf.length === 0) return ids.map(() => null);
          const docs = await reads.page(collectionOf[concept], {
            anyOf,
            order: ID_ORDER,
            tieBreaker: 'id',
            limit: ids.length,
            ...(concept === 'AuditEntry' ? {} : lean({})),
          });
          const byId = new Map(docs.map((doc) => [doc.id, doc]));
          return ids.map((id) => byId.get(id) ?? null);
        },
        { maxBatchSize: MOST_IDS_AT_ONCE },
      ),
  );

  /** What is searched by words, or named by its fields, is read as it is. */
  function lean({ words, fields }: Pick<PageQuery, 'words' | 'fields'>) {
    return without.size === 0 || words !== undefined || fields !== undefined ? {} : { without };
  }

  const eras = new Map<string, string>();
  function eraOf(source: SourceView): string {
    const era = eras.get(source.name) ?? kept?.eraOf(source) ?? '';
    eras.set(source.name, era);
    return era;
  }
  function erasOf(names: readonly string[] | undefined): string {
    const [name = '', ...others] = names ?? sources.map((source) => source.name);
    if (others.length > 0) return shown(names).map(eraOf).join();
    // One, as of everything that belongs to something else.
    const source = byName.get(name);
    return source === undefined ? '' : eraOf(source);
  }
  /** What was read of these sources' revisions before, or else is read now. */
  function once(key: string, range: Range, read: () => Promise<readonly Doc[]>): Soon<readonly Doc[]> {
    if (kept === null) return read();
    return (
      kept.get(key, range) ??
      read().then((docs) => {
        kept.keep(key, range.limit, docs);
        return docs;
      })
    );
  }

  const scans = new Map<string, Promise<readonly Doc[]>>();
  return {
    sources,
    source: (name) => byName.get(name) ?? null,
    sourceAs(state) {
      const source = known.find(({ name }) => name === state._id);
      return source === undefined ? null : sourceView(source, state, now);
    },
    node(id) {
      const { concept, source: name } = parseGlobalId(id) ?? {};
      const source = name === undefined ? undefined : byName.get(name);
      if (concept === undefined || !isStored(concept)) return (concept === 'Source' && source) || null;
      const load = () => nodes(concept).load(id);
      if (concept === 'AuditEntry') return load() as Promise<AuditEntry | null>;
      if (source === undefined || source.revision === 0) return null;
      const found = once(`${eraOf(source)} ${form} ${id}`, ONE, async () =>
        [await load()].filter((doc) => doc !== null),
      );
      return whenThere(found, ([doc]) => (doc ?? null) as Entity | null);
    },
    page(concept, query) {
      const read = async () => {
        const { where, sources: names, ...rest } = query;
        const anyOf = visible(concept, { where, sources: names });
        return anyOf.length === 0 || rest.limit === 0
          ? []
          : pages(concept).load({ ...rest, anyOf, tieBreaker: 'id', ...lean(rest) });
      };
      if (concept === 'AuditEntry') return read();
      return once(`${concept} ${erasOf(query.sources)} ${form} ${readKey(query)}`, query, read);
    },
    count(concept, { where, sources: names, words }) {
      const told = words === undefined ? tallied(concept, where) : null;
      if (told !== null) return shown(names).reduce((sum, { tally: own }) => sum + told(own), 0);
      const anyOf = visible(concept, { where, sources: names });
      if (anyOf.length === 0) return 0;
      return counts(concept).load(words === undefined ? { anyOf } : { anyOf, words });
    },
    all(concept, source) {
      const key = `${concept} ${source}`;
      const revision = byName.get(source)?.revision ?? 0;
      const docs = scans.get(key) ?? visibleDocs(reads, { _id: source, revision }, collectionOf[concept]);
      scans.set(key, docs);
      return docs;
    },
    tally,
    ...createUsageReader({ reads, zoneOf: (name) => byName.get(name)?.timeZone ?? null, now, onPassing }),
  };
}

/** One pass, however many sources a caller makes up. */
function idsBySource(ids: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const bySource = new Map<string, string[]>();
  for (const id of ids) {
    const name = parseGlobalId(id)?.source ?? NO_SOURCE;
    const own = bySource.get(name) ?? [];
    bySource.set(name, own);
    own.push(id);
  }
  return bySource;
}

function perConcept<T>(make: (concept: StoredConcept) => T): (concept: StoredConcept) => T {
  const made = new Map<StoredConcept, T>();
  return (concept) => {
    const loader = made.get(concept) ?? make(concept);
    made.set(concept, loader);
    return loader;
  };
}

function isStored(concept: Concept): concept is StoredConcept {
  return concept in collectionOf;
}
